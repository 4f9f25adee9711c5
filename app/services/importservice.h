// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "services/importplan.h"
#include "services/workspace.h"

namespace recoupe {

//! What came of one file.
struct ImportOutcome
{
    ImportPlan plan;
    Result<ImportSummary> summary;
};

//! What becomes of a session that is active.
struct ActiveChange
{
    SessionKey key;
    Control before = Control::Incomplete;
    Control after = Control::Incomplete;
    RecruitmentState recruitmentBefore = RecruitmentState::Unknown;
    RecruitmentState recruitmentAfter = RecruitmentState::Unknown;
    bool vanishes = false; //!< it is no longer in its feed

    friend bool operator==(const ActiveChange &, const ActiveChange &) = default;
};

//! What an import would do.
struct ImportTrial
{
    QList<ImportOutcome> files; //!< the plans with the digest of what was tried
    QList<ActiveChange> activeChanges;
};

//! Takes files in. Each import is one transaction: whole, without its rejected rows, or not at all;
//! one that brings nothing new leaves no trace.
class ImportService
{
public:
    ImportService(Database &database, QString operatorName);

    //! Finds out by its content what kind of file it is where the plan does not say.
    [[nodiscard]] Result<ImportSummary> import(const ImportPlan &plan,
                                               const Progress &progress = {});
    [[nodiscard]] Result<ImportSummary> importLheo(const QString &fileName,
                                                   const Progress &progress = {});
    //! \a funder: of the rows that name none.
    [[nodiscard]] Result<ImportSummary> importAwards(const QString &fileName,
                                                     std::optional<Funder> funder,
                                                     const Progress &progress = {});
    [[nodiscard]] Result<ImportSummary> importSesar(const QString &fileName,
                                                    const Progress &progress = {});

    //! One after the other, each an import of its own: one that fails does not keep the others out.
    //! Once cancelled, those that were not begun are left away.
    [[nodiscard]] QList<ImportOutcome> importAll(const QList<ImportPlan> &plans,
                                                 const Progress &progress = {});
    //! The same, and then as if it had never been: what they would do, one after the other.
    //! \a before: the base as it stands; null where what becomes of active sessions does not
    //! matter. Fails when it is cancelled, or where the base does.
    [[nodiscard]] Result<ImportTrial> tryAll(QList<ImportPlan> plans, const WorkspacePtr &before,
                                             const Progress &progress = {});

private:
    [[nodiscard]] Result<ImportSummary> importRecognised(const ImportPlan &plan,
                                                         const Progress &progress);
    [[nodiscard]] Result<ImportSummary> importAs(ImportKind kind, const ImportPlan &plan,
                                                 const Progress &progress);
    [[nodiscard]] Result<> takeFeed(const ImportPlan &plan, ImportSummary &summary,
                                    const Progress &progress);
    [[nodiscard]] Result<> takeAwards(const ImportPlan &plan, ImportSummary &summary,
                                      const Progress &progress);
    [[nodiscard]] Result<> takeDeclarations(const ImportPlan &plan, ImportSummary &summary,
                                            const Progress &progress);
    [[nodiscard]] Result<> takePrescribers(const ImportPlan &plan, ImportSummary &summary);
    [[nodiscard]] Result<> replacePrescribers(const ImportPlan &plan, const QList<Prescriber> &list,
                                              ImportSummary &summary);

    Database &m_database;
    QString m_operatorName;
};

//! One sentence for a rejected record: line, field, value, what is expected.
[[nodiscard]] QString describe(const Rejection &rejection);

} // namespace recoupe
