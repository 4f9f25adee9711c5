// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

namespace recoupe {

class ZipArchive;

//! Whether an archive claims to be an OpenDocument file: by its parts, whatever its name.
[[nodiscard]] bool isOpenDocument(const ZipArchive &archive);

//! Reads the first visible sheet that is not empty of an OpenDocument spreadsheet: texts with their
//! line breaks, the last computed values of formulas, numbers without exponent, dates as
//! AAAA-MM-JJ. Refuses encrypted ones and documents that are no spreadsheet.
[[nodiscard]] Result<QStringList> readOds(ZipArchive &archive, TableSink &sink);

} // namespace recoupe
