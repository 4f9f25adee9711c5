// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! A text that shows all there is of it, for files that programs of others open: without control
//! characters, marks of no width, and marks that turn the direction of reading, which can make a
//! name read as another. Line breaks stay, other breaks become spaces; what is no character
//! becomes U+FFFD.
[[nodiscard]] QString visibleText(QStringView text);

} // namespace recoupe
