// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/importservice.h"

namespace recoupe {

//! "portail.xml : 12 nouvelles, 3 modifiées, 40 inchangées, 2 rejetées.": what there is of each
[[nodiscard]] QString importInWords(const ImportSummary &summary);

//! Rows were left out because neither they nor the operator named a funder: worth asking.
[[nodiscard]] bool lacksFunder(const ImportSummary &summary);

} // namespace recoupe
