// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/awards/awardreader.h"
#include "exchange/table/tablenames.h"

namespace recoupe {

//! The columns that a table of notifications may have.
[[nodiscard]] std::span<const TableColumn> awardColumns();

//! readAwards() for a table file.
[[nodiscard]] Result<AwardRemarks>
readTableAwards(const QString &fileName, const AwardReading &reading, const AwardSink &sink);

} // namespace recoupe
