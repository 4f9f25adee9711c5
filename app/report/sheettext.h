// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/sheet.h"

//! Text for the spreadsheets of people: Excel in French, LibreOffice.
namespace recoupe {

inline const QString csvLineEnd = QStringLiteral("\r\n");

//! What begins like a formula gets an apostrophe before it.
[[nodiscard]] QString withoutFormula(QString text);
//! A cell between semicolons, no formula, in quotes where it needs them.
[[nodiscard]] QString csvCell(const QString &text);
//! The same, of a value that must come back as it went: what a spreadsheet would take for a number
//! or a day and write otherwise (postal code 01000, SIRET, lot 1-2) is marked as text.
[[nodiscard]] QString csvTextCell(const QString &text);

//! A sheet as what a spreadsheet pastes: a line of titles, then the rows, between tabs. Tabs and
//! line breaks within a cell become spaces.
[[nodiscard]] QString pastedText(const Sheet &sheet);

//! Writes a text as UTF-8 with a byte order mark, without which Excel garbles accents; all or
//! nothing.
[[nodiscard]] Result<> writeCsvText(const QString &text, const QString &fileName);
//! The same of a sheet, row by row: semicolons, line ends of Windows, cells that come back as they
//! went.
[[nodiscard]] Result<> writeCsv(const Sheet &sheet, const QString &fileName,
                                const Progress &progress = {});

} // namespace recoupe
