// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"
#include "storage/database.h"
#include "support/testfiles.h"

#include <QDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

//! Deliveries that are not through: held, tried again, given up, replaced.
class OpenDeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }
    void fallAsksFirst();
    void answeredFallIsNotAskedAgain();
    void smallestFallBeyondTheShareAsks();
    void heldOneIsGivenUp();
    void newerOneTakesItsPlace();
    void filesOfAFailedOneGoWithTheNext();
    void folderThatIsAwayIsTriedAgain();
    void cancelledExportLeavesNothing();
    void anotherAccountsDeliveryStaysItsOwn();

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

void OpenDeliveryTest::fallAsksFirst()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    const Delivery first = m_fixture->sent(Partner::Aude);
    const QByteArray before = bytesOf(QDir(folder).filePath(QStringLiteral("aude.xml")));
    m_fixture->makeAudeFall();
    const Delivery held = m_fixture->sent(Partner::Aude);
    QCOMPARE(held.state, DeliveryState::Held);
    QVERIFY(held.question.contains(QString::number(held.counts.fall())));
    QVERIFY(held.question.contains(QString::number(first.counts.lines)));
    QCOMPARE(bytesOf(QDir(folder).filePath(QStringLiteral("aude.xml"))), before);
    QCOMPARE(m_fixture->exports().transmit(held.id).error().code, ErrorCode::Refused);
    QCOMPARE(m_fixture->exports().confirm(held.id, QStringLiteral(" ")).error().code,
             ErrorCode::InvalidArgument);
    QVERIFY(m_fixture->exports().confirm(held.id, QStringLiteral("fin des marchés")));
    const Delivery delivered = m_fixture->exports().transmit(held.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(delivered.confirmation, QStringLiteral("fin des marchés"));
    QVERIFY(bytesOf(QDir(folder).filePath(QStringLiteral("aude.xml"))) != before);
}

void OpenDeliveryTest::answeredFallIsNotAskedAgain()
{
    m_fixture->giveDestination(Partner::Aude);
    m_fixture->sent(Partner::Aude);
    m_fixture->makeAudeFall();
    const Delivery sentAtOnce = m_fixture->sent(Partner::Aude, QStringLiteral("fin des marchés"));
    QCOMPARE(sentAtOnce.state, DeliveryState::Delivered);
    QVERIFY(!sentAtOnce.question.isEmpty());
}

void OpenDeliveryTest::smallestFallBeyondTheShareAsks()
{
    QCOMPARE((DeliveryCounts{84, 106, 0, 0, 22, 0}.fall()), 21); // 20.75 %
    m_fixture->giveDestination(Partner::Aude);
    const Delivery first = m_fixture->sent(Partner::Aude);
    const SessionKeys all = m_fixture->audience(&Audience::table);
    const qint64 share = first.counts.lines / 5;
    SessionKeys some(all.begin(), std::next(all.begin(), share + 1));
    m_fixture->deactivate(some);
    QCOMPARE(m_fixture->sent(Partner::Aude).state, DeliveryState::Held);
}

void OpenDeliveryTest::heldOneIsGivenUp()
{
    m_fixture->giveDestination(Partner::Aude);
    const Delivery first = m_fixture->sent(Partner::Aude);
    m_fixture->makeAudeFall();
    const Delivery held = m_fixture->sent(Partner::Aude);
    QVERIFY(QDir(held.folder).exists());
    const Delivery dropped = m_fixture->exports().drop(held.id, QStringLiteral("erreur")).value();
    QCOMPARE(dropped.state, DeliveryState::Dropped);
    QVERIFY(!QDir(held.folder).exists());
    QCOMPARE(m_fixture->exports().drop(held.id, {}).error().code, ErrorCode::Refused);
    QCOMPARE(m_fixture->exports().partners()->at(int(Partner::Aude)).delivered->id, first.id);
}

