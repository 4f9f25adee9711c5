// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace recoupe {

//! How many lines a text takes in a column of a spreadsheet so many characters wide, set in the
//! type of wrapping sheets. An estimate that would rather leave a line empty than hide one.
[[nodiscard]] int wrappedLines(QStringView text, int width);

} // namespace recoupe
