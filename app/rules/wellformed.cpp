// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/wellformed.h"

#include "domain/contact.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace recoupe {

namespace {

constexpr QLatin1String laPoste("356000000");

int sumOfDigits(QStringView digits)
{
    return std::accumulate(digits.begin(), digits.end(), 0,
                           [](int sum, QChar digit) { return sum + digit.unicode() - u'0'; });
}

//! Every second digit from the right counts double; nine is taken from what then exceeds it.
bool hasLuhnKey(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].unicode() - u'0';
        const int counted = i % 2 == 0 ? digit : 2 * digit;
        sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
}

//! "04 73 00 00 00", as nearly everybody writes it: told without the form of all numbers.
bool isUsualTelephone(QStringView text)
{
    int digits = 0;
    for (const QChar c : text) {
        if (c == u' ' || c == u'.')
            continue;
        const char16_t least = digits == 1 ? u'1' : u'0';
        const char16_t most = digits == 0 ? u'0' : u'9';
        if (c < least || c > most)
            return false;
        ++digits;
    }
    return digits == 10;
}

} // namespace

bool isWellFormedSiret(const QString &text)
{
    const QString siren = sirenOf(text);
    if (siren.isEmpty() || sumOfDigits(siren) == 0)
        return false;
    const QString digits = normalizedSiret(text);
    return hasLuhnKey(digits) || (siren == laPoste && sumOfDigits(digits) % 5 == 0);
}

bool isWellFormedTelephone(const QString &text)
{
    static const QRegularExpression dialled(
        QStringLiteral("^(?:0[1-9][0-9]{8}|3[0-9]{3}|1[0-9]{1,3}|11[68][0-9]{3}|\\+33[1-9][0-9]{8}|"
                       "0033[1-9][0-9]{8}|\\+(?!33)[1-9][0-9]{6,14}|00(?!33)[1-9][0-9]{8,14})"
                       "(?:(?:poste|ext)[0-9]{1,5})?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (isUsualTelephone(text))
        return true;
    QString number = text;
    number.remove(QLatin1String("(0)"));
    number.removeIf([](QChar c) {
        return c.isSpace() || c == u'.' || c == u'/' || c.category() == QChar::Punctuation_Dash;
    });
    return dialled.match(number).hasMatch();
}

bool isFrenchPostalCode(const QString &text)
{
    // Corsica is 20 as a whole; overseas départements have three digits, collectivities too.
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:0[1-9]|[1-8][0-9]|9[0-5])[0-9]|97[1-8]|98[046-8])[0-9]{2}$"));
    return form.match(text).hasMatch();
}

} // namespace recoupe
