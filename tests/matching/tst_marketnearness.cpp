// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/marketnearness.h"

#include <QTest>

using namespace recoupe;

class MarketNearnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowNearTwoNumbersAre_data();
    void tellsHowNearTwoNumbersAre();
    void makesLookAlikesOne();
};

void MarketNearnessTest::tellsHowNearTwoNumbersAre_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("notified");
    QTest::addColumn<MarketNearness>("nearness");
    const auto row = [](const char *name, const char *entered, const char *notified,
                        MarketNearness nearness) {
        QTest::newRow(name) << QString::fromUtf8(entered) << QString::fromUtf8(notified)
                            << nearness;
    };
    row("equal", "M1451401", "M1451401", MarketNearness::Equal);
    row("written otherwise", "m 145-1401", "M1451401", MarketNearness::Equal);
    row("short and equal", "12", "12", MarketNearness::Equal);
    row("none entered", "", "M1451401", MarketNearness::Far);
    row("none notified", "M1451401", "", MarketNearness::Far);
    row("neither", "", "", MarketNearness::Far);
    row("a filler", ".", ".", MarketNearness::Far);

    row("envelope notified", "M1451401", "2014M145140100", MarketNearness::Envelope);
    row("envelope entered", "2014M145140103", "M1451401", MarketNearness::Envelope);
    row("two envelopes of one contract", "2014M145140100", "2014M145140112",
        MarketNearness::Envelope);
    row("two envelopes, modifications one sign apart", "2014M145140100", "2014M145140101",
        MarketNearness::Replaced);
    row("envelope of a number one slip away", "M1451410", "2014M145140100",
        MarketNearness::Swapped);
    row("envelope of another number", "M9999999", "2014M145140100", MarketNearness::Far);

    row("letter O for zero", "M145I4O1", "M1451401", MarketNearness::LookAlike);
    row("every look-alike", "ILOSBZ", "110582", MarketNearness::LookAlike);
    row("L for I", "ML45I401", "MI451401", MarketNearness::LookAlike);
    row("look-alike and another sign", "M145I402", "M1451401", MarketNearness::Far);
    row("G and 6 are no look-alikes", "M1451406", "M145140G", MarketNearness::Replaced);

    row("two neighbours swapped", "M1451410", "M1451401", MarketNearness::Swapped);
    row("first two swapped", "1M451401", "M1451401", MarketNearness::Swapped);
    row("two apart swapped", "M1151404", "M1451401", MarketNearness::Far);

    row("last sign missing", "M145140", "M1451401", MarketNearness::Missing);
    row("first sign missing", "1451401", "M1451401", MarketNearness::Missing);
    row("inner sign missing", "M145401", "M1451401", MarketNearness::Missing);
    row("one sign too many at the end", "M14514010", "M1451401", MarketNearness::Extra);
    row("one sign twice", "M14551401", "M1451401", MarketNearness::Extra);
    row("two signs missing", "M14514", "M1451401", MarketNearness::Far);
    row("two signs too many", "M145140100", "M1451401", MarketNearness::Far);

    row("last sign replaced", "M1451402", "M1451401", MarketNearness::Replaced);
    row("first sign replaced", "N1451401", "M1451401", MarketNearness::Replaced);
    row("two signs replaced", "M1451422", "M1451401", MarketNearness::Far);
    row("internal reference", "R4218", "M1451401", MarketNearness::Far);

    row("five signs are compared", "M1234", "M1235", MarketNearness::Replaced);
    row("four signs are not", "M123", "M124", MarketNearness::Far);
    row("five against four are not", "M1234", "M123", MarketNearness::Far);
}

void MarketNearnessTest::tellsHowNearTwoNumbersAre()
{
    QFETCH(const QString, entered);
    QFETCH(const QString, notified);
    QFETCH(const MarketNearness, nearness);
    QCOMPARE(compareMarkets(MarketNumber(entered), MarketNumber(notified)), nearness);

    const MarketNearness reversed = nearness == MarketNearness::Missing ? MarketNearness::Extra
                                    : nearness == MarketNearness::Extra ? MarketNearness::Missing
                                                                        : nearness;
    QCOMPARE(compareMarkets(MarketNumber(notified), MarketNumber(entered)), reversed);
}

void MarketNearnessTest::makesLookAlikesOne()
{
    QCOMPARE(withoutLookAlikes(u"MI4SL4OZB"), QStringLiteral("M14514028"));
    QCOMPARE(withoutLookAlikes(u"M1451401"), QStringLiteral("M1451401"));
    QCOMPARE(withoutLookAlikes(u""), QString());
}

QTEST_APPLESS_MAIN(MarketNearnessTest)
#include "tst_marketnearness.moc"
