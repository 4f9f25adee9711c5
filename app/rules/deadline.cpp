// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/deadline.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct MonthDay
{
    int month;
    int day;
};

constexpr std::array fixedHolidays{
    MonthDay{1, 1},  MonthDay{5, 1},  MonthDay{5, 8},   MonthDay{7, 14},
    MonthDay{8, 15}, MonthDay{11, 1}, MonthDay{11, 11}, MonthDay{12, 25},
};
//! Easter Monday, Ascension Day, Whit Monday.
constexpr std::array daysAfterEaster{1, 39, 50};

//! Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
QDate easterSunday(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int ofCentury = year % 100;
    const int correction = (century + 8) / 25;
    const int epact =
        (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    const int shift = (golden + 11 * epact + 22 * weekday) / 451;
    const int days = epact + weekday - 7 * shift + 114;
    return {year, days / 31, days % 31 + 1};
}

} // namespace

int entryDays(Funder funder)
{
    return funder == Funder::PoleEmploi ? 6 : 10;
}

QDate entryDeadline(const AwardNotification &award, DayCount count)
{
    QDate day = award.runsFrom();
    if (!day.isValid() || count == DayCount::Calendar)
        return day.addDays(entryDays(award.funder));
    for (int left = entryDays(award.funder); left > 0;) {
        day = day.addDays(1);
        left -= int(isWorkingDay(day));
    }
    return day;
}

bool isPublicHoliday(QDate day)
{
    const bool isFixed = std::ranges::any_of(fixedHolidays, [day](const MonthDay &holiday) {
        return day.month() == holiday.month && day.day() == holiday.day;
    });
    const qint64 sinceEaster = easterSunday(day.year()).daysTo(day);
    return isFixed || std::ranges::find(daysAfterEaster, sinceEaster) != daysAfterEaster.end();
}

bool isWorkingDay(QDate day)
{
    return day.isValid() && day.dayOfWeek() <= Qt::Friday && !isPublicHoliday(day);
}

} // namespace recoupe
