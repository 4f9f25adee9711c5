// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/retrydelay.h"

#include <QTest>

using namespace recoupe;
using std::chrono::milliseconds;

class RetryDelayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitGrowsUpToAMinute_data();
    void waitGrowsUpToAMinute();
    void waitsDiffer();
    void retryAfterIsSecondsOrADate_data();
    void retryAfterIsSecondsOrADate();
};

void RetryDelayTest::waitGrowsUpToAMinute_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("middle"); // in milliseconds
    QTest::newRow("first") << 1 << 2000;
    QTest::newRow("second") << 2 << 4000;
    QTest::newRow("third") << 3 << 8000;
    QTest::newRow("tenth") << 10 << 60'000;
    QTest::newRow("thousandth") << 1000 << 60'000;
}

void RetryDelayTest::waitGrowsUpToAMinute()
{
    QFETCH(const int, failures);
    QFETCH(const int, middle);
    for (int i = 0; i < 200; ++i) {
        const milliseconds delay = backOff(milliseconds(2000), failures);
        QVERIFY(delay >= milliseconds(middle * 3 / 4));
        QVERIFY(delay <= milliseconds(middle * 5 / 4));
    }
}

void RetryDelayTest::waitsDiffer()
{
    QSet<qint64> delays;
    for (int i = 0; i < 50; ++i)
        delays.insert(backOff(milliseconds(60'000), 1).count());
    QVERIFY(delays.size() > 1);
}

void RetryDelayTest::retryAfterIsSecondsOrADate_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds"); // -1: nothing
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("at once") << QByteArray("0") << 0;
    QTest::newRow("date") << QByteArray("Sat, 28 Nov 2026 12:00:30 GMT") << 30;
    QTest::newRow("date that is past") << QByteArray("Sat, 28 Nov 2026 11:00:00 GMT") << 0;
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("words") << QByteArray("plus tard") << -1;
}

void RetryDelayTest::retryAfterIsSecondsOrADate()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, seconds);
    const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);
    const std::optional<milliseconds> asked = retryAfter(header, now);
    QCOMPARE(asked.has_value(), seconds >= 0);
    QCOMPARE(asked.value_or(milliseconds(-1000)), milliseconds(seconds * 1000));
}

QTEST_APPLESS_MAIN(RetryDelayTest)
#include "tst_retrydelay.moc"
