// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

namespace recoupe {

class Database;

namespace test {

//! What was lost of what operators were told is done, in sentences; empty where nothing was: every
//! acknowledged event is in the trail once, and no other is; each event begins where the one before
//! it on the same axis ended; what stands in the base is what the last one says; the chain holds.
[[nodiscard]] Result<QStringList> lostUpdates(Database &database, QList<qint64> acknowledged);

} // namespace test

} // namespace recoupe
