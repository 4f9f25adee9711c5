// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheetof.h"

#include <QAbstractItemModel>

namespace recoupe {

Sheet sheetOf(const QAbstractItemModel &model, const QList<int> &rows)
{
    Sheet sheet;
    for (int column = 0; column < model.columnCount(); ++column)
        sheet.columns << SheetColumn{model.headerData(column, Qt::Horizontal).toString()};
    sheet.rowCount = rows.size();
    sheet.cell = [&model, rows](qsizetype row, qsizetype column) {
        return model.index(rows.at(row), int(column)).data().toString();
    };
    return sheet;
}

} // namespace recoupe
