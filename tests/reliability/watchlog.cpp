// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/watchlog.h"

#include "support/testfiles.h"

#include <cstring>

namespace recoupe::test {

QList<WatchedCall> watchedCalls(const QString &logFile)
{
    const QByteArray log = bytesOf(logFile);
    QList<WatchedCall> calls;
    for (qsizetype at = 0; at < log.size();) {
        const auto take = [&](qsizetype size) {
            return log.mid(std::exchange(at, at + size), size);
        };
        WatchRecord head;
        std::memcpy(&head, take(qsizetype(sizeof head)).constData(), sizeof head);
        WatchedCall &call = calls.emplaceBack();
        call.op = head.op;
        call.offset = head.offset;
        call.path = QString::fromUtf8(take(head.pathSize));
        call.newPath = QString::fromUtf8(take(head.newPathSize));
        call.data = take(head.dataSize);
        call.end = at;
    }
    return calls;
}

} // namespace recoupe::test
