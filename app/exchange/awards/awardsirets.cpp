// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardsirets.h"

#include "domain/contact.h"

#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype siretDigits = 14;

// "12345678900012 98765432100021" are two, "123 456 789 00012" is one.
QStringList splitAtSpaces(const QString &text)
{
    const QString digits = normalizedSiret(text);
    const bool isSeveral = digits.size() > siretDigits && digits.size() % siretDigits == 0 &&
                           std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); });
    if (!isSeveral)
        return {text};
    QStringList sirets;
    for (qsizetype at = 0; at < digits.size(); at += siretDigits)
        sirets << digits.mid(at, siretDigits);
    return sirets;
}

} // namespace

QStringList splitSirets(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;/\\n]"));
    QStringList sirets;
    for (const QString &part : text.split(separators)) {
        if (!part.trimmed().isEmpty())
            sirets += splitAtSpaces(part.trimmed());
    }
    return sirets;
}

} // namespace recoupe
