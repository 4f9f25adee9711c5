// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "domain/editionnumber.h"

namespace recoupe {

//! InvalidArgument for what is no such name.
[[nodiscard]] Result<EditionNumber> editionNumber(const QString &text);
//! The issued edition of that name; NotFound where there is none.
[[nodiscard]] Result<EditionContent> editionNamed(const EditionService &editions,
                                                  const QString &name);
//! The day that --date names, else that of the program; InvalidArgument for what is no day.
[[nodiscard]] Result<QDate> editionDate(CommandContext &context);

} // namespace recoupe
