// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "domain/tablepreview.h"
#include "domain/tableprofile.h"
#include "domain/vocabulary.h"
#include "storage/importrepository.h"

#include <QStringList>

namespace recoupe {

//! What one import found and did.
struct ImportSummary
{
    ImportRecord record;    //!< counts are of sessions for LHEO, of rows otherwise
    int actionsAdded = 0;   //!< LHEO only
    int actionsChanged = 0; //!< LHEO only
    int returned = 0;       //!< sessions that had vanished from the feed and are there again
    QList<Rejection> rejections;
    QStringList warnings; //!< tolerated, worth knowing

    //! Whether the base is any different after it.
    [[nodiscard]] bool changedAnything() const;
};

//! Takes files in. Each import is one transaction: whole, without its rejected rows, or not at all;
//! one that brings nothing new leaves no trace.
class ImportService
{
public:
    ImportService(Database &database, QString operatorName);

    [[nodiscard]] Result<ImportSummary> importLheo(const QString &fileName,
                                                   const Progress &progress = {});
    //! \a funder: of the rows that name none.
    [[nodiscard]] Result<ImportSummary> importAwards(const QString &fileName,
                                                     std::optional<Funder> funder,
                                                     const Progress &progress = {});
    [[nodiscard]] Result<ImportSummary> importSesar(const QString &fileName,
                                                    const Progress &progress = {});
    //! A table of that kind, read as the profile says.
    [[nodiscard]] Result<ImportSummary> importTable(const QString &fileName, TableKind kind,
                                                    const TableProfile &profile,
                                                    const Progress &progress = {});
    //! Finds out by its content what kind of file it is: LHEO, notifications or SESAR.
    [[nodiscard]] Result<ImportSummary>
    importAny(const QString &fileName, std::optional<Funder> funder, const Progress &progress = {});

private:
    [[nodiscard]] Result<ImportSummary>
    takeAwards(const QString &fileName, const TableProfile &profile, const Progress &progress);
    [[nodiscard]] Result<ImportSummary>
    takeSesar(const QString &fileName, const TableProfile &profile, const Progress &progress);

    Database &m_database;
    QString m_operatorName;
};

//! One sentence for a rejected record: line, field, value, what is expected.
[[nodiscard]] QString describe(const Rejection &rejection);

} // namespace recoupe
