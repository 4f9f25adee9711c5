// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

namespace recoupe {

//! The style of the table as HTML: the content of style elements, each understood by itself. Mail
//! programs drop the whole of an element in which they do not know a rule, so what they know stands
//! in the first.
[[nodiscard]] QStringList tableStyles(const EditionContent &content);

} // namespace recoupe
