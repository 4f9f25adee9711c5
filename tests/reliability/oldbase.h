// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace recoupe::test {

inline constexpr int oldDecisions = 60;

//! Makes a base as the version of the program left it that had no chain of the trail yet, with
//! decisions in batches of ten. A failure ends the test program.
void makeOldBase(const DatabaseUrl &url);

} // namespace recoupe::test
