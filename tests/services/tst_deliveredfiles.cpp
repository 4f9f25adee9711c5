// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"
#include "services/manifest.h"
#include "support/testfiles.h"

#include <QDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

//! The files at the partner's: which come, which go, and which are none of ours.
class DeliveredFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }
    void whatArrivedIsNotSentAgain();
    void onlyWhatWasPreparedLeaves();
    void leftoversOfTheLastDeliveryGo();
    void lastSessionTakesItsFilesAlong();
    void foreignManifestRemovesNothing();

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

void DeliveredFilesTest::whatArrivedIsNotSentAgain()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    const Delivery prepared = m_fixture->prepared(Partner::Aude);
    // As a process leaves it that dies between the last file and the word to the base.
    QDir().mkpath(folder);
    m_fixture->write(QStringLiteral("chez-aude/") + manifestName(Partner::Aude),
                     toManifest(prepared));
    const QString file = m_fixture->write(QStringLiteral("chez-aude/aude.xml"), "taken away");
    const Delivery delivered = m_fixture->exports().transmit(prepared.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(bytesOf(file), "taken away");
    QCOMPARE(m_fixture->sent(Partner::Aude).counts.added, 0);
}

void DeliveredFilesTest::onlyWhatWasPreparedLeaves()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    const Delivery prepared = m_fixture->prepared(Partner::Aude);
    QFile file(QDir(prepared.folder).filePath(QStringLiteral("aude.xml")));
    QVERIFY(file.open(QIODevice::Append) && file.write("<!-- -->") > 0);
    file.close();
    const Delivery failed = m_fixture->exports().transmit(prepared.id).value();
    QCOMPARE(failed.state, DeliveryState::Failed);
    QVERIFY(failed.result.contains(QDir::toNativeSeparators(prepared.folder)));
    QVERIFY(filesUnder(folder).isEmpty());
    QCOMPARE(m_fixture->sent(Partner::Aude).state, DeliveryState::Delivered);
    QCOMPARE(m_fixture->exports().retry(prepared.id).error().code, ErrorCode::Refused);
}

void DeliveredFilesTest::leftoversOfTheLastDeliveryGo()
{
    const QString folder = m_fixture->giveDestination(Partner::Parcours3);
    m_fixture->sent(Partner::Parcours3);
    const QStringList before = filesUnder(folder);
    const QString foreign =
        m_fixture->write(QStringLiteral("chez-parcours3/ailleurs.txt"), "not ours");
    const SessionKey gone = m_fixture->activeForSesar().first();
    SessionKeys ofAction;
    for (const SessionKey &key : m_fixture->audience(&Audience::partners)) {
        if (key.formation == gone.formation)
            ofAction.insert(key);
    }
    m_fixture->deactivate(ofAction);
    const Delivery delivery = m_fixture->sent(Partner::Parcours3, QStringLiteral("essai"));
    QCOMPARE(delivery.state, DeliveryState::Delivered);
    QVERIFY(QFile::exists(foreign));
    QCOMPARE(filesUnder(folder).size(), before.size()); // one less, and the foreign one
    const QByteArray index = bytesOf(QDir(folder).filePath(QStringLiteral("index.xml")));
    const QStringList offers = filesUnder(QDir(folder).filePath(QStringLiteral("offres")));
    for (const QString &offer : offers)
        QVERIFY(index.contains("file=\"offres/" + offer.toUtf8() + '"'));
    QVERIFY(!index.contains(gone.formation.toUtf8()));
}

void DeliveredFilesTest::lastSessionTakesItsFilesAlong()
{
    const QString folder = m_fixture->giveDestination(Partner::Portal);
    const QString leaflet = m_fixture->giveDestination(Partner::ParcoursH);
    m_fixture->sent(Partner::Portal);
    m_fixture->sent(Partner::ParcoursH);
    const QDate late(2040, 1, 1);
    const auto sendLate = [&](Partner partner) {
        return m_fixture->exports()
            .send({partner, late, {}, QStringLiteral("tout est fini")})
            ->delivery;
    };
    QCOMPARE(sendLate(Partner::Portal).state, DeliveryState::Delivered);
    QCOMPARE(filesUnder(folder), QStringList{manifestName(Partner::Portal)});
    const Delivery empty = sendLate(Partner::ParcoursH);
    QCOMPARE(empty.counts.lines, 0);
    QCOMPARE(bytesOf(QDir(leaflet).filePath(QStringLiteral("parcours-h.csv"))).count('\n'), 1);
}

void DeliveredFilesTest::foreignManifestRemovesNothing()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    Delivery foreign;
    foreign.key = QStringLiteral("not-ours");
    foreign.partner = Partner::Aude;
    foreign.files = {{QStringLiteral("victim.txt"), 3, {}}, {QStringLiteral("../x"), 1, {}}};
    m_fixture->write(QStringLiteral("chez-aude/") + manifestName(Partner::Aude),
                     toManifest(foreign));
    const QString victim = m_fixture->write(QStringLiteral("chez-aude/victim.txt"), "abc");
    QCOMPARE(m_fixture->sent(Partner::Aude).state, DeliveryState::Delivered);
    QVERIFY(QFile::exists(victim));
    QVERIFY(QFile::exists(QDir(folder).filePath(QStringLiteral("aude.xml"))));
}

QTEST_GUILESS_MAIN(DeliveredFilesTest)
#include "tst_deliveredfiles.moc"
