// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/benchmemory.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace recoupe {

namespace {

qint64 memory(const QByteArray &which)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(which + ':'))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

} // namespace

qint64 idleMemory()
{
#ifdef __GLIBC__
    malloc_trim(0); // what preparations left behind would be used again, unseen
#endif
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
    return memory("VmRSS");
}

qint64 peakMemory()
{
    return memory("VmHWM");
}

} // namespace recoupe
