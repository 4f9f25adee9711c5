// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

//! Puts a copy of the base \a from in the place of the base \a path, whole or not at all. What was
//! there is kept beside under a dated name, which is returned; empty where there was nothing.
//! DatabaseForeign, DatabaseDamaged or DatabaseNewer for what is no sound base that this program
//! can open, DatabaseBusy while anybody has the base open.
[[nodiscard]] Result<QString> restoreSqlite(const QString &path, const QString &from);

} // namespace recoupe
