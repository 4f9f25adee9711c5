// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/editioncontent.h"
#include "report/sheet.h"

//! The edition for spreadsheets, to be sorted and filtered.
namespace recoupe {

//! A row for each session: its group, then the cells of the table.
[[nodiscard]] Sheet sessionsSheet(const EditionContent &content);
//! A row for each session that left.
[[nodiscard]] Sheet departuresSheet(const EditionContent &content);
//! What stands around the table: edition, period, counts, legend; a row for each thing said.
[[nodiscard]] Sheet descriptionSheet(const EditionContent &content);

//! Writes the sessions as text, all or nothing: one line of titles and then rows, as programs read
//! it. The last column says of which edition each row is, so that none is taken for another's.
[[nodiscard]] Result<> writeTableCsv(const EditionContent &content, const QString &fileName,
                                     const Progress &progress = {});
//! Writes the three sheets as a workbook, all or nothing, made to be printed on that paper.
[[nodiscard]] Result<> writeTableWorkbook(const EditionContent &content, const QString &fileName,
                                          const Progress &progress = {}, Paper paper = Paper::A4);

} // namespace recoupe
