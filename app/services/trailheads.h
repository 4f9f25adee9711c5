// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/trailrepository.h"

#include <QDate>
#include <QList>

namespace recoupe {

//! The head of the trail as it stood on a day.
struct NotedHead
{
    QDate day;
    TrailHead head;

    friend bool operator==(const NotedHead &, const NotedHead &) = default;
};

//! Reads a file of heads: lines of a day, the place of the last link and its hash (2026-11-29 145
//! 9f2c…), oldest first; those that begin with # are remarks. FileUnreadable, NotTheFormat.
[[nodiscard]] Result<QList<NotedHead>> readHeads(const QString &fileName);

//! Whether every file that noteTrailHead() would append to says something of that day.
[[nodiscard]] bool isHeadNotedOn(Database &database, const QString &fileName, QDate day);

//! Appends the head of the trail, unless it stands last under that day already: to \a fileName,
//! which is made where it is not there, and to a file of the same name in the folder that the
//! settings name. What keeps one from being written keeps not the other. A cut end of the trail is
//! found by them: see MaintenanceService::verify(). Nothing to do for an empty trail.
//! FileUnwritable.
[[nodiscard]] Result<> noteTrailHead(Database &database, const QString &fileName, QDate day);

} // namespace recoupe
