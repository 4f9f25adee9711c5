// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workspacereader.h"

#include "storage/awardrepository.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/holderrepository.h"
#include "storage/noterepository.h"
#include "storage/settingrepository.h"

#include <QHash>

#include <algorithm>

namespace recoupe {

namespace {

//! Runs a read and moves what it gives to \a target.
template <typename Value>
Result<> take(Result<Value> read, Value &target)
{
    if (!read)
        return failureOf(read);
    target = *std::move(read);
    return {};
}

// The order of a database's collation is not ours, and a workspace is searched by ours.

Result<> readActions(Database &database, BlockList<StoredAction> &actions)
{
    QList<StoredAction> stored;
    return take(OfferRepository(database).actions(), stored).map([&] {
        std::ranges::sort(stored, {}, [](const StoredAction &a) { return a.submitted.numero; });
        actions = BlockList(std::move(stored));
    });
}

Result<> readSessions(Database &database, BlockList<CheckedSession> &sessions)
{
    QList<StoredSession> stored;
    if (Result<> read = take(OfferRepository(database).sessions(), stored); !read)
        return read;
    std::ranges::sort(stored, {}, [](const StoredSession &s) { return s.submitted.key; });
    for (StoredSession &session : stored)
        sessions.emplaceBack().stored = std::move(session);
    return {};
}

//! What was written about one session, and who works on it.
struct Remarks
{
    QList<Note> notes = {};
    std::optional<SessionHold> hold = {};
    QDateTime correctionAskedAt = {};

    friend bool operator==(const Remarks &, const Remarks &) = default;
};

Remarks remarksOf(const CheckedSession &session)
{
    return {session.notes, session.hold, session.correctionAskedAt};
}

} // namespace

Result<std::unique_ptr<Workspace>> readWorkspace(Database &database, QDate today)
{
    auto workspace = std::make_unique<Workspace>();
    workspace->today = today;
    WrittenAbout written;
    TrailEnds ends;
    const AwardRepository notifications(database);
    const Result<> read =
        take(readCheckSettings(database), workspace->settings)
            .and_then([&] { return readActions(database, workspace->actions); })
            .and_then([&] { return readSessions(database, workspace->sessions); })
            .and_then([&] { return take(notifications.awards(), workspace->awards); })
            .and_then(
                [&] { return take(notifications.sesarDeclarations(), workspace->declarations); })
            .and_then([&] { return take(readWrittenAbout(database), written); })
            .and_then([&] { return take(readTrailEnds(database), ends); });
    if (!read)
        return failureOf(read);
    workspace->checkedAwards.resize(workspace->awards.size());
    setWrittenAbout(*workspace, written);
    setTrailEnds(*workspace, std::move(ends));
    return workspace;
}

Result<CheckSettings> readCheckSettings(Database &database)
{
    return SettingRepository(database).settings().map(&CheckSettings::fromTexts);
}

Result<WrittenAbout> readWrittenAbout(Database &database)
{
    WrittenAbout written;
    const LetterRepository letters(database);
    return take(NoteRepository(database).notes(), written.notes)
        .and_then([&] { return take(HolderRepository(database).holds(), written.holds); })
        .and_then([&] { return take(letters.lastCorrections(), written.corrections); })
        .and_then([&] { return take(letters.lastReminders(), written.reminders); })
        .map([&] { return written; });
}

void setWrittenAbout(Workspace &workspace, const WrittenAbout &written)
{
    QHash<qsizetype, Remarks> remarks;
    for (const Note &note : written.notes)
        remarks[workspace.indexOf(note.key)].notes.append(note);
    for (const SessionHold &hold : written.holds)
        remarks[workspace.indexOf(hold.key)].hold = hold;
    for (const auto &[key, askedAt] : written.corrections)
        remarks[workspace.indexOf(key)].correctionAskedAt = askedAt;
    for (qsizetype row = 0; row < workspace.sessions.size(); ++row) {
        Remarks now = remarks.take(row);
        if (now == remarksOf(workspace.sessions.at(row)))
            continue;
        CheckedSession &session = workspace.toChange(row);
        session.notes = std::move(now.notes);
        session.hold = std::move(now.hold);
        session.correctionAskedAt = now.correctionAskedAt;
    }
    QHash<qsizetype, QDateTime> reminders;
    for (const auto &[key, remindedAt] : written.reminders)
        reminders.insert(workspace.indexOf(key), remindedAt);
    for (qsizetype award = 0; award < workspace.checkedAwards.size(); ++award) {
        const QDateTime remindedAt = reminders.value(award);
        if (workspace.checkedAwards.at(award).remindedAt != remindedAt)
            workspace.checkedAwards[award].remindedAt = remindedAt;
    }
}

Result<TrailEnds> readTrailEnds(Database &database)
{
    TrailEnds ends;
    const DecisionRepository trail(database);
    return take(trail.lastUndoableBatch(), ends.undoable)
        .and_then([&] { return take(trail.lastRedoableBatch(), ends.redoable); })
        .map([&] { return ends; });
}

void setTrailEnds(Workspace &workspace, TrailEnds ends)
{
    workspace.undoable = std::move(ends.undoable);
    workspace.redoable = std::move(ends.redoable);
}

} // namespace recoupe
