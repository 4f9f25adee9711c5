// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/words.h"

namespace recoupe {

//! Rows were left out because neither they nor the operator named a funder: worth asking.
[[nodiscard]] bool lacksFunder(const ImportSummary &summary);

} // namespace recoupe
