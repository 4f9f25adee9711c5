// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardees.h"

#include "core/textfolding.h"
#include "domain/contact.h"

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

constexpr QLatin1String nameSeparator(" / ");

template <typename Key>
QStringList united(QStringList values, const QStringList &others, Key key)
{
    for (const QString &other : others) {
        const auto isSame = [&](const QString &value) { return key(value) == key(other); };
        if (!other.isEmpty() && std::ranges::none_of(values, isSame))
            values << other;
    }
    return values;
}

QString unitedNames(const QString &names, const QString &others)
{
    const auto fold = [](const QString &name) { return folded(name); };
    const auto split = [](const QString &text) {
        return text.split(nameSeparator, Qt::SkipEmptyParts);
    };
    return united(split(names), split(others), fold).join(nameSeparator);
}

} // namespace

AwardeeJoin joinAwardees(AwardNotification &award, const AwardNotification &other)
{
    AwardNotification joined = other;
    joined.awardeeSirets = award.awardeeSirets;
    joined.awardeeName = award.awardeeName;
    if (joined != award)
        return AwardeeJoin::OtherAward;
    joined.awardeeSirets = united(award.awardeeSirets, other.awardeeSirets, normalizedSiret);
    joined.awardeeName = unitedNames(award.awardeeName, other.awardeeName);
    if (joined.awardeeSirets.size() > maxAwardees ||
        joined.awardeeName.count(nameSeparator) >= maxAwardees)
        return AwardeeJoin::TooMany;
    if (joined == award)
        return AwardeeJoin::NothingNew;
    award = joined;
    return AwardeeJoin::Joined;
}

QStringList splitSirets(const QString &text)
{
    constexpr QStringView separators = u",;/\n";
    QStringList sirets;
    for (auto begin = text.begin(); begin != text.end();) {
        const auto end =
            std::find_if(begin, text.end(), [&](QChar c) { return separators.contains(c); });
        const QString part = QStringView(begin, end).trimmed().toString();
        if (!part.isEmpty())
            sirets += splitAtSpaces(part);
        begin = end == text.end() ? end : end + 1;
    }
    return sirets;
}

} // namespace recoupe
