// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/sheet.h"

namespace recoupe {

//! Writes sheets as an Office Open XML workbook (ECMA-376) in bounded memory, all or nothing.
//! Cells are texts and formatted as such, so that a SIRET stays whole and nothing becomes a
//! formula, even when the cell is edited; but for the counts of a column that counts and the days
//! of one that dates. The titles stay in sight and filter; printed, they head each page. \a
//! progress counts the rows of all sheets. LimitExceeded beyond the rows that such a sheet can
//! have.
[[nodiscard]] Result<> writeWorkbook(const Workbook &workbook, const QString &fileName,
                                     const Progress &progress = {});

} // namespace recoupe
