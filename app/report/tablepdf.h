// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "report/editioncontent.h"

#include <functional>

namespace recoupe {

//! Writes the edition as a PDF: A4 landscape, all or nothing (an older file stays on failure).
//! \a progress gets (pages done, pages in all) and stops the work with false (Cancelled). While the
//! pages are being laid out none is done, and "in all" is how many there are so far.
//! Needs a QGuiApplication.
[[nodiscard]] Result<> writeTablePdf(const EditionContent &content, const QString &fileName,
                                     const std::function<bool(int, int)> &progress = {});

//! "tableau-formations-collectives-2026-03-du-2026-02-09.pdf"; "…-projet-du-…" for a draft.
[[nodiscard]] QString tablePdfFileName(const EditionContent &content);

} // namespace recoupe
