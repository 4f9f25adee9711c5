// SPDX-License-Identifier: GPL-3.0-or-later
// The feed and the deliveries against real servers on the loopback.
#include "services/manifest.h"
#include "services/officefixture.h"
#include "support/network/gzipped.h"
#include "support/network/nginxserver.h"
#include "support/network/sftpserver.h"
#include "support/testfiles.h"

#include <QDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

//! An environment variable as long as it lives.
class Secret
{
public:
    Secret(const char *name, const QByteArray &value)
        : m_name(name)
    {
        qputenv(m_name, value);
    }
    ~Secret() { qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Secret)

private:
    const char *m_name;
};

} // namespace

class PartnerServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_nginx.reset(); }
    void feedIsTakenInOnce();
    void feedMayBeCompressed();
    void feedThatChangedIsTakenIn();
    void feedThatFailsIsAskedLater_data();
    void feedThatFailsIsAskedLater();
    void brokenFeedChangesNothing();
    void feedIsDueByItsSettings();
    void deliveryReachesAWebServer();
    void deliveryReachesAnSftpServer();
    void serverThatIsAwayIsTriedAgain();
    void serverThatRefusesIsNot();
    void serverThatIsNotTrustedGetsNothing();
    void missingPasswordIsSaid();
    void passwordIsForItsPlaceAlone();

private:
    BackOffice &office() { return m_fixture->office(); }
    void set(QMap<QString, QString> settings)
    {
        settings.insert(QStringLiteral("network/authorities"), m_nginx->authority());
        const auto changed = office().decisions().changeSettings(settings);
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
    }
    void setFeed(const QUrl &url) { set({{QStringLiteral("feed/url"), url.toString()}}); }
    Result<ImportSummary> poll()
    {
        return office().feeds().fetch().and_then(
            [this](const FetchedFeed &feed) { return office().feeds().takeIn(feed); });
    }
    FeedState state() { return office().feeds().state().value().value(); }
    void setAude(const char *transport, const QUrl &url)
    {
        set({{QStringLiteral("partner/aude/transport"), QString::fromLatin1(transport)},
             {QStringLiteral("partner/aude/address"), url.toString()}});
    }
    void loadDemo()
    {
        QVERIFY(office().loadDemo());
        QVERIFY(office().decisions().activateConforming());
    }
    Delivery sent()
    {
        const Result<PreparedDelivery> done = office().exports().send({Partner::Aude, {}, {}, {}});
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return done->delivery;
    }

    std::unique_ptr<NginxServer> m_nginx;
    std::unique_ptr<OfficeFixture> m_fixture;
};

void PartnerServerTest::initTestCase()
{
    Result<std::unique_ptr<NginxServer>> started = NginxServer::start();
    if (!started && started.error().code == ErrorCode::NotFound)
        QSKIP(qPrintable(started.error().message));
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_nginx = *std::move(started);
}

void PartnerServerTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>(BackOffice::demoDay());
    m_nginx->clearLog();
}

void PartnerServerTest::feedIsTakenInOnce()
{
    writeBytes(m_nginx->file(QStringLiteral("lheo.xml")), feedOf({{}}));
    setFeed(m_nginx->url(QStringLiteral("/files/lheo.xml")));
    const Result<ImportSummary> first = poll();
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->record.added, 1);
    QVERIFY(!state().etag.isEmpty());
    QVERIFY(state().takenAt.isValid());
    const Result<ImportSummary> second = poll();
    QVERIFY(second && second->record.added == 0 && second->record.unchanged == 0);
    QCOMPARE(m_nginx->requests(2).last().value(QLatin1String("status")).toVariant().toInt(), 304);
    // Nothing of what was downloaded stays: it holds names and telephones.
    const QDir outbox(m_fixture->path(QStringLiteral("base.recoupe.envois")));
    QCOMPARE(outbox.entryList(QDir::Files | QDir::Hidden), QStringList());
}

void PartnerServerTest::feedMayBeCompressed()
{
    writeBytes(m_nginx->file(QStringLiteral("lheo.xml.gz")), gzipped(feedOf({{}})));
    setFeed(m_nginx->url(QStringLiteral("/files/lheo.xml.gz")));
    const Result<ImportSummary> first = poll();
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->record.added, 1);
}

