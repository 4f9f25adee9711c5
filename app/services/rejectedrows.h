// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/importplan.h"

#include "core/result.h"

namespace recoupe {

//! Writes what an import left out of a file as a CSV for people, to be sent back. Of a table: its
//! rejected rows with all their columns, as they stand in the file, and what is wrong with each in
//! columns of its own; the file is read again, and must not have changed (FileChanged). Of any
//! other file: a line for each rejected record.
[[nodiscard]] Result<> saveRejected(const ImportPlan &plan, const ImportSummary &summary,
                                    const QString &target);

//! What the file may be called: "portail - rejets.csv".
[[nodiscard]] QString rejectedFileName(const QString &file);

} // namespace recoupe
