// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/numbers.h"

#include <array>

namespace recoupe {

namespace {

constexpr QStringView signs = u"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // neither I nor O
constexpr int firstLetter = 10;
constexpr int digitPayloads = 10000;
constexpr int firstPayload = 1400;
constexpr int marketSize = 8;

QChar letterOf(Funder funder)
{
    switch (funder) {
    case Funder::Region: return u'M';
    case Funder::PoleEmploi: return u'P';
    default: return u'A';
    }
}

//! Four digits as long as they last, then a letter and three signs.
QString payloadOf(int index)
{
    if (index < digitPayloads)
        return QStringLiteral("%1").arg((index + firstPayload) % digitPayloads, 4, 10,
                                        QLatin1Char('0'));
    const int size = int(signs.size());
    int rest = index - digitPayloads;
    QString payload;
    for (int i = 0; i < 3; ++i, rest /= size)
        payload.prepend(signs[rest % size]);
    return signs[firstLetter + rest % (size - firstLetter)] + payload;
}

QChar checkSign(QStringView head)
{
    static constexpr std::array weights{3, 1, 7};
    qsizetype sum = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        sum += weights[std::size_t(i) % weights.size()] * signs.indexOf(head[i]);
    return signs[sum % 10];
}

int luhnSum(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digits[digits.size() - 1 - i].digitValue() * (i % 2 == 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum;
}

QString withLuhnKey(const QString &digits)
{
    return digits + QString::number((10 - luhnSum(digits) % 10) % 10);
}

} // namespace

QString Numbers::lheo(QStringView prefix, int &last, Random &random)
{
    last += random.between(1, 9);
    return QStringLiteral("%1_%2").arg(prefix).arg(last, 10, 10, QLatin1Char('0'));
}

QString Numbers::market(Funder funder, int year, bool withZero)
{
    int &given = m_markets[{int(funder), year}];
    for (;;) {
        const QString head =
            letterOf(funder) +
            QStringLiteral("%1%2").arg(year % 100, 2, 10, QLatin1Char('0')).arg(payloadOf(given++));
        const QString number = head + checkSign(head);
        if (!withZero || number.contains(u'0'))
            return number;
    }
}

bool isWellFormedMarket(QStringView number)
{
    return number.size() == marketSize && number.back() == checkSign(number.chopped(1));
}

QString withOneSignWrong(const QString &number, Random &random)
{
    QString wrong = number;
    while (wrong == number || isWellFormedMarket(wrong)) {
        wrong = number;
        wrong[random.between(1, marketSize - 1)] = signs[random.below(firstLetter)];
    }
    return wrong;
}

QString withSignsSwapped(const QString &number, Random &random)
{
    const int first = random.below(marketSize - 2);
    for (int i = 0; i < marketSize - 2; ++i) {
        const int at = 1 + (first + i) % (marketSize - 2);
        QString wrong = number;
        wrong[at] = number[at + 1];
        wrong[at + 1] = number[at];
        if (wrong != number && !isWellFormedMarket(wrong))
            return wrong;
    }
    return withOneSignWrong(number, random);
}

QString sirenOfRank(int rank)
{
    const int block = 9999 - rank / 10000;
    return withLuhnKey(
        QStringLiteral("%1%2").arg(block).arg(rank % 10000, 4, 10, QLatin1Char('0')));
}

QString siretOf(const QString &siren, int establishment)
{
    return withLuhnKey(siren + QStringLiteral("%1").arg(establishment, 4, 10, QLatin1Char('0')));
}

} // namespace recoupe
