// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tablepreview.h"
#include "domain/tableprofile.h"
#include "exchange/table/tablerows.h"

#include <functional>

namespace recoupe {

//! Takes a row below the header, with the titles of its columns. A failure ends the reading and is
//! handed to the caller.
using OriginalRowSink = std::function<Result<>(const QStringList &titles, const TableRow &row)>;

//! Hands on the rows of a table as they stand in the file, each with as many cells as the header or
//! more. The header is found as an import finds it.
[[nodiscard]] Result<> readOriginalRows(const QString &fileName, TableKind kind,
                                        const TableProfile &profile, const OriginalRowSink &take);

} // namespace recoupe
