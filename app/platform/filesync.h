// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFile;

namespace recoupe {

//! Has what was written to an open file reach the disk, so that it is there after a power cut. Says
//! whether it did.
[[nodiscard]] bool syncToDisk(QFile &file);

} // namespace recoupe
