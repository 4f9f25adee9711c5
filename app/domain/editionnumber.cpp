// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/editionnumber.h"

#include <QRegularExpression>

namespace recoupe {

QString EditionNumber::label() const
{
    return QStringLiteral("%1-%2").arg(year).arg(number, 2, 10, QLatin1Char('0'));
}

std::optional<EditionNumber> EditionNumber::fromLabel(const QString &label)
{
    static const QRegularExpression form(QStringLiteral("\\A([1-9]\\d{3})-(\\d{1,3})\\z"));
    const QRegularExpressionMatch match = form.match(label);
    if (!match.hasMatch())
        return std::nullopt;
    return EditionNumber{match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace recoupe
