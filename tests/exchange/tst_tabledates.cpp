// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tabledates.h"

#include <QTest>

using namespace recoupe;

class TestTableDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFormsThatPeopleWrite_data();
    void readsTheFormsThatPeopleWrite();
    void passesOverATimeOfDay_data();
    void passesOverATimeOfDay();
    void readsNothingFromWhatIsNoDay_data();
    void readsNothingFromWhatIsNoDay();
    void tellsAShortYear_data();
    void tellsAShortYear();
    void countsDaysOfWorkbooks_data();
    void countsDaysOfWorkbooks();
};

void TestTableDates::readsTheFormsThatPeopleWrite_data()
{
    QTest::addColumn<QDate>("day");
    const QDate day(2026, 11, 12);
    for (const char *text :
         {"12/11/2026", "12-11-2026", "12.11.2026", "12 / 11 / 2026", "2026-11-12", "2026/11/12",
          "12 novembre 2026", "12 NOVEMBRE 2026", "12 nov. 2026", "12 nov 2026", "12-nov-2026",
          "12/nov./2026", "jeudi 12 novembre 2026", "Jeudi, 12 novembre 2026", "jeu. 12 nov. 2026",
          "le 12 novembre 2026"})
        QTest::newRow(text) << day;
    QTest::newRow("1er mars 2027") << QDate(2027, 3, 1);
    QTest::newRow("1 er mars 2027") << QDate(2027, 3, 1);
    QTest::newRow("1er août 2027") << QDate(2027, 8, 1);
    QTest::newRow("5 févr. 2027") << QDate(2027, 2, 5);
    QTest::newRow("14 juil. 2027") << QDate(2027, 7, 14);
    QTest::newRow("14 juin 2027") << QDate(2027, 6, 14);
    QTest::newRow("2 sept. 2027") << QDate(2027, 9, 2);
    QTest::newRow("mar. 2 mars 2027") << QDate(2027, 3, 2);
    QTest::newRow("9/1/2027") << QDate(2027, 1, 9);
    QTest::newRow("29/02/2028") << QDate(2028, 2, 29);
}

void TestTableDates::readsTheFormsThatPeopleWrite()
{
    const WrittenDate date = readDate(QString::fromUtf8(QTest::currentDataTag()));
    QTEST(date.day, "day");
    QVERIFY(!date.hasShortYear);
}

void TestTableDates::passesOverATimeOfDay_data()
{
    QTest::addColumn<QString>("time");
    for (const char *time :
         {" 14:30", " 14:30:00", "T14:30:00", "T14:30:00.000Z", "T00:00:00+01:00", " 0:00",
          " 14h30", " 14 h 30", " à 14h", ", 14:30", " 12:00:00 AM", " 14.30"})
        QTest::newRow(time) << QString::fromUtf8(time);
}

void TestTableDates::passesOverATimeOfDay()
{
    QFETCH(QString, time);
    QCOMPARE(readDate(QStringLiteral("12/11/2026") + time).day, QDate(2026, 11, 12));
    QCOMPARE(readDate(QStringLiteral("2026-11-12") + time).day, QDate(2026, 11, 12));
    QCOMPARE(readDate(QStringLiteral("12 nov. 2026") + time).day, QDate(2026, 11, 12));
}

void TestTableDates::readsNothingFromWhatIsNoDay_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text :
         {"", "31/02/2026", "29/02/2027", "11/25/2026", "12/11", "novembre 2026", "12 jui 2026",
          "12 brumaire 2026", "12 no 2026", "46338", "20261112", "12/11/2026 au 15/11/2026",
          "12/11/2026?", "12/11/20266", "courant 2026", "0/0/0000"})
        QTest::newRow(text) << 0;
}

void TestTableDates::readsNothingFromWhatIsNoDay()
{
    const WrittenDate date = readDate(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!date.day.isValid());
    QVERIFY(!date.hasShortYear);
}

void TestTableDates::tellsAShortYear_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text : {"12/11/26", "12-11-26", "12 nov. 26", "12/11/26 14:30"})
        QTest::newRow(text) << 0;
}

void TestTableDates::tellsAShortYear()
{
    const WrittenDate date = readDate(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!date.day.isValid());
    QVERIFY(date.hasShortYear);
}

void TestTableDates::countsDaysOfWorkbooks_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QDate>("dayZero");
    QTest::addColumn<QDate>("day");
    const QDate windows(1899, 12, 30);
    const auto row = [](const char *number, QDate dayZero, QDate day) {
        QTest::addRow("%s from %s", number, qPrintable(dayZero.toString(Qt::ISODate)))
            << QString::fromLatin1(number) << dayZero << day;
    };
    row("46338", windows, QDate(2026, 11, 12));
    row("46338.5", windows, QDate(2026, 11, 12));
    row("46338,25", windows, QDate(2026, 11, 12));
    row("44876", QDate(1904, 1, 1), QDate(2026, 11, 12));
    row("46338", QDate(), QDate());
    row("20000", windows, QDate(1954, 10, 3));
    row("19999", windows, QDate());
    row("80000", windows, QDate(2119, 1, 11));
    row("80001", windows, QDate());
    row("2026", windows, QDate());
    row("463380", windows, QDate());
    row("46338 x", windows, QDate());
}

void TestTableDates::countsDaysOfWorkbooks()
{
    QFETCH(QString, number);
    QFETCH(QDate, dayZero);
    QTEST(dateOfSerial(number, dayZero), "day");
}

QTEST_APPLESS_MAIN(TestTableDates)
#include "tst_tabledates.moc"
