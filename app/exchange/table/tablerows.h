// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

#include <functional>

namespace recoupe {

//! One row of a table file, blank or not, its cells as text.
struct TableRow
{
    qint64 line = 0; //!< from 1: of a text file where the row begins, of a workbook its number
    QStringList cells;

    [[nodiscard]] bool isBlank() const;
};

//! Takes one row; a failure ends the reading and is handed to the caller.
using TableRowSink = std::function<Result<>(const TableRow &)>;

inline constexpr qsizetype maxTableColumns = 1024;
inline constexpr qsizetype maxCellCharacters = 1024 * 1024;

//! Reads the rows of a CSV file or of an XLSX workbook (its first visible sheet that is not empty),
//! told apart by their content. Gives warnings. Refuses what is neither, what is named as the
//! other, old and encrypted workbooks, in one sentence that says what to do.
[[nodiscard]] Result<QStringList> readTableRows(const QString &fileName, const TableRowSink &sink);

} // namespace recoupe
