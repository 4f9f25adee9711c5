// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tabledates.h"

#include "core/textfolding.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr int firstSerial = 20'000;
constexpr int lastSerial = 80'000;

constexpr std::array months{u"janvier",   u"fevrier", u"mars",     u"avril",
                            u"mai",       u"juin",    u"juillet",  u"aout",
                            u"septembre", u"octobre", u"novembre", u"decembre"};

// Any beginning of three letters or more that only one month has: "nov", "sept", "juil".
int monthOf(QStringView word)
{
    int month = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word.size() < 3 || !QStringView(months[i]).startsWith(word))
            continue;
        if (month > 0)
            return 0;
        month = int(i) + 1;
    }
    return month;
}

// "14:30:00.000Z", "à 14h30", "12:00:00 AM"
QString timeForm()
{
    return QStringLiteral("(?:(?:t|,? ?[aà] |,? )\\d{1,2}(?:[:.]\\d{2}){0,2}(?:[.,]\\d+)?"
                          "(?: ?h(?: ?\\d{2})?)?(?: ?[ap]m)?(?: ?(?:z|[+-]\\d{2}:?\\d{2}))?)?$");
}

WrittenDate dateOf(QStringView year, int month, QStringView day)
{
    if (year.size() < 4)
        return {{}, true};
    return {QDate(year.toInt(), month, day.toInt()), false};
}

// "12/01/2027", by hand: nearly every date of a table is written so, and the expressions below take
// twenty times as long.
std::optional<WrittenDate> readPlainly(QStringView text)
{
    constexpr QStringView form = u"00/00/0000";
    if (text.size() != form.size())
        return std::nullopt;
    std::array<int, 3> numbers{};
    std::size_t part = 0;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool isDigit = text[i] >= u'0' && text[i] <= u'9';
        if (form[i] == u'0' ? !isDigit : text[i] != form[i])
            return std::nullopt;
        if (isDigit)
            numbers[part] = numbers[part] * 10 + (text[i].unicode() - u'0');
        else
            ++part;
    }
    return WrittenDate{QDate(numbers[2], numbers[1], numbers[0]), false};
}

std::optional<WrittenDate> readNumbers(const QString &text)
{
    static const QRegularExpression dayFirst(
        QStringLiteral("^(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4}|\\d{2})") + timeForm(),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression yearFirst(
        QStringLiteral("^(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})") + timeForm(),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = dayFirst.match(text); match.hasMatch()) {
        return dateOf(match.capturedView(3), match.capturedView(2).toInt(), match.capturedView(1));
    }
    if (const auto match = yearFirst.match(text); match.hasMatch()) {
        return dateOf(match.capturedView(1), match.capturedView(2).toInt(), match.capturedView(3));
    }
    return std::nullopt;
}

WrittenDate readWords(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|"
                       "mer|jeu|ven|sam|dim)\\.?,? )?(\\d{1,2})(?: ?er)?[ /.-]?([a-z]+)\\.?[ /.-]?"
                       "(\\d{4}|\\d{2})") +
        timeForm());
    const QRegularExpressionMatch match = form.match(folded(text));
    const int month = monthOf(match.capturedView(2));
    return match.hasMatch() && month > 0
               ? dateOf(match.capturedView(3), month, match.capturedView(1))
               : WrittenDate();
}

} // namespace

WrittenDate readDate(const QString &text)
{
    if (const std::optional<WrittenDate> date = readPlainly(text))
        return *date;
    if (const std::optional<WrittenDate> date = readNumbers(text))
        return *date;
    return readWords(text);
}

QDate dateOfSerial(const QString &number, QDate dayZero)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{5})(?:[.,]\\d+)?$"));
    const QRegularExpressionMatch match = form.match(number);
    const int serial = match.capturedView(1).toInt();
    const bool isDay = dayZero.isValid() && serial >= firstSerial && serial <= lastSerial;
    return isDay ? dayZero.addDays(serial) : QDate();
}

} // namespace recoupe
