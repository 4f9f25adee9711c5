// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper.h"

#include <QDate>
#include <QList>
#include <QString>

#include <functional>

namespace recoupe {

struct SheetColumn
{
    QString title;
    int width = 0;       //!< in characters; 0 leaves it to who reads it
    bool counts = false; //!< a workbook can add it up: a cell of digits alone is a number there
    bool dates = false;  //!< a workbook can sort it: a cell like 12/01/2027 is a date there
};

//! A table for the spreadsheets of people, all of its cells texts but where a column counts or
//! dates.
struct Sheet
{
    QString name; //!< "Sessions"
    QList<SheetColumn> columns;
    qsizetype rowCount = 0;
    //! Called from the thread that writes, row by row from the first to the last.
    std::function<QString(qsizetype row, qsizetype column)> cell;
    bool wraps = false;       //!< in a workbook, cells of given widths show all their lines
    Paper paper = Paper::A4;  //!< that a workbook prints it on
    QString pageHeading = {}; //!< above each printed page; empty for none
};

//! What goes into one file of a spreadsheet program.
struct Workbook
{
    QList<Sheet> sheets; //!< one at least, their names differ
    QString title = {};
    QDate date = {}; //!< of what is in it: the same bytes each time; invalid for now
};

} // namespace recoupe
