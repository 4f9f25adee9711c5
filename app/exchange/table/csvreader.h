// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

namespace recoupe {

class ByteSource;

//! Reads comma-separated values: `;`, `,` or tab, whichever the first line uses most; UTF-8 or
//! UTF-16 with their mark, UTF-8 without one, else Windows-1252; cells quoted where need be. What
//! \a form names is taken as it says. Gives warnings.
[[nodiscard]] Result<QStringList> readCsv(ByteSource &source, const TableForm &form,
                                          TableSink &sink);

} // namespace recoupe
