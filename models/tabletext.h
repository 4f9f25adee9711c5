// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace recoupe {

//! Rows and columns of a table as text with a line of headers, tab-separated: what a spreadsheet
//! pastes. Cells that it would take for a formula get an apostrophe; tabs and line breaks within a
//! cell become spaces.
[[nodiscard]] QString tabSeparated(const QAbstractItemModel &model, const QList<int> &rows,
                                   const QList<int> &columns);

//! The whole table for Excel in French: semicolons, quotes where needed, line ends of Windows.
[[nodiscard]] QString semicolonSeparated(const QAbstractItemModel &model);

//! Writes that text as UTF-8 with a byte order mark, without which Excel garbles accents; all or
//! nothing.
[[nodiscard]] Result<> writeCsv(const QAbstractItemModel &model, const QString &fileName);

} // namespace recoupe
