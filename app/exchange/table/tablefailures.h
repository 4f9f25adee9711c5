// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

//! Why a table file is not read, where several readers say the same.
namespace recoupe {

//! A workbook that asks for a password.
[[nodiscard]] Failure passwordProtected(const QString &fileName);
//! A file that is no workbook that we read.
[[nodiscard]] Failure notAWorkbook(const QString &fileName);
//! A table in which nothing is written.
[[nodiscard]] Failure emptyTable(const QString &fileName);

} // namespace recoupe
