// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"
#include "support/testfiles.h"

#include <QDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

//! What SESAR gets, and what it answers.
class SesarExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }
    void sesarGetsWhatChangedAndNothingElse();
    void sesarsRefusalGoesOutAgain();
    void acknowledgementOfSomethingElseIsRefused_data();
    void acknowledgementOfSomethingElseIsRefused();
    void sesarMayHaveWhatWasTried();
    void secondAcknowledgementAddsItsAnswers();
    void copyLeavesThePartnerWhatItHas();

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

void SesarExportTest::sesarGetsWhatChangedAndNothingElse()
{
    const QString folder = m_fixture->giveDestination(Partner::Sesar);
    const QList<SessionKey> active = m_fixture->activeForSesar();
    const Delivery first = m_fixture->sent(Partner::Sesar);
    QCOMPARE(first.counts.lines, active.size());
    QCOMPARE(bytesOf(QDir(folder).filePath(first.key + QLatin1String(".csv"))).count(";activation"),
             active.size());
    const Result<PreparedDelivery> again = m_fixture->exports().send({Partner::Sesar, {}, {}, {}});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NothingNew);
    m_fixture->deactivate({active.first()});
    const Delivery second = m_fixture->sent(Partner::Sesar);
    const QByteArray lines = bytesOf(QDir(folder).filePath(second.key + QLatin1String(".csv")));
    QCOMPARE(lines.count(";desactivation"), 1);
    QCOMPARE(lines.count(";activation"), 0);
    QVERIFY(lines.contains(active.first().session.toUtf8()));
    QVERIFY(QFile::exists(QDir(folder).filePath(first.key + QLatin1String(".csv"))));
}

void SesarExportTest::sesarsRefusalGoesOutAgain()
{
    m_fixture->giveDestination(Partner::Sesar);
    const QList<SessionKey> active = m_fixture->activeForSesar();
    const Delivery first = m_fixture->sent(Partner::Sesar);
    const QString file = m_fixture->acknowledgementOf(first.key, {active.first()}, "refuse");
    const Result<Delivery> read = m_fixture->exports().acknowledge(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->refusedLines, 1);
    QVERIFY(read->acceptedAt.isValid());
    QCOMPARE(m_fixture->exports().acknowledge(file).value(), *read);
    const Delivery second = m_fixture->sent(Partner::Sesar);
    QCOMPARE(second.counts.added, 1);
    QCOMPARE(m_fixture->exports().differences(second.id).value().first().key, active.first());
    const auto events = m_fixture->office().events(active.first());
    QCOMPARE(events->deliveries.first().refusal, QStringLiteral("essai"));
}

void SesarExportTest::acknowledgementOfSomethingElseIsRefused_data()
{
    QTest::addColumn<QString>("delivery");
    QTest::addColumn<QString>("session");
    QTest::newRow("another delivery") << QStringLiteral("sesar-20261123-inconnu") << QString();
    QTest::newRow("another session") << QString() << QStringLiteral("SE_inconnue");
}

void SesarExportTest::acknowledgementOfSomethingElseIsRefused()
{
    QFETCH(const QString, delivery);
    QFETCH(const QString, session);
    m_fixture->giveDestination(Partner::Sesar);
    const Delivery first = m_fixture->sent(Partner::Sesar);
    SessionKey key = m_fixture->activeForSesar().first();
    if (!session.isEmpty())
        key.session = session;
    const Result<Delivery> read = m_fixture->exports().acknowledge(
        m_fixture->acknowledgementOf(delivery.isEmpty() ? first.key : delivery, {key}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Refused);
    QVERIFY(read.error().message.contains(session.isEmpty() ? delivery : session));
    QVERIFY(m_fixture->exports().deliveries(Partner::Sesar, 1)->first().acceptedAt.isNull());
}

void SesarExportTest::sesarMayHaveWhatWasTried()
{
    const QString folder = m_fixture->giveDestination(Partner::Sesar);
    const QList<SessionKey> active = m_fixture->activeForSesar();
    QVERIFY(QDir(folder).removeRecursively());
    const Delivery waiting = m_fixture->sent(Partner::Sesar);
    QCOMPARE(waiting.state, DeliveryState::ToDo);
    m_fixture->deactivate({active.first()});
    const Result<PreparedDelivery> another =
        m_fixture->exports().prepare({Partner::Sesar, {}, {}, {}});
    QVERIFY(!another);
    QCOMPARE(another.error().code, ErrorCode::Refused);
    QCOMPARE(m_fixture->exports().drop(waiting.id, {}).error().code, ErrorCode::InvalidArgument);
    QVERIFY(QDir().mkpath(folder));
    const Delivery same = m_fixture->sent(Partner::Sesar); // goes on with the one that waits
    QCOMPARE(same.id, waiting.id);
    QCOMPARE(same.state, DeliveryState::Delivered);
    const Delivery next = m_fixture->sent(Partner::Sesar);
    QCOMPARE(next.counts.removed, 1);
    QCOMPARE(filesUnder(folder).filter(QStringLiteral(".csv")).size(), 2);
}

void SesarExportTest::secondAcknowledgementAddsItsAnswers()
{
    m_fixture->giveDestination(Partner::Sesar);
    const QList<SessionKey> active = m_fixture->activeForSesar();
    QVERIFY(active.size() >= 3);
    const Delivery first = m_fixture->sent(Partner::Sesar);
    QVERIFY(
        m_fixture->exports().acknowledge(m_fixture->acknowledgementOf(first.key, {active.at(0)})));
    const auto events = [&](qsizetype i) {
        return m_fixture->office().events(active.at(i))->deliveries.first();
    };
    QVERIFY(events(0).acceptedAt.isValid());
    QVERIFY(!events(1).acceptedAt.isValid()); // nothing was said of it
    const Delivery read =
        m_fixture->exports()
            .acknowledge(m_fixture->acknowledgementOf(first.key, {active.at(1)}, "refuse"))
            .value();
    QCOMPARE(read.refusedLines, 1);
    QCOMPARE(events(1).refusal, QStringLiteral("essai"));
    const Result<Delivery> contrary = m_fixture->exports().acknowledge(
        m_fixture->acknowledgementOf(first.key, {active.at(0)}, "refuse"));
    QVERIFY(!contrary);
    QCOMPARE(contrary.error().code, ErrorCode::Refused);
}

void SesarExportTest::copyLeavesThePartnerWhatItHas()
{
    const QString folder = m_fixture->giveDestination(Partner::Sesar);
    QDir().mkpath(m_fixture->path(QStringLiteral("copie")));
    const Delivery copy =
        m_fixture->exports()
            .send({Partner::Sesar, {}, m_fixture->path(QStringLiteral("copie")), {}})
            ->delivery;
    QCOMPARE(copy.state, DeliveryState::Delivered);
    QVERIFY(copy.isCopy);
    const Delivery real = m_fixture->sent(Partner::Sesar);
    QCOMPARE(real.counts.added, copy.counts.added);
    QVERIFY(QFile::exists(QDir(folder).filePath(real.key + QLatin1String(".csv"))));
}

QTEST_GUILESS_MAIN(SesarExportTest)
#include "tst_sesarexports.moc"
