// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QDir;
class QLockFile;

namespace recoupe {

//! Takes a lock that only the death of its process frees, without waiting for who holds it; whether
//! it is taken. Unlike QLockFile::tryLock() it is not kept out by what a process left that died
//! while it took or freed a lock: a file it had not written its name into, or the second lock under
//! which QLockFile removes the first.
[[nodiscard]] bool tryProcessLock(QLockFile &lock);

//! The lock beside a file or a folder, which who works with it holds.
[[nodiscard]] QString lockNameOf(const QString &path);

//! The names of what is locked in a folder, or was when its process died. \a pattern is a wildcard
//! for these names.
[[nodiscard]] QStringList lockedNames(const QDir &folder, const QString &pattern);

} // namespace recoupe
