// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tablepreview.h"
#include "exchange/table/tablenames.h"

namespace recoupe {

//! The columns that a table of that kind may have.
[[nodiscard]] std::span<const TableColumn> columnsOf(TableKind kind);

} // namespace recoupe
