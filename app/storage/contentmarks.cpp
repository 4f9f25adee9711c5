// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contentmarks.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

// Whatever comes in is an import, whatever is decided a decision; those are only ever added.
constexpr Sql selectMarks("SELECT (SELECT COALESCE(MAX(id), 0) FROM imports), "
                          "(SELECT COALESCE(MAX(id), 0) FROM decisions), "
                          "(SELECT COALESCE(MAX(id), 0) FROM notes), (SELECT COUNT(*) FROM notes), "
                          "(SELECT COALESCE(MAX(id), 0) FROM letters), ",
                          "(SELECT COALESCE(MAX(id), 0) FROM editions), "
                          "(SELECT COALESCE(MAX(id), 0) FROM edition_annulments), ",
                          "(SELECT COUNT(*) FROM session_holders), "
                          "(SELECT COALESCE(MAX(taken_at), 0) FROM session_holders)");
constexpr int markCount = 9;

} // namespace

Result<QList<qint64>> contentMarks(const Database &database)
{
    QList<qint64> marks(markCount);
    return Statement(database.sql(), selectMarks)
        .forEach([&](Row &row) {
            for (qint64 &mark : marks)
                row(mark);
        })
        .map([&] { return marks; });
}

} // namespace recoupe
