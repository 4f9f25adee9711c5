// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"

namespace recoupe {

//! What tells the content of a file from any other: its SHA-256. FileUnreadable when it cannot be
//! read.
[[nodiscard]] Result<QByteArray> digestOf(const QString &fileName, const Progress &progress = {});

//! FileChanged, in these words, where the content is not of that digest; an empty one is of any.
[[nodiscard]] Result<> expectDigest(const QString &fileName, const QByteArray &digest,
                                    const QString &otherwise);

} // namespace recoupe
