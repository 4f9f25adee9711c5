// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablekinds.h"

#include "exchange/awards/tableawards.h"
#include "exchange/prescribers/prescriberreader.h"
#include "exchange/sesar/sesarreader.h"

namespace recoupe {

std::span<const TableColumn> columnsOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Awards: return awardColumns();
    case TableKind::Prescribers: return prescriberColumns();
    case TableKind::Sesar: break;
    }
    return sesarColumns();
}

} // namespace recoupe
