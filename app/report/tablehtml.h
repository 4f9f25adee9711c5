// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/editioncontent.h"

namespace recoupe {

//! The edition as one HTML file that needs no other, no script and no network: real tables for
//! screen readers, the words of the PDF, cards on a narrow screen, light and dark, fit to print. A
//! mail program that knows no style shows plain tables. The same edition gives the same bytes.
[[nodiscard]] QByteArray tableHtml(const EditionContent &content);

//! Writes it, all or nothing. \a progress counts sessions and stops the work with false
//! (Cancelled).
[[nodiscard]] Result<> writeTableHtml(const EditionContent &content, const QString &fileName,
                                      const Progress &progress = {});

} // namespace recoupe
