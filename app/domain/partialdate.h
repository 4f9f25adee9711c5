// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace recoupe {

//! A date as LHEO writes it, kept with its precision (LHEO 2.3, "date": eight digits AAAAMMJJ).
//! An unknown day is never turned into a day: ask exact(), earliest() or latest() by name.
class PartialDate
{
public:
    enum class Precision
    {
        Absent,       //!< nothing was said
        UnknownStart, //!< 00000000
        UnknownEnd,   //!< 99999999
        Year,         //!< AAAA0000
        Month,        //!< AAAAMM00
        Day,
    };

    PartialDate() = default;
    explicit PartialDate(QDate day);
    [[nodiscard]] static PartialDate ofMonth(int year, int month);
    [[nodiscard]] static PartialDate ofYear(int year);

    //! Reads AAAAMMJJ, and AAAA-MM-JJ as met in extras. Empty gives Absent; anything that is
    //! neither a real day nor one of LHEO's partial forms gives nothing.
    [[nodiscard]] static std::optional<PartialDate> fromLheo(QStringView text);
    //! Eight digits; empty when absent.
    [[nodiscard]] QString toLheo() const;

    [[nodiscard]] Precision precision() const { return m_precision; }
    //! Whether a day, a month or a year is known at all.
    [[nodiscard]] bool isKnown() const { return m_precision >= Precision::Year; }
    [[nodiscard]] bool isDay() const { return m_precision == Precision::Day; }
    //! Month or year only.
    [[nodiscard]] bool isPartial() const { return isKnown() && !isDay(); }

    //! The day, invalid unless it is known to the day.
    [[nodiscard]] QDate exact() const { return isDay() ? m_first : QDate(); }
    //! First and last day that it can mean; invalid when nothing is known.
    [[nodiscard]] QDate earliest() const { return m_first; }
    [[nodiscard]] QDate latest() const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;

private:
    PartialDate(Precision precision, QDate first)
        : m_precision(precision)
        , m_first(first)
    {
    }

    Precision m_precision = Precision::Absent;
    QDate m_first;
};

} // namespace recoupe
