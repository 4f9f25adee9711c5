// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace recoupe {

//! Refuses a base that is a file on a network drive: the locks that keep writers apart do not hold
//! there, and what SQLite shares in memory is shared on one machine only
//! (https://www.sqlite.org/useovernet.html). DatabaseUnreachable, with the way out.
[[nodiscard]] Result<> refuseNetworkDrive(const DatabaseUrl &url);

//! Opens a base, unless it is on a network drive. See Database::open().
[[nodiscard]] Result<std::unique_ptr<Database>> openBase(const DatabaseUrl &url,
                                                         Database::Mode mode);

} // namespace recoupe
