// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/noteservice.h"

#include "core/clock.h"
#include "storage/database.h"
#include "storage/noterepository.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

NoteService::NoteService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<Note> NoteService::add(const SessionKey &key, const QString &text)
{
    Note note{
        .key = key, .at = Clock::now(), .operatorName = m_operatorName, .text = text.trimmed()};
    if (note.text.isEmpty())
        return fail(ErrorCode::InvalidArgument, Tr::tr("La note est vide : écrire un texte."));
    const Result<> added = m_database.inTransaction([&]() -> Result<> {
        const Result<qint64> id = NoteRepository(m_database).add(note);
        if (!id)
            return failureOf(id);
        note.id = *id;
        return {};
    });
    if (!added)
        return failureOf(added);
    return note;
}

Result<> NoteService::remove(qint64 id)
{
    return m_database.inTransaction([&]() -> Result<> {
        const Result<bool> removed = NoteRepository(m_database).remove(id);
        if (!removed)
            return failureOf(removed);
        if (!*removed)
            return fail(ErrorCode::NotFound, Tr::tr("Cette note a déjà été supprimée."));
        return {};
    });
}

} // namespace recoupe
