// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>

namespace recoupe {

class Database;

//! Numbers of which one at least is another once sessions, notifications, decisions, notes,
//! letters, editions or holds were added or changed by the program; deliveries leave them as they
//! are.
[[nodiscard]] Result<QList<qint64>> contentMarks(const Database &database);

} // namespace recoupe
