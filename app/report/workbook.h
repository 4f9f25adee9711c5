// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/sheet.h"

namespace recoupe {

//! Writes a sheet as an Office Open XML workbook (ECMA-376) in bounded memory, all or nothing.
//! Every cell is a text and formatted as such, so that a SIRET stays whole and nothing becomes a
//! formula, even when the cell is edited. The titles stay in sight and filter; printed, they head
//! each page. LimitExceeded beyond the rows that such a sheet can have.
[[nodiscard]] Result<> writeWorkbook(const Sheet &sheet, const QString &fileName,
                                     const Progress &progress = {});

} // namespace recoupe
