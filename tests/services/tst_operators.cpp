// SPDX-License-Identifier: GPL-3.0-or-later
// Several operators, each a process of its own, decide on the same few sessions: nothing that one
// of them was told is done may be lost.
#include "services/sharedbase.h"
#include "storage/database.h"
#include "support/generator/generator.h"
#include "support/operators/operatorcheck.h"
#include "support/operators/operatorcrowd.h"

#include <QTest>

using namespace recoupe;

class OperatorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }
    void nothingIsLost_data() { m_kinds.addRows(); }
    void nothingIsLost();
    void lossIsFound();

private:
    static void fill(SharedBase &base);

    test::BaseKinds m_kinds;
};

void OperatorsTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void OperatorsTest::fill(SharedBase &base)
{
    const auto files = generate({.sessions = 60, .defectRate = 0, .folder = base.path({})});
    QVERIFY(files.has_value());
    for (const QString &file : {files->awards, files->feed})
        QVERIFY(base.odile().imports().import({.file = file}));
}

void OperatorsTest::nothingIsLost()
{
    QFETCH(const QString, backend);
    constexpr int operators = 4;
    constexpr int decisions = 60;
    SharedBase base(m_kinds, backend);
    fill(base);
    const auto report = test::runCrowd(
        {.url = base.url(), .operators = operators, .decisions = decisions, .look = 5});
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->microseconds.size(), operators * decisions);
    QVERIFY(!report->events.isEmpty());
    QVERIFY(report->meanwhile > 0); // they did get in each other's way
    const auto database = Database::open(DatabaseUrl::parse(base.url()).value());
    const auto lost = test::lostUpdates(**database, report->events);
    QVERIFY(lost.has_value());
    QCOMPARE(lost->join(u'\n'), QString());
}

//! Nobody decides, so the acknowledgement of an event is one that was lost.
void OperatorsTest::lossIsFound()
{
    SharedBase base(m_kinds, QStringLiteral("sqlite"));
    fill(base);
    const auto database = Database::open(DatabaseUrl::parse(base.url()).value());
    QCOMPARE(test::lostUpdates(**database, {1})->size(), 1);
    QVERIFY(test::lostUpdates(**database, {})->isEmpty());
}

QTEST_GUILESS_MAIN(OperatorsTest)
#include "tst_operators.moc"
