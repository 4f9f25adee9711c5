// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/editioncontent.h"
#include "report/paper.h"

namespace recoupe {

//! The forms in which the same table leaves (design: TABLE).
enum class TableFormat
{
    Pdf,
    Html,
    Csv,
    Xlsx
};

//! The format that a file's name ends with. InvalidArgument for any other, naming those there are.
[[nodiscard]] Result<TableFormat> tableFormatOf(const QString &fileName);

//! Writes the edition in the format that the file's name ends with, all or nothing (an older file
//! stays on failure). The same edition gives the same bytes. \a progress counts sessions and stops
//! the work with false (Cancelled). A PDF needs a QGuiApplication, for the fonts.
[[nodiscard]] Result<> writeTableFile(const EditionContent &content, const QString &fileName,
                                      const Progress &progress = {}, Paper paper = Paper::A4);

//! "tableau-formations-collectives-2026-03-du-2026-02-09.pdf"; "…-projet-du-…" for a draft. One
//! taken back says so ("…-annulee.pdf"), a view of a part which: "…-departement-63-region.pdf".
[[nodiscard]] QString tableFileName(const EditionContent &content, const QString &suffix);

} // namespace recoupe
