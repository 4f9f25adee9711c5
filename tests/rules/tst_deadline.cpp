// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/deadline.h"

#include <QTest>

using namespace recoupe;

class DeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holidaysOfAYear_data();
    void holidaysOfAYear();
    void elevenHolidaysAYear();
    void workingDays_data();
    void workingDays();
    void deadline_data();
    void deadline();
};

void DeadlineTest::holidaysOfAYear_data()
{
    QTest::addColumn<QDate>("easterMonday");
    QTest::addColumn<QDate>("ascension");
    QTest::addColumn<QDate>("whitMonday");
    const auto row = [](QDate easterMonday, QDate ascension, QDate whitMonday) {
        QTest::addRow("%d", easterMonday.year()) << easterMonday << ascension << whitMonday;
    };
    row({2008, 3, 24}, {2008, 5, 1}, {2008, 5, 12}); // Ascension on Labour Day
    row({2014, 4, 21}, {2014, 5, 29}, {2014, 6, 9});
    row({2024, 4, 1}, {2024, 5, 9}, {2024, 5, 20});
    row({2026, 4, 6}, {2026, 5, 14}, {2026, 5, 25});
    row({2027, 3, 29}, {2027, 5, 6}, {2027, 5, 17});
    row({2028, 4, 17}, {2028, 5, 25}, {2028, 6, 5});
    row({2038, 4, 26}, {2038, 6, 3}, {2038, 6, 14}); // the latest there is
}

void DeadlineTest::holidaysOfAYear()
{
    QFETCH(const QDate, easterMonday);
    QFETCH(const QDate, ascension);
    QFETCH(const QDate, whitMonday);
    for (const QDate day : {easterMonday, ascension, whitMonday})
        QVERIFY2(isPublicHoliday(day), qPrintable(day.toString(Qt::ISODate)));
    QVERIFY(!isPublicHoliday(easterMonday.addDays(-3))); // Good Friday is Alsace-Moselle's
}

void DeadlineTest::elevenHolidaysAYear()
{
    const auto count = [](int year) {
        int holidays = 0;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
            holidays += int(isPublicHoliday(day));
        return holidays;
    };
    QCOMPARE(count(2026), 11);
    QCOMPARE(count(2028), 11);
    QCOMPARE(count(2008), 10); // Ascension fell on 1 May
    QVERIFY(!isPublicHoliday(QDate(2026, 12, 26)));
    QVERIFY(!isPublicHoliday(QDate()));
}

void DeadlineTest::workingDays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("works");
    QTest::newRow("Monday") << QDate(2026, 11, 23) << true;
    QTest::newRow("Friday") << QDate(2026, 11, 27) << true;
    QTest::newRow("Saturday") << QDate(2026, 11, 28) << false;
    QTest::newRow("Sunday") << QDate(2026, 11, 29) << false;
    QTest::newRow("Labour Day, a Friday") << QDate(2026, 5, 1) << false;
    QTest::newRow("Easter Monday") << QDate(2027, 3, 29) << false;
    QTest::newRow("Christmas, a Friday") << QDate(2026, 12, 25) << false;
    QTest::newRow("29 February, a Tuesday") << QDate(2028, 2, 29) << true;
    QTest::newRow("no day") << QDate() << false;
}

void DeadlineTest::workingDays()
{
    QFETCH(const QDate, day);
    QFETCH(const bool, works);
    QCOMPARE(isWorkingDay(day), works);
}

void DeadlineTest::deadline_data()
{
    QTest::addColumn<Funder>("funder");
    QTest::addColumn<QDate>("received");
    QTest::addColumn<QDate>("calendar");
    QTest::addColumn<QDate>("working");
    const auto row = [](const char *name, Funder funder, QDate received, QDate calendar,
                        QDate working) {
        QTest::newRow(name) << funder << received << calendar << working;
    };
    row("a plain fortnight", Funder::Region, {2026, 10, 5}, {2026, 10, 15}, {2026, 10, 19});
    row("six days", Funder::PoleEmploi, {2026, 10, 5}, {2026, 10, 11}, {2026, 10, 13});
    row("received on a Sunday", Funder::Agefiph, {2026, 10, 4}, {2026, 10, 14}, {2026, 10, 16});
    row("over Labour Day and Victory Day", Funder::PoleEmploi, {2026, 4, 29}, {2026, 5, 5},
        {2026, 5, 11}); // 30 April, 4 5 6 7 May, 11 May
    row("over Easter Monday", Funder::PoleEmploi, {2027, 3, 25}, {2027, 3, 31}, {2027, 4, 5});
    row("over a leap day", Funder::Region, {2028, 2, 25}, {2028, 3, 6}, {2028, 3, 10});
    row("over the end of the year", Funder::Region, {2026, 12, 24}, {2027, 1, 3}, {2027, 1, 11});
    row("received on a holiday", Funder::PoleEmploi, {2026, 11, 11}, {2026, 11, 17},
        {2026, 11, 19});
    row("day unknown", Funder::Region, {}, {}, {});
}

void DeadlineTest::deadline()
{
    QFETCH(const Funder, funder);
    QFETCH(const QDate, received);
    QFETCH(const QDate, calendar);
    QFETCH(const QDate, working);
    AwardNotification award;
    award.funder = funder;
    award.receivedOn = received;
    QCOMPARE(entryDeadline(award, DayCount::Calendar), calendar);
    QCOMPARE(entryDeadline(award, DayCount::Working), working);
}

QTEST_APPLESS_MAIN(DeadlineTest)
#include "tst_deadline.moc"
