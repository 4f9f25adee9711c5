// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QThread>

namespace recoupe {

namespace {

constexpr QLatin1String lockEnding(".lock");
constexpr QLatin1String removerEnding(".rmlock"); // of QLockFile's own

//! Frees the lock under which QLockFile removes a stale one, if its process died holding it.
void freeRemoverOf(const QString &lockName)
{
    const QString name = lockName + removerEnding;
    if (!QFile::exists(name))
        return;
    QLockFile remover(name);
    (void)tryProcessLock(remover);
}

} // namespace

bool tryProcessLock(QLockFile &lock)
{
    constexpr unsigned long longestWritingMs = 100;

    freeRemoverOf(lock.fileName());
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

QString lockNameOf(const QString &path)
{
    return path + lockEnding;
}

QStringList lockedNames(const QDir &folder, const QString &pattern)
{
    const QString locks = pattern + lockEnding;
    QStringList names =
        folder.entryList({locks, locks + removerEnding}, QDir::Files | QDir::Hidden, QDir::Name);
    for (QString &name : names)
        name.truncate(name.lastIndexOf(lockEnding));
    names.removeDuplicates();
    return names;
}

} // namespace recoupe
