// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/rejection.h"

#include <QDateTime>

namespace recoupe {

class Database;
class SqlConnection;

//! What kind of file came in.
enum class ImportKind
{
    Lheo,
    Awards,
    Sesar,
    Prescribers //!< the whole list of those who get the table
};

//! One import that changed something: when, by whom, from which file.
struct ImportRecord
{
    qint64 id = 0;
    ImportKind kind = ImportKind::Lheo;
    QString fileName; //!< without its folder
    QDateTime at;     //!< UTC
    QString operatorName;
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int rejected = 0;
    int vanished = 0; //!< sessions that the feed, or prescribers that the list, no longer holds

    friend bool operator==(const ImportRecord &, const ImportRecord &) = default;
};

//! The log of imports and of what they left out.
class ImportRepository
{
public:
    explicit ImportRepository(Database &database);

    //! Enters an import with its counts still at zero; gives its id.
    [[nodiscard]] Result<qint64> begin(const ImportRecord &record);
    //! Sets the counts and keeps the rejections.
    [[nodiscard]] Result<> finish(const ImportRecord &record, const QList<Rejection> &rejections);
    //! Newest first.
    [[nodiscard]] Result<QList<ImportRecord>> imports() const;
    [[nodiscard]] Result<QList<Rejection>> rejections(qint64 importId) const;
    //! What the import of the same kind from a file of the same name before this one left out;
    //! nothing where there was none.
    [[nodiscard]] Result<QList<Rejection>> lastRejections(const ImportRecord &record) const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
