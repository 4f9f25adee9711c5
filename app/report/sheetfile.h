// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/sheet.h"

namespace recoupe {

//! Writes a sheet in the format that the file's name ends with: .xlsx or .csv. InvalidArgument for
//! any other.
[[nodiscard]] Result<> writeSheetFile(const Sheet &sheet, const QString &fileName,
                                      const Progress &progress = {});

} // namespace recoupe