void PartnerServerTest::feedThatChangedIsTakenIn()
{
    writeBytes(m_nginx->file(QStringLiteral("lheo.xml")), feedOf({{}}));
    setFeed(m_nginx->url(QStringLiteral("/files/lheo.xml")));
    QVERIFY(poll());
    writeBytes(m_nginx->file(QStringLiteral("lheo.xml")),
               feedOf({{}, {.numero = QStringLiteral("SE_2")}}));
    QCOMPARE(poll()->record.added, 1);
}

void PartnerServerTest::feedThatFailsIsAskedLater_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("forbidden") << QStringLiteral("/forbidden") << ErrorCode::ServerRefused;
    QTest::newRow("asks for a password")
        << QStringLiteral("/basic/lheo.xml") << ErrorCode::ServerRefused;
    QTest::newRow("sends elsewhere") << QStringLiteral("/away") << ErrorCode::ServerRefused;
    QTest::newRow("sends to a file") << QStringLiteral("/file") << ErrorCode::ServerRefused;
}

void PartnerServerTest::feedThatFailsIsAskedLater()
{
    QFETCH(const QString, path);
    setFeed(m_nginx->url(path));
    const Result<ImportSummary> polled = poll();
    QVERIFY(!polled);
    QTEST(polled.error().code, "code");
    QCOMPARE(state().failures, 1);
    QCOMPARE(state().result, polled.error().message);
    QVERIFY(state().nextCheckAt > Clock::now());
    QVERIFY(!state().takenAt.isValid());
    QVERIFY(!poll());
    QCOMPARE(state().failures, 2);
}

void PartnerServerTest::brokenFeedChangesNothing()
{
    const QString file = m_nginx->file(QStringLiteral("lheo.xml"));
    writeBytes(file, feedOf({{}}).chopped(20));
    setFeed(m_nginx->url(QStringLiteral("/files/lheo.xml")));
    const Result<ImportSummary> polled = poll();
    QVERIFY(!polled);
    QCOMPARE(polled.error().code, ErrorCode::MalformedFile);
    QVERIFY(m_fixture->workspace()->sessions.isEmpty());
    QVERIFY(state().etag.isEmpty()); // or the mended one would be taken for it
    writeBytes(file, feedOf({{}}));
    QCOMPARE(poll()->record.added, 1);
    QCOMPARE(state().failures, 0);
}

void PartnerServerTest::feedIsDueByItsSettings()
{
    const QDateTime now = Clock::now();
    const auto isDue = [&](int minutes) {
        return office().feeds().isDue(now.addSecs(60 * minutes)).value();
    };
    QVERIFY(!isDue(0));
    writeBytes(m_nginx->file(QStringLiteral("lheo.xml")), feedOf({{}}));
    setFeed(m_nginx->url(QStringLiteral("/files/lheo.xml")));
    QVERIFY(!isDue(0)); // on demand
    set({{QStringLiteral("feed/every-minutes"), QStringLiteral("30")}});
    QVERIFY(isDue(0));
    QVERIFY(poll());
    QVERIFY(!isDue(29));
    QVERIFY(isDue(31));
}

void PartnerServerTest::deliveryReachesAWebServer()
{
    loadDemo();
    set({{QStringLiteral("partner/parcours3/transport"), QStringLiteral("https-put")},
         {QStringLiteral("partner/parcours3/address"),
          m_nginx->url(QStringLiteral("/dav/p3/")).toString()}});
    const Result<PreparedDelivery> done = office().exports().send({Partner::Parcours3, {}, {}, {}});
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY2(done->delivery.state == DeliveryState::Delivered, qPrintable(done->delivery.result));
    const auto manifest = fromManifest(
        bytesOf(m_nginx->davFile(QStringLiteral("p3/") + manifestName(Partner::Parcours3))));
    QVERIFY(manifest);
    QCOMPARE(manifest->key, done->delivery.key);
    for (const DeliveredFile &file : manifest->files)
        QCOMPARE(bytesOf(m_nginx->davFile(QStringLiteral("p3/") + file.path)).size(), file.size);
    for (const QJsonObject &request : m_nginx->requests()) {
        if (request.value(QLatin1String("method")).toString() == u"PUT")
            QVERIFY(request.value(QLatin1String("key")).toString().startsWith(manifest->key));
    }
}

