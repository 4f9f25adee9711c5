// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workspacereader.h"

#include "storage/awardrepository.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/holderrepository.h"
#include "storage/noterepository.h"
#include "storage/settingrepository.h"

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

Result<> readActions(Database &database, QList<StoredAction> &actions)
{
    return take(OfferRepository(database).actions(), actions).map([&] {
        std::ranges::sort(actions, {}, [](const StoredAction &a) { return a.submitted.numero; });
    });
}

Result<> readSessions(Database &database, QList<CheckedSession> &sessions)
{
    QList<StoredSession> stored;
    if (Result<> read = take(OfferRepository(database).sessions(), stored); !read)
        return read;
    std::ranges::sort(stored, {}, [](const StoredSession &s) { return s.submitted.key; });
    sessions.reserve(stored.size());
    for (StoredSession &session : stored)
        sessions.emplaceBack().stored = std::move(session);
    return {};
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
    for (CheckedSession &session : workspace.sessions) {
        session.notes.clear();
        session.hold.reset();
        session.correctionAskedAt = {};
    }
    for (CheckedAward &award : workspace.checkedAwards)
        award.remindedAt = {};
    for (const Note &note : written.notes) {
        if (const qsizetype row = workspace.indexOf(note.key); row >= 0)
            workspace.sessions[row].notes.append(note);
    }
    for (const SessionHold &hold : written.holds) {
        if (const qsizetype row = workspace.indexOf(hold.key); row >= 0)
            workspace.sessions[row].hold = hold;
    }
    for (const auto &[key, askedAt] : written.corrections) {
        if (const qsizetype row = workspace.indexOf(key); row >= 0)
            workspace.sessions[row].correctionAskedAt = askedAt;
    }
    for (const auto &[key, remindedAt] : written.reminders) {
        if (const qsizetype row = workspace.indexOf(key); row >= 0)
            workspace.checkedAwards[row].remindedAt = remindedAt;
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
