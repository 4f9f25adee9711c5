// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/revisionrepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

// One statement, hence one moment, whatever others write meanwhile.
constexpr Sql selectRevision("SELECT coalesce((SELECT max(id) FROM decisions), 0), "
                             "coalesce((SELECT max(id) FROM imports), 0), "
                             "coalesce((SELECT max(id) FROM erasures), 0), "
                             "coalesce((SELECT max(id) FROM letters), 0), "
                             "coalesce((SELECT max(id) FROM notes), 0), "
                             "(SELECT count(*) FROM notes), "
                             "(SELECT written_at FROM notes ORDER BY id DESC LIMIT 1), "
                             "(SELECT count(*) FROM session_holders), "
                             "(SELECT CAST(coalesce(sum(session_id), 0) AS {long}) "
                             "FROM session_holders), "
                             "(SELECT CAST(coalesce(sum(taken_at), 0) AS {long}) "
                             "FROM session_holders)");

} // namespace

RevisionRepository::RevisionRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<BaseRevision> RevisionRepository::revision() const
{
    BaseRevision revision;
    return Statement(m_sql, selectRevision)
        .forEach([&](Row &row) {
            row(revision.decision, revision.import, revision.erasure, revision.letter,
                revision.note, revision.notes, revision.notedAt, revision.holds,
                revision.heldSessions, revision.heldSince);
        })
        .map([&] { return revision; });
}

} // namespace recoupe
