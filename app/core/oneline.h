// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! The text as it may stand in a header or a line of a letter: line breaks and other controls are
//! spaces, marks that reverse or hide what follows are gone.
[[nodiscard]] QString onOneLine(const QString &text);

//! The lines of a cell, parted by commas: "Thiers\n63300" -> "Thiers, 63300".
[[nodiscard]] QString commaSeparated(const QString &lines);

} // namespace recoupe
