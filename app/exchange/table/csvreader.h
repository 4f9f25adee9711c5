// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

namespace recoupe {

class ByteSource;

//! Reads comma-separated values: `;`, `,` or tab, whichever the first line uses most; UTF-8 or
//! UTF-16 with their mark, UTF-8 without one, else Windows-1252; cells quoted where need be.
[[nodiscard]] Result<> readCsv(ByteSource &source, const TableRowSink &sink);

} // namespace recoupe
