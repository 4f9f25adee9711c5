// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/note.h"

namespace recoupe {

class Database;
class SqlConnection;

//! Notes on sessions. Unlike a decision, a note may be removed: it proves nothing, and may hold
//! what should not have been written.
class NoteRepository
{
public:
    explicit NoteRepository(Database &database);

    //! Gives the id; NotFound when there is no such session.
    [[nodiscard]] Result<qint64> add(const Note &note);
    //! Whether there was one.
    [[nodiscard]] Result<bool> remove(qint64 id);
    //! Of every session, oldest first.
    [[nodiscard]] Result<QList<Note>> notes() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
