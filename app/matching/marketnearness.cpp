// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/marketnearness.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

//! In shorter numbers a slip leads to any other number.
constexpr qsizetype shortestNumber = 5;

struct LookAlike
{
    char16_t sign;
    char16_t as;
};

constexpr std::array lookAlikes{
    LookAlike{u'O', u'0'}, LookAlike{u'I', u'1'}, LookAlike{u'L', u'1'},
    LookAlike{u'S', u'5'}, LookAlike{u'B', u'8'}, LookAlike{u'Z', u'2'},
};

QChar withoutLookAlike(QChar sign)
{
    const auto found = std::ranges::find(lookAlikes, sign.unicode(), &LookAlike::sign);
    return found == lookAlikes.end() ? sign : QChar(found->as);
}

//! Both of one length.
MarketNearness compareSigns(QStringView entered, QStringView notified)
{
    const auto looksAlike = [](QChar a, QChar b) {
        return withoutLookAlike(a) == withoutLookAlike(b);
    };
    if (std::ranges::equal(entered, notified, looksAlike))
        return MarketNearness::LookAlike;
    const auto [left, right] = std::ranges::mismatch(entered, notified);
    const qsizetype at = left - entered.begin();
    if (entered.sliced(at + 1) == notified.sliced(at + 1))
        return MarketNearness::Replaced;
    const bool swapped = at + 1 < entered.size() && entered[at] == notified[at + 1] &&
                         entered[at + 1] == notified[at] &&
                         entered.sliced(at + 2) == notified.sliced(at + 2);
    return swapped ? MarketNearness::Swapped : MarketNearness::Far;
}

//! Whether one sign more makes the shorter text the longer one.
bool lacksOneSign(QStringView shorter, QStringView longer)
{
    const auto [left, right] = std::ranges::mismatch(shorter, longer);
    const qsizetype at = left - shorter.begin();
    return shorter.sliced(at) == longer.sliced(at + 1);
}

//! Year, number of at least six signs, two digits.
constexpr qsizetype shortestEnvelope = 12;

MarketNearness compareNumbers(QStringView entered, QStringView notified)
{
    if (entered.isEmpty() || notified.isEmpty())
        return MarketNearness::Far;
    if (entered == notified)
        return MarketNearness::Equal;
    if (std::min(entered.size(), notified.size()) < shortestNumber)
        return MarketNearness::Far;
    switch (entered.size() - notified.size()) {
    case 0: return compareSigns(entered, notified);
    case 1: return lacksOneSign(notified, entered) ? MarketNearness::Extra : MarketNearness::Far;
    case -1: return lacksOneSign(entered, notified) ? MarketNearness::Missing : MarketNearness::Far;
    default: return MarketNearness::Far;
    }
}

} // namespace

ComparableMarket::ComparableMarket(const MarketNumber &market)
    : number(market.normalized())
    , inside(number)
{
    if (number.size() < shortestEnvelope)
        return;
    const QString held = market.insideEnvelope();
    if (!held.isEmpty())
        inside = held;
}

QString withoutLookAlikes(QStringView normalized)
{
    QString out = normalized.toString();
    std::ranges::transform(out, out.begin(), withoutLookAlike);
    return out;
}

MarketNearness compareMarkets(const ComparableMarket &entered, const ComparableMarket &notified)
{
    const MarketNearness asWritten = compareNumbers(entered.number, notified.number);
    if (asWritten != MarketNearness::Far)
        return asWritten;
    const MarketNearness held = compareNumbers(entered.inside, notified.inside);
    return held == MarketNearness::Equal ? MarketNearness::Envelope : held;
}

} // namespace recoupe
