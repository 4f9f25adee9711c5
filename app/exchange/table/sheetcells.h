// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

//! What the cells of workbooks have in common, whoever wrote them.
namespace recoupe {

//! "C" for 2.
[[nodiscard]] QString columnName(qsizetype position);

//! A number without exponent. With one from sixteen digits on: spreadsheets keep fifteen, and what
//! they rounded must not pass for exact.
[[nodiscard]] QString plainNumber(double number);

//! The text of a cell that has a formula and no value.
[[nodiscard]] QString failedFormula(const QString &formula);
//! Whether a cell says that there is no value: failedFormula(), what spreadsheets show, in English
//! and in French, where a formula failed, or the bars of a column that was too narrow.
[[nodiscard]] bool isFailedFormula(QStringView text);

//! Puts a text where it belongs; an empty one takes no place. Refuses columns beyond what is read,
//! texts that are too long, and a second text for one cell.
[[nodiscard]] Result<> putCell(TableRow &row, qsizetype position, const QString &text,
                               const QString &fileName);

//! Repetitions beyond maxRepeatedCells.
[[nodiscard]] Failure tooManyRepetitions(const QString &fileName, qint64 line);

} // namespace recoupe
