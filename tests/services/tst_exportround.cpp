// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"

#include <QDir>
#include <QTest>

using namespace recoupe;

//! The daily round of all partners.
class ExportRoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }
    void roundSendsEachPartnerOnceADay();
    void roundGoesOnAfterAFailure();
    void roundTellsWhatIsHeldAndLeavesWhatWasGivenUp();
    void yesterdaysFilesAreNotSent();

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

void ExportRoundTest::roundSendsEachPartnerOnceADay()
{
    for (const Partner partner : partners)
        m_fixture->giveDestination(partner);
    const auto round = [this] {
        QStringList outcomes;
        const auto steps = m_fixture->office().synchronisation().run();
        for (const SyncStep &step : *steps)
            outcomes << toToken(*step.partner) + u'=' + toToken(step.outcome);
        return outcomes.join(u' ');
    };
    QCOMPARE(round(), QStringLiteral("portal=done sesar=done aude=done parcours3=done "
                                     "parcoursh=done"));
    QCOMPARE(round(), QString());
}

void ExportRoundTest::roundGoesOnAfterAFailure()
{
    const QString away = m_fixture->giveDestination(Partner::Portal);
    m_fixture->giveDestination(Partner::Aude);
    QVERIFY(QDir(away).removeRecursively());
    const auto steps = m_fixture->office().synchronisation().run().value();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.first().outcome, SyncStep::Outcome::Waiting);
    QCOMPARE(steps.last().outcome, SyncStep::Outcome::Done);
}

void ExportRoundTest::roundTellsWhatIsHeldAndLeavesWhatWasGivenUp()
{
    m_fixture->giveDestination(Partner::Aude);
    m_fixture->sent(Partner::Aude);
    m_fixture->makeAudeFall();
    const Delivery held = m_fixture->sent(Partner::Aude);
    const auto round = [this] { return m_fixture->office().synchronisation().run().value(); };
    QCOMPARE(round().size(), 1);
    QCOMPARE(round().first().outcome, SyncStep::Outcome::Held);
    QVERIFY(m_fixture->exports().drop(held.id, {}));
    QVERIFY(round().isEmpty());
}

void ExportRoundTest::yesterdaysFilesAreNotSent()
{
    m_fixture->giveDestination(Partner::Aude);
    const QDate yesterday = BackOffice::demoDay().addDays(-1);
    const Delivery old = m_fixture->exports().prepare({Partner::Aude, yesterday, {}, {}})->delivery;
    QVERIFY(m_fixture->exports().due()->isEmpty());
    const Result<Delivery> tried = m_fixture->exports().transmit(old.id);
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, ErrorCode::Refused);
    const auto steps = m_fixture->office().synchronisation().run().value();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().delivery->day, BackOffice::demoDay());
    QCOMPARE(steps.first().outcome, SyncStep::Outcome::Done);
}

QTEST_GUILESS_MAIN(ExportRoundTest)
#include "tst_exportround.moc"
