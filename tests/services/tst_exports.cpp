// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"
#include "services/manifest.h"
#include "support/testfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

//! What each partner gets of the demonstration's data.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }
    void everyPartnerGetsItsAudience_data();
    void everyPartnerGetsItsAudience();
    void bilansAreForProfessionalsAlone();
    void manifestListsWhatArrived();
    void whatThePartnerHasIsComparedWithTheBase();
    void nothingToSendIsSaid();
    void partnerWithoutDestinationIsSaid();
    void previewLeavesNoTrace();
    void sessionRemembersWhereItWent();
    void vanishedSessionOfAnotherFunderLeavesThePortal();
    void everyFileIsJudgedByTheSchema();
    void schemaThatIsAwayIsSaid();

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

void ExportTest::everyPartnerGetsItsAudience_data()
{
    QTest::addColumn<Partner>("partner");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool Audience::*>("member");
    QTest::newRow("public portal")
        << Partner::Portal << QStringLiteral("offre-publique.xml") << &Audience::publicPortal;
    QTest::newRow("professional portal")
        << Partner::Portal << QStringLiteral("offre-professionnelle.xml") << &Audience::proPortal;
    QTest::newRow("Parcours 3") << Partner::Parcours3 << QString() << &Audience::partners;
    QTest::newRow("AUDE") << Partner::Aude << QStringLiteral("aude.xml") << &Audience::partners;
}

void ExportTest::everyPartnerGetsItsAudience()
{
    QFETCH(const Partner, partner);
    QFETCH(const QString, file);
    QFETCH(bool Audience::*const, member);
    const QString folder = m_fixture->giveDestination(partner);
    const Delivery delivery = m_fixture->sent(partner);
    QCOMPARE(delivery.state, DeliveryState::Delivered);
    QCOMPARE(delivery.counts.leftOut, 0);
    const SessionKeys expected = m_fixture->audience(member);
    QVERIFY(!expected.empty());
    QCOMPARE(delivery.counts.lines, qint64(expected.size()));
    SessionKeys written;
    const QStringList files =
        file.isEmpty() ? filesUnder(folder).filter(QStringLiteral("offres/")) : QStringList(file);
    for (const QString &name : files)
        written.merge(keysOf(sessionsOfFeed(QDir(folder).filePath(name))));
    QVERIFY(written == expected);
}

void ExportTest::bilansAreForProfessionalsAlone()
{
    const QString folder = m_fixture->giveDestination(Partner::Portal);
    m_fixture->sent(Partner::Portal);
    const auto bilans = [&](const char *file) {
        qsizetype count = 0;
        const QList<TrainingSession> sessions =
            sessionsOfFeed(QDir(folder).filePath(QString::fromLatin1(file)));
        for (const TrainingSession &session : sessions)
            count += session.assessments.size();
        return count;
    };
    QVERIFY(bilans("offre-professionnelle.xml") > 0);
    QCOMPARE(bilans("offre-publique.xml"), 0);
    const QString aude = m_fixture->giveDestination(Partner::Aude);
    m_fixture->sent(Partner::Aude);
    QVERIFY(!bytesOf(QDir(aude).filePath(QStringLiteral("aude.xml"))).contains("info=\"bilans\""));
}

void ExportTest::manifestListsWhatArrived()
{
    const QString folder = m_fixture->giveDestination(Partner::Parcours3);
    const Delivery delivery = m_fixture->sent(Partner::Parcours3);
    const QString name = manifestName(Partner::Parcours3);
    const std::optional<Manifest> manifest = fromManifest(bytesOf(QDir(folder).filePath(name)));
    QVERIFY(manifest);
    QCOMPARE(manifest->key, delivery.key);
    QStringList listed{name};
    for (const DeliveredFile &file : manifest->files) {
        const QByteArray content = bytesOf(QDir(folder).filePath(file.path));
        QCOMPARE(content.size(), file.size);
        QCOMPARE(QString::fromLatin1(
                     QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
                 file.sha256);
        listed << file.path;
    }
    QCOMPARE(manifest->files.last().path, QStringLiteral("index.xml"));
    listed.sort();
    QCOMPARE(filesUnder(folder), listed);
}

void ExportTest::whatThePartnerHasIsComparedWithTheBase()
{
    m_fixture->giveDestination(Partner::Aude);
    const Delivery first = m_fixture->sent(Partner::Aude);
    QCOMPARE(first.counts.added, first.counts.lines);
    const Delivery same = m_fixture->sent(Partner::Aude);
    QCOMPARE(same.counts, (DeliveryCounts{first.counts.lines, first.counts.lines, 0, 0, 0, 0}));
    const QList<SessionKey> active = m_fixture->activeForSesar();
    QVERIFY(active.size() >= 2);
    m_fixture->deactivate({active.at(0)});
    QVERIFY(
        m_fixture->office().decisions().setRecruitment({active.at(1)}, RecruitmentState::Closed));
    const Delivery third = m_fixture->sent(Partner::Aude);
    QCOMPARE(third.counts,
             (DeliveryCounts{first.counts.lines - 1, first.counts.lines, 0, 1, 1, 0}));
    const QList<ExportDifference> differences = m_fixture->exports().differences(third.id).value();
    QCOMPARE(differences.size(), 2);
    for (const ExportDifference &difference : differences) {
        const bool leaves = difference.change == ExportChange::Removed;
        QCOMPARE(difference.key, active.at(leaves ? 0 : 1));
        QVERIFY(!difference.before.title.isEmpty());
        if (!leaves)
            QCOMPARE(difference.after.recruitment, RecruitmentState::Closed);
    }
}

void ExportTest::nothingToSendIsSaid()
{
    OfficeFixture empty;
    for (const Partner partner : partners) {
        const Result<PreparedDelivery> sent =
            empty.office().exports().send({partner, {}, empty.path(QStringLiteral("x")), {}});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code,
                 partner == Partner::Sesar ? ErrorCode::NothingNew : ErrorCode::Refused);
        QVERIFY(sent.error().message.contains(partnerName(partner)));
    }
    QVERIFY(empty.office().exports().deliveries({}, 9)->isEmpty());
}

