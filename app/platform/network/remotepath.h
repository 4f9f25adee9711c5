// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

//! Whether a path may be used under a folder of a partner: relative, of names parted by slashes,
//! none of which leads elsewhere or means something to a system. InvalidArgument.
[[nodiscard]] Result<> checkRemotePath(const QString &path);

} // namespace recoupe
