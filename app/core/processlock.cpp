// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"

#include <QLockFile>
#include <QThread>

namespace recoupe {

bool tryProcessLock(QLockFile &lock)
{
    constexpr unsigned long longestWritingMs = 100;

    lock.setStaleLockTime(0);
    if (lock.tryLock())
        return true;
    qint64 process = 0;
    QString host;
    QString program;
    const auto isNamed = [&] { return lock.getLockInfo(&process, &host, &program); };
    if (lock.error() != QLockFile::LockFailedError || isNamed())
        return false;
    QThread::msleep(longestWritingMs); // a live process is about to write its name
    return !isNamed() && lock.removeStaleLockFile() && lock.tryLock();
}

} // namespace recoupe
