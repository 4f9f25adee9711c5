// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! Memory of this process in KiB, as the system tells it; 0 where it does not.
namespace recoupe {

//! What is now in use, from which the peak is counted anew.
[[nodiscard]] qint64 idleMemory();
//! The most that was in use since.
[[nodiscard]] qint64 peakMemory();

} // namespace recoupe
