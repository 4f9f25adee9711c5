// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>

namespace recoupe {

class Database;
class SqlConnection;

//! What the base held of all that a check of it reads, told by the newest row of each table that
//! grows. Equal ones mean that nothing came, and nothing went: a note is the one thing that can be
//! removed, hence their number, and the moment of the newest one, whose id may be given again. Who
//! holds a session changes in place: told by sums, for the clocks of the stations may differ.
struct BaseRevision
{
    qint64 decision = 0; //!< of the trail; 0 while there is none, like all of these
    qint64 import = 0;
    qint64 erasure = 0; //!< erasures, corrections and retentions, which change what came before
    qint64 letter = 0;
    qint64 note = 0;
    qint64 notes = 0; //!< how many
    QDateTime notedAt;
    qint64 holds = 0; //!< how many
    qint64 heldSessions = 0;
    qint64 heldSince = 0;

    [[nodiscard]] bool hasSameNotes(const BaseRevision &other) const
    {
        return note == other.note && notes == other.notes && notedAt == other.notedAt;
    }
    [[nodiscard]] bool hasSameHolds(const BaseRevision &other) const
    {
        return holds == other.holds && heldSessions == other.heldSessions &&
               heldSince == other.heldSince;
    }

    friend bool operator==(const BaseRevision &, const BaseRevision &) = default;
};

//! Tells whether a base changed since it was read.
class RevisionRepository
{
public:
    explicit RevisionRepository(Database &database);

    //! As the running transaction sees it.
    [[nodiscard]] Result<BaseRevision> revision() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
