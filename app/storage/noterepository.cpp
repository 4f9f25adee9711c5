// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/noterepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr char noteColumnNames[] =
    "formation_numero, action_numero, session_numero, written_at, operator_name, content";

void noteColumns(auto &columns, auto &note)
{
    columns(note.key.formation, note.key.action, note.key.session, note.at, note.operatorName,
            note.text);
}

constexpr Sql insertNote("INSERT INTO notes (", noteColumnNames,
                         ") VALUES (?,?,?,?,?,?) {returning_id}");
constexpr Sql selectSession("SELECT id FROM sessions WHERE formation_numero = ? "
                            "AND action_numero = ? AND session_numero = ?");
constexpr Sql deleteNote("DELETE FROM notes WHERE id = ?");
constexpr Sql selectNotes("SELECT ", noteColumnNames, ", id FROM notes ORDER BY id");

} // namespace

NoteRepository::NoteRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<qint64> NoteRepository::add(const Note &note)
{
    qint64 session = 0;
    Statement select(m_sql, selectSession);
    select(note.key.formation, note.key.action, note.key.session);
    if (Result<> found = select.forEach([&](Row &row) { row(session); }); !found)
        return failureOf(found);
    if (!session) {
        return fail(ErrorCode::NotFound,
                    Tr::tr("« %1 » n'est pas connu. Vérifiez le numéro.").arg(note.key.toString()));
    }
    Statement insert(m_sql, insertNote);
    noteColumns(insert, note);
    return insert.insertedId();
}

Result<bool> NoteRepository::remove(qint64 id)
{
    Statement statement(m_sql, deleteNote);
    statement(id);
    if (Result<> removed = statement.execute(); !removed)
        return failureOf(removed);
    return statement.changedRows() > 0;
}

Result<QList<Note>> NoteRepository::notes() const
{
    QList<Note> notes;
    return Statement(m_sql, selectNotes)
        .forEach([&](Row &row) {
            Note &note = notes.emplaceBack();
            noteColumns(row, note);
            row(note.id);
        })
        .map([&] { return notes; });
}

} // namespace recoupe
