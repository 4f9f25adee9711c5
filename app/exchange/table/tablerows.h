// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <array>

namespace recoupe {

//! One row of a table file, blank or not, its cells as text.
struct TableRow
{
    qint64 line = 0; //!< from 1: of a text file where the row begins, of a workbook its number
    QStringList cells;
    QMap<qsizetype, qsizetype> spans; //!< merged cells: how many columns, by the first position
    bool isFilledFromAbove = false;   //!< a merged cell of an earlier row reaches into this one
    qsizetype characters = 0;         //!< of all cells

    [[nodiscard]] bool isBlank() const;
};

//! How a table is written: given by a profile, or as found in the file.
struct TableForm
{
    QString encoding; //!< of text: UTF-8, UTF-16, Windows-1252 or ISO-8859-15
    QChar separator;  //!< of text
    QString sheet;    //!< of a workbook: its name
    QDate dayZero;    //!< of a workbook: the day that the number 0 stands for
};

//! Takes the rows of a table.
class TableSink
{
public:
    virtual ~TableSink() = default;
    //! Before the first row; of a workbook again for each sheet, as long as all were empty.
    virtual void begin(const TableForm &) {}
    //! A failure ends the reading and is handed to the caller.
    [[nodiscard]] virtual Result<> row(const TableRow &row) = 0;
};

//! Of text, in the order of preference.
inline constexpr std::array<char16_t, 3> tableSeparators{u';', u',', u'\t'};

inline constexpr qsizetype maxTableColumns = 1024;
inline constexpr qsizetype maxCellCharacters = 1024 * 1024;
inline constexpr qsizetype maxRowCharacters = 4 * maxCellCharacters;
//! Cells that a workbook may fill by repeating or merging those that it holds.
inline constexpr qint64 maxRepeatedCells = 1'000'000;

//! Reads the rows of a CSV file or of an XLSX or ODS workbook (its first visible sheet that is not
//! empty), told apart by their content. \a form: what is known of a text; the rest is found. Gives
//! warnings: whatever the file says beside these rows is named there. Refuses what is none of the
//! three, what is named as another, old and encrypted workbooks, in one sentence that says what to
//! do.
[[nodiscard]] Result<QStringList> readTableRows(const QString &fileName, TableSink &sink,
                                                const TableForm &form = {});

} // namespace recoupe
