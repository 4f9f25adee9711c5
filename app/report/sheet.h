// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace recoupe {

struct SheetColumn
{
    QString title;
    int width = 0; //!< in characters; 0 leaves it to who reads it
};

//! A table for the spreadsheets of people, all of its cells texts.
struct Sheet
{
    QString name; //!< "Sessions"
    QList<SheetColumn> columns;
    qsizetype rowCount = 0;
    //! Called from the thread that writes, row by row from the first to the last.
    std::function<QString(qsizetype row, qsizetype column)> cell;
};

} // namespace recoupe
