// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/partialdate.h"

namespace recoupe {

namespace {

//! -1 unless all are digits. By hand: an import reads and writes a million dates.
int numberOf(QStringView digits)
{
    int number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return -1;
        number = number * 10 + (digit.unicode() - u'0');
    }
    return number;
}

} // namespace

PartialDate::PartialDate(QDate day)
    : m_precision(day.isValid() ? Precision::Day : Precision::Absent)
    , m_first(day)
{
}

PartialDate PartialDate::ofMonth(int year, int month)
{
    const QDate first(year, month, 1);
    return first.isValid() ? PartialDate(Precision::Month, first) : PartialDate();
}

PartialDate PartialDate::ofYear(int year)
{
    const QDate first(year, 1, 1);
    return first.isValid() ? PartialDate(Precision::Year, first) : PartialDate();
}

std::optional<PartialDate> PartialDate::fromLheo(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return PartialDate();
    const bool hasHyphens = trimmed.size() == 10 && trimmed[4] == u'-' && trimmed[7] == u'-';
    if (trimmed.size() != 8 && !hasHyphens)
        return std::nullopt;
    const int year = numberOf(trimmed.first(4));
    const int month = numberOf(trimmed.sliced(hasHyphens ? 5 : 4, 2));
    const int day = numberOf(trimmed.last(2));
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    if (year == 0 && month == 0 && day == 0)
        return PartialDate(Precision::UnknownStart, {});
    if (year == 9999 && month == 99 && day == 99)
        return PartialDate(Precision::UnknownEnd, {});

    const PartialDate date = month == 0 && day == 0 ? ofYear(year)
                             : day == 0             ? ofMonth(year, month)
                                                    : PartialDate(QDate(year, month, day));
    if (!date.isKnown())
        return std::nullopt;
    return date;
}

QString PartialDate::toLheo() const
{
    switch (m_precision) {
    case Precision::Absent: return {};
    case Precision::UnknownStart: return QStringLiteral("00000000");
    case Precision::UnknownEnd: return QStringLiteral("99999999");
    default: break;
    }
    int year = 0;
    int month = 0;
    int day = 0;
    m_first.getDate(&year, &month, &day);
    const int number = year * 10000 + (m_precision == Precision::Year ? 0 : month * 100) +
                       (m_precision == Precision::Day ? day : 0);
    return QString::number(number).rightJustified(8, u'0');
}

QDate PartialDate::latest() const
{
    switch (m_precision) {
    case Precision::Year: return m_first.addYears(1).addDays(-1);
    case Precision::Month: return m_first.addMonths(1).addDays(-1);
    default: return m_first;
    }
}

} // namespace recoupe