void OpenDeliveryTest::newerOneTakesItsPlace()
{
    m_fixture->giveDestination(Partner::Aude);
    const Delivery old = m_fixture->prepared(Partner::Aude);
    const Delivery next = m_fixture->sent(Partner::Aude);
    QCOMPARE(next.state, DeliveryState::Delivered);
    const QList<Delivery> all = m_fixture->exports().deliveries(Partner::Aude, 9).value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.last().id, old.id);
    QCOMPARE(all.last().state, DeliveryState::Dropped);
    QVERIFY(!QDir(old.folder).exists());
    QCOMPARE(m_fixture->exports().transmit(old.id).error().code, ErrorCode::Refused);
}

//! A copy is not tried again by itself; its files wait for somebody who does.
void OpenDeliveryTest::filesOfAFailedOneGoWithTheNext()
{
    m_fixture->giveDestination(Partner::Aude);
    const QString noFolder = m_fixture->path(QStringLiteral("fichier"));
    test::writeBytes(noFolder, "x");
    const Result<PreparedDelivery> copy =
        m_fixture->exports().send({Partner::Aude, {}, noFolder, {}});
    QVERIFY(copy);
    QCOMPARE(copy->delivery.state, DeliveryState::Failed);
    QVERIFY(QDir(copy->delivery.folder).exists());
    QCOMPARE(m_fixture->sent(Partner::Aude).state, DeliveryState::Delivered);
    QVERIFY(!QDir(copy->delivery.folder).exists());
}

void OpenDeliveryTest::folderThatIsAwayIsTriedAgain()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    QVERIFY(QDir(folder).removeRecursively());
    const Delivery waiting = m_fixture->sent(Partner::Aude);
    QCOMPARE(waiting.state, DeliveryState::ToDo);
    QCOMPARE(waiting.tries, 1);
    QVERIFY(waiting.nextTryAt > Clock::now());
    QVERIFY(waiting.result.contains(QDir::toNativeSeparators(folder)));
    QVERIFY(m_fixture->exports().due()->isEmpty()); // not before its time
    QVERIFY(QDir().mkpath(folder));
    const Delivery delivered = m_fixture->exports().transmit(waiting.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(delivered.tries, 2);
    QVERIFY(!QDir(delivered.folder).exists());
}

void OpenDeliveryTest::cancelledExportLeavesNothing()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    const Result<PreparedDelivery> prepared = m_fixture->exports().prepare(
        {Partner::Aude, {}, {}, {}}, [](qint64, qint64) { return false; });
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::Cancelled);
    QVERIFY(m_fixture->exports().deliveries({}, 9)->isEmpty());
    const Delivery ready = m_fixture->prepared(Partner::Aude);
    const Delivery stopped =
        m_fixture->exports().transmit(ready.id, [](qint64, qint64) { return false; }).value();
    QCOMPARE(stopped.state, DeliveryState::ToDo);
    QVERIFY(filesUnder(folder).isEmpty());
    QCOMPARE(m_fixture->exports().transmit(ready.id)->state, DeliveryState::Delivered);
}

void OpenDeliveryTest::anotherAccountsDeliveryStaysItsOwn()
{
    m_fixture->giveDestination(Partner::Aude);
    const Delivery ours = m_fixture->prepared(Partner::Aude);
    const auto base =
        Database::open(DatabaseUrl::parse(QStringLiteral("sqlite:") +
                                          m_fixture->path(QStringLiteral("base.recoupe")))
                           .value());
    QVERIFY(base);
    ExportService others(**base, QStringLiteral("Zoé"), Clock{BackOffice::demoDay()},
                         m_fixture->path(QStringLiteral("autre.envois")));
    QVERIFY(others.due()->isEmpty());
    const Result<Delivery> tried = others.transmit(ours.id);
    QVERIFY(!tried);
    QVERIFY(tried.error().message.contains(QStringLiteral("Odile")));
    QCOMPARE(m_fixture->exports().due()->size(), 1);
    QVERIFY(others.drop(ours.id, {})); // its account may be gone
}

QTEST_GUILESS_MAIN(OpenDeliveryTest)
#include "tst_opendeliveries.moc"
