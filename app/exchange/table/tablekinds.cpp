// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablekinds.h"

#include "exchange/awards/tableawards.h"
#include "exchange/sesar/sesarreader.h"

namespace recoupe {

std::span<const TableColumn> columnsOf(TableKind kind)
{
    return kind == TableKind::Awards ? awardColumns() : sesarColumns();
}

} // namespace recoupe
