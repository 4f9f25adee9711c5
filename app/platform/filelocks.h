// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace recoupe {

//! Whether a process that closes a file gives up all locks that it holds on it, whoever took them:
//! POSIX, fcntl(), F_SETLK.
#ifdef Q_OS_WIN
inline constexpr bool closingGivesUpLocks = false;
#else
inline constexpr bool closingGivesUpLocks = true;
#endif

} // namespace recoupe
