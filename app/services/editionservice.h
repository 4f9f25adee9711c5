// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"
#include "core/result.h"
#include "report/editionchanges.h"
#include "report/editioncontent.h"
#include "report/paper.h"
#include "services/editionchecks.h"
#include "storage/editionrepository.h"

namespace recoupe {

//! What would be printed, and what is to be settled before it is issued.
struct EditionDraft
{
    EditionContent content;
    QList<EditionCheck> checks;
};

//! A file of the table, and how it shows it.
struct TableFile
{
    QString name; //!< its ending says the format
    EditionView view = {};
    Paper paper = Paper::A4;
};

//! Drafts, issues, finds again and takes back the fortnightly table.
class EditionService
{
public:
    EditionService(Database &database, QString operatorName);

    //! What would be printed for that day; nothing is kept.
    [[nodiscard]] Result<EditionDraft> draft(QDate date) const;
    //! Numbers and freezes the edition, whole whatever the view, and writes its file: the number is
    //! only taken when the file is there. Refused for a day before that of the last edition, and
    //! while the checks block it, unless \a overrideReason says why.
    [[nodiscard]] Result<EditionContent> issue(QDate date, const TableFile &file,
                                               const QString &overrideReason = {},
                                               const Progress &progress = {});
    //! An issued edition as it was; NotFound when there is none.
    [[nodiscard]] Result<EditionContent> find(int year, int number) const;
    //! Newest first, without their content.
    [[nodiscard]] Result<QList<EditionRecord>> editions() const;
    //! What differs from the edition before: the last in force for a draft. Empty for the first.
    [[nodiscard]] Result<QList<EditionDifference>>
    differencesFromPrevious(const EditionContent &content) const;
    //! Takes the last edition in force back: its content and number stay, the next one is compared
    //! with the one before it. InvalidArgument without a reason, Refused when \a year and \a number
    //! are not those of the last one in force.
    [[nodiscard]] Result<> annul(int year, int number, const QString &reason);

private:
    Database &m_database;
    QString m_operatorName;
};

//! Writes a draft or an edition, all or nothing; needs a QGuiApplication.
[[nodiscard]] Result<> saveEdition(const EditionContent &content, const TableFile &file,
                                   const Progress &progress = {});

} // namespace recoupe
