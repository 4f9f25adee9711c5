// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/partialdate.h"

#include <algorithm>

namespace recoupe {

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
    QString digits = trimmed.toString();
    if (digits.size() == 10 && digits[4] == u'-' && digits[7] == u'-')
        digits.remove(7, 1).remove(4, 1);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (digits.size() != 8 || !std::ranges::all_of(digits, isDigit))
        return std::nullopt;
    if (digits == u"00000000")
        return PartialDate(Precision::UnknownStart, {});
    if (digits == u"99999999")
        return PartialDate(Precision::UnknownEnd, {});

    const QStringView view(digits);
    const int year = view.left(4).toInt();
    const int month = view.mid(4, 2).toInt();
    const int day = view.mid(6).toInt();
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
    case Precision::Year: return m_first.toString(QStringLiteral("yyyy")) + QStringLiteral("0000");
    case Precision::Month: return m_first.toString(QStringLiteral("yyyyMM")) + QStringLiteral("00");
    case Precision::Day: return m_first.toString(QStringLiteral("yyyyMMdd"));
    }
    return {};
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
