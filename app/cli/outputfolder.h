// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QDir>

namespace recoupe {

//! The folder that --output names, made where its parent is there. FileUnwritable where it cannot
//! be.
[[nodiscard]] Result<QDir> outputFolder(const CommandContext &context);

} // namespace recoupe
