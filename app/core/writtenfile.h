// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"

#include <functional>

class QIODevice;

namespace recoupe {

//! Writes a file, all or nothing: where \a write fails, or the device does, what was there before
//! stays. FileUnwritable, with what to do.
[[nodiscard]] Result<> writeFile(const QString &fileName,
                                 const std::function<Result<>(QIODevice &)> &write);

//! Whether who watches stops the writing of rows; asked at each, which mostly costs nothing.
[[nodiscard]] bool isCancelled(const Progress &progress, qsizetype row, qsizetype rowCount);
[[nodiscard]] Failure cancelledWriting(const QString &fileName);
//! \a detail: what the system or the library says.
[[nodiscard]] Failure unwritable(const QString &fileName, const QString &detail);

} // namespace recoupe
