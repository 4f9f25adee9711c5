// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

namespace recoupe {

class ZipArchive;

//! Reads the first visible sheet that is not empty of an Office Open XML workbook: shared, rich and
//! inline strings, the last computed values of formulas, numbers without exponent, dates as
//! AAAA-MM-JJ.
[[nodiscard]] Result<QStringList> readXlsx(ZipArchive &archive, TableSink &sink);

} // namespace recoupe
