// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/retrydelay.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

namespace recoupe {

using std::chrono::milliseconds;

milliseconds backOff(milliseconds first, int failures)
{
    constexpr milliseconds longest{60'000};
    constexpr int mostDoublings = 16;
    const milliseconds doubled = first * (1 << std::clamp(failures - 1, 0, mostDoublings));
    const double share = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    return milliseconds(qint64(double(std::min(doubled, longest).count()) * share));
}

std::optional<milliseconds> retryAfter(const QByteArray &header, const QDateTime &now)
{
    bool isNumber = false;
    const int seconds = header.trimmed().toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace recoupe
