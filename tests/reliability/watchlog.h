// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliability/watchrecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace recoupe::test {

//! A call that filewatch.cpp recorded.
struct WatchedCall
{
    WatchOp op = WatchOp::Create;
    QString path;
    QString newPath; //!< of a rename or a link
    qint64 offset = 0;
    QByteArray data; //!< of a write
    qint64 end = 0;  //!< bytes of the log up to here
};

//! All calls of a log; none where there is no log.
[[nodiscard]] QList<WatchedCall> watchedCalls(const QString &logFile);

} // namespace recoupe::test
