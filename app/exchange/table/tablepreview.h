// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/tablepreview.h"
#include "domain/tableprofile.h"

namespace recoupe {

//! Shows how a table file would be read under a profile, which may be an unfinished one, and the
//! first rows that this gives. Fails only where the file itself cannot be read.
[[nodiscard]] Result<TablePreview> previewTable(const QString &fileName, TableKind kind,
                                                const TableProfile &profile = {},
                                                qsizetype maxRows = 20);

} // namespace recoupe
