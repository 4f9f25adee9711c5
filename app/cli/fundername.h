// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace recoupe {

//! Fills in what --funder says; a French sentence when it names none of the three, empty when all
//! is well or nothing was said.
[[nodiscard]] QString readFunder(const CommandContext &context, std::optional<Funder> &funder);

} // namespace recoupe
