// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/sheet.h"

class QAbstractItemModel;

namespace recoupe {

//! Rows of a small table with all of its columns. To be read before the model changes.
[[nodiscard]] Sheet sheetOf(const QAbstractItemModel &model, const QList<int> &rows);

} // namespace recoupe
