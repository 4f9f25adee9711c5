// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/note.h"

namespace recoupe {

class Database;

//! Notes that one operator writes on sessions.
class NoteService
{
public:
    NoteService(Database &database, QString operatorName);

    //! InvalidArgument when there is nothing to read in it, NotFound when there is no such session.
    [[nodiscard]] Result<Note> add(const SessionKey &key, const QString &text);
    //! NotFound when it was removed before.
    [[nodiscard]] Result<> remove(qint64 id);

private:
    Database &m_database;
    QString m_operatorName;
};

} // namespace recoupe
