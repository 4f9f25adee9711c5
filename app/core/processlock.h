// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLockFile;

namespace recoupe {

//! Takes a lock that only the death of its process frees, without waiting for who holds it; whether
//! it is taken. Unlike QLockFile::tryLock() it is not kept out for good by a file that a process
//! left which died before it had written its name into it.
[[nodiscard]] bool tryProcessLock(QLockFile &lock);

} // namespace recoupe
