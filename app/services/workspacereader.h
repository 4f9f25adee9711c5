// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"
#include "storage/letterrepository.h"

namespace recoupe {

//! Reads all that the base holds of a workspace, whole or by parts; CrossCheck adds what follows.
[[nodiscard]] Result<std::unique_ptr<Workspace>> readWorkspace(Database &database, QDate today);

//! The settings of the rules.
[[nodiscard]] Result<CheckSettings> readCheckSettings(Database &database);

//! What was written about sessions and notifications, and who works on which. No rule looks at it.
struct WrittenAbout
{
    QList<Note> notes;
    QList<SessionHold> holds;
    QList<std::pair<SessionKey, QDateTime>> corrections;
    QList<std::pair<AwardKey, QDateTime>> reminders;
};
[[nodiscard]] Result<WrittenAbout> readWrittenAbout(Database &database);
//! Puts it in the place of what stands in the workspace, and touches nothing else.
void setWrittenAbout(Workspace &workspace, const WrittenAbout &written);

//! What an undo and a redo would bring back.
struct TrailEnds
{
    QList<Decision> undoable;
    QList<Decision> redoable;
};
[[nodiscard]] Result<TrailEnds> readTrailEnds(Database &database);
void setTrailEnds(Workspace &workspace, TrailEnds ends);

} // namespace recoupe