void ExportTest::partnerWithoutDestinationIsSaid()
{
    const Result<PreparedDelivery> sent = m_fixture->exports().send({Partner::Aude, {}, {}, {}});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Refused);
    QVERIFY(sent.error().message.contains(partnerName(Partner::Aude)));
}

void ExportTest::previewLeavesNoTrace()
{
    const QString folder = m_fixture->giveDestination(Partner::Aude);
    const ExportPreview preview = m_fixture->exports().preview({Partner::Aude, {}, {}, {}}).value();
    QCOMPARE(preview.counts.added, qint64(m_fixture->audience(&Audience::partners).size()));
    QCOMPARE(preview.differences.size(), preview.counts.added);
    QVERIFY(filesUnder(folder).isEmpty());
    QVERIFY(m_fixture->exports().deliveries({}, 9)->isEmpty());
    m_fixture->sent(Partner::Aude);
    QCOMPARE(m_fixture->exports().preview({Partner::Aude, {}, {}, {}})->differences,
             QList<ExportDifference>());
}

void ExportTest::sessionRemembersWhereItWent()
{
    m_fixture->giveDestination(Partner::Aude);
    m_fixture->giveDestination(Partner::Portal);
    m_fixture->sent(Partner::Aude);
    m_fixture->sent(Partner::Portal);
    const SessionKey key = *m_fixture->audience(&Audience::table).begin();
    const auto events = m_fixture->office().events(key);
    QCOMPARE(events->deliveries.size(), 2);
    QCOMPARE(events->deliveries.first().partner, Partner::Aude);
    QVERIFY(events->deliveries.first().sentAt.isValid());
}

void ExportTest::vanishedSessionOfAnotherFunderLeavesThePortal()
{
    const auto ofOthers = [this] {
        SessionKeys keys;
        for (const SessionKey &key : m_fixture->audience(&Audience::publicPortal)) {
            if (m_fixture->session(key.session).session().funder() == Funder::Other)
                keys.insert(key);
        }
        return keys;
    };
    const SessionKeys before = ofOthers();
    QVERIFY(!before.empty());
    QByteArray feed = bytesOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml"));
    const qsizetype begin =
        feed.indexOf("<formation numero=\"" + before.begin()->formation.toUtf8());
    QVERIFY(begin > 0);
    feed.remove(begin, feed.indexOf("</formation>", begin) + 12 - begin);
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("sans.xml"), feed)));
    QVERIFY(!ofOthers().contains(*before.begin()));
}

void ExportTest::everyFileIsJudgedByTheSchema()
{
    const QString xsd = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/lheo-2.3.xsd");
    if (!QFile::exists(xsd))
        QSKIP("the schema of LHEO 2.3 is not beside the project");
    m_fixture->set({{QStringLiteral("export/lheo-xsd"), xsd}});
    for (const Partner partner : partners) {
        m_fixture->giveDestination(partner);
        const Delivery delivery = m_fixture->sent(partner);
        QVERIFY2(delivery.state == DeliveryState::Delivered, qPrintable(delivery.result));
        QCOMPARE(delivery.counts.leftOut, 0);
    }
}

void ExportTest::schemaThatIsAwayIsSaid()
{
    m_fixture->giveDestination(Partner::Aude);
    const QString xsd = m_fixture->path(QStringLiteral("absent.xsd"));
    m_fixture->set({{QStringLiteral("export/lheo-xsd"), xsd}});
    const Result<PreparedDelivery> failed = m_fixture->exports().send({Partner::Aude, {}, {}, {}});
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(QStringLiteral("absent.xsd")),
             qPrintable(failed.error().message));
    QVERIFY(m_fixture->exports().deliveries({}, 9)->isEmpty());
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_exports.moc"
