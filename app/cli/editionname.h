// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/editionservice.h"

namespace recoupe {

//! The issued edition of that name, "2026-03". InvalidArgument for what is no such name, NotFound
//! where there is no such edition.
[[nodiscard]] Result<EditionContent> editionNamed(const EditionService &editions,
                                                  const QString &name);

} // namespace recoupe
