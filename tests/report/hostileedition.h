// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

namespace recoupe::testing {

//! An edition whose texts try to be markup, formulas and addresses, turn the direction of reading,
//! hold what no file can hold, or are longer than a cell may be.
[[nodiscard]] EditionContent hostileEdition();

} // namespace recoupe::testing
