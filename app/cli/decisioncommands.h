// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace recoupe {

//! Prints what became of a request for decisions, as JSON where that is asked; gives the exit
//! status.
ExitStatus concludeDecision(const CommandContext &context, const Result<DecisionOutcome> &outcome);

} // namespace recoupe
