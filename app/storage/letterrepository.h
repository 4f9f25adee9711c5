// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/letter.h"

#include <utility>

namespace recoupe {

class Database;
class SqlConnection;

//! The letters that left the program; appended, never changed.
class LetterRepository
{
public:
    explicit LetterRepository(Database &database);

    //! Call it inside Database::inTransaction().
    [[nodiscard]] Result<> append(const Letter &letter);
    //! Newest first, with what they are about.
    [[nodiscard]] Result<QList<Letter>> letters() const;
    //! Those about one session, oldest first, without what else they are about.
    [[nodiscard]] Result<QList<Letter>> ofSession(const SessionKey &key) const;

    //! When a correction of each session was last asked for, UTC.
    [[nodiscard]] Result<QList<std::pair<SessionKey, QDateTime>>> lastCorrections() const;
    //! When the organisation of each notification was last reminded of it, UTC.
    [[nodiscard]] Result<QList<std::pair<AwardKey, QDateTime>>> lastReminders() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
