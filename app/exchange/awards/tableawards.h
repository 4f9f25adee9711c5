// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/awards/awardreader.h"
#include "exchange/table/tablenames.h"

namespace recoupe {

//! The columns that a table of notifications may have.
[[nodiscard]] std::span<const TableColumn> awardColumns();

//! readAwards() for a table file.
[[nodiscard]] Result<AwardFile> readTableAwards(const QString &fileName,
                                                const AwardReading &reading);

} // namespace recoupe
