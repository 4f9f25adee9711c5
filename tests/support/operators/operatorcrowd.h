// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace recoupe::test {

struct CrowdTask
{
    QString url; //!< of a base with sessions
    int operators = 4;
    int decisions = 100; //!< of each
    int look = 100;      //!< after how many decisions each looks at the base again
};

//! What a crowd of operators says it did.
struct CrowdReport
{
    QList<qint64> events;       //!< acknowledged
    QList<qint64> microseconds; //!< of each request, rising
    double seconds = 0;         //!< from the first request to the last answer
    int meanwhile = 0;          //!< requests that met a change of somebody else
    int unchanged = 0;
    int refused = 0;
    int repeated = 0;      //!< that waited too long and were made again
    qint64 largestKib = 0; //!< memory of the largest process
};

//! Runs operators, each a process of its own, that begin together once all have read the base.
[[nodiscard]] Result<CrowdReport> runCrowd(const CrowdTask &task);

} // namespace recoupe::test