void PartnerServerTest::deliveryReachesAnSftpServer()
{
    Result<std::unique_ptr<SftpServer>> server = SftpServer::start();
    if (!server && server.error().code == ErrorCode::NotFound)
        QSKIP(qPrintable(server.error().message));
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    loadDemo();
    setAude("sftp", (*server)->url());
    set({{QStringLiteral("partner/aude/login"), (*server)->login()},
         {QStringLiteral("partner/aude/key-file"), (*server)->key()}});
    const Delivery untrusted = sent();
    QCOMPARE(untrusted.state, DeliveryState::Refused);
    QVERIFY2(untrusted.result.contains((*server)->fingerprint()), qPrintable(untrusted.result));
    set({{QStringLiteral("partner/aude/host-key"), (*server)->fingerprint()}});
    QVERIFY(office().exports().retry(untrusted.id));
    const Delivery delivered = office().exports().transmit(untrusted.id).value();
    QVERIFY2(delivered.state == DeliveryState::Delivered, qPrintable(delivered.result));
    QCOMPARE(bytesOf((*server)->file(QStringLiteral("aude.xml"))).size(),
             delivered.files.first().size);
}

void PartnerServerTest::serverThatIsAwayIsTriedAgain()
{
    loadDemo();
    QUrl url = m_nginx->url(QStringLiteral("/dav/"));
    url.setPort(1);
    setAude("https-put", url);
    const Delivery waiting = sent();
    QCOMPARE(waiting.state, DeliveryState::ToDo);
    QVERIFY(waiting.nextTryAt > Clock::now());
    QVERIFY2(waiting.result.contains(url.host()), qPrintable(waiting.result));
}

void PartnerServerTest::serverThatRefusesIsNot()
{
    loadDemo();
    setAude("https-put", m_nginx->url(QStringLiteral("/forbidden/")));
    const Delivery refused = sent();
    QCOMPARE(refused.state, DeliveryState::Refused);
    QVERIFY(office().exports().due()->isEmpty());
}

void PartnerServerTest::serverThatIsNotTrustedGetsNothing()
{
    loadDemo();
    setAude("https-put", m_nginx->url(QStringLiteral("/dav/"), QStringLiteral("selfsigned")));
    QCOMPARE(sent().state, DeliveryState::Refused);
    QVERIFY(m_nginx->requests().isEmpty());
}

void PartnerServerTest::missingPasswordIsSaid()
{
    loadDemo();
    setAude("https-put", m_nginx->url(QStringLiteral("/dav/")));
    set({{QStringLiteral("partner/aude/authentication"), QStringLiteral("token")}});
    const Delivery failed = sent();
    QCOMPARE(failed.state, DeliveryState::Failed);
    QVERIFY2(failed.result.contains(QStringLiteral("RECOUPE_SECRET_PARTNER_AUDE")),
             qPrintable(failed.result));
    const Secret token("RECOUPE_SECRET_PARTNER_AUDE", "t0k-en");
    QVERIFY(office().exports().retry(failed.id));
    // The server takes no file of that size there: what counts is that it was asked with the token.
    QVERIFY(office().exports().transmit(failed.id));
    const QList<QJsonObject> requests = m_nginx->requests(1);
    QCOMPARE(requests.last().value(QLatin1String("authorization")).toString(),
             QStringLiteral("Bearer t0k-en"));
    const QList<DeliveryEvent> events = office().exports().events(failed.id).value();
    for (const DeliveryEvent &event : events)
        QVERIFY(!event.result.contains(QStringLiteral("t0k-en")));
}

void PartnerServerTest::passwordIsForItsPlaceAlone()
{
    loadDemo();
    const Secret token("RECOUPE_SECRET_PARTNER_AUDE", "t0k-en");
    setAude("https-put", m_nginx->url(QStringLiteral("/dav/")));
    set({{QStringLiteral("partner/aude/authentication"), QStringLiteral("token")}});
    const Delivery prepared = office().exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    setAude("https-put", m_nginx->url(QStringLiteral("/dav/autre/")));
    const Delivery failed = office().exports().transmit(prepared.id).value();
    QCOMPARE(failed.state, DeliveryState::Failed);
    QVERIFY(m_nginx->requests().isEmpty());
}

QTEST_GUILESS_MAIN(PartnerServerTest)
#include "tst_partnerservers.moc"
