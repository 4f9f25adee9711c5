// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "report/tablelayout.h"

class QPrinter;

namespace recoupe {

//! What the printer is to print on, so that the system's dialog shows it.
void preparePrinter(QPrinter &printer, const TableLayout &layout);

//! Prints the pages that the printer is set to, each scaled to the sheet where the sheet is
//! another. Cancelled when \a progress says so, FileUnwritable when the printer refuses. May be
//! called from any thread.
[[nodiscard]] Result<> printTable(QPrinter &printer, const TableLayout &layout,
                                  const Progress &progress = {});

} // namespace recoupe
