// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/tablelayout.h"

namespace recoupe {

//! Writes the edition as a tagged PDF (design: TABLE), all or nothing (an older file stays on
//! failure). The same edition on the same paper gives the same bytes. \a progress counts sessions
//! and stops the work with false (Cancelled). Needs a QGuiApplication, for the fonts.
[[nodiscard]] Result<> writeTablePdf(const EditionContent &content, const QString &fileName,
                                     const Progress &progress = {}, Paper paper = Paper::A4);

} // namespace recoupe
