// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace recoupe {

//! The notification of that market number, "NUMBER" or "NUMBER/LOT", for a session of \a funder.
//! NotFound when there is none, AmbiguousName, naming the lots, when there are several.
[[nodiscard]] Result<AwardKey> awardNamed(const Workspace &workspace, Funder funder,
                                          const QString &name);

} // namespace recoupe
