// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/remotefolder.h"
#include "support/network/nginxpeer.h"
#include "support/network/scriptedserver.h"
#include "support/testfiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;
using namespace std::chrono_literals;

namespace {

const QString key = QStringLiteral("AUDE-12");

ServerAccess accessTo(const QUrl &url)
{
    ServerAccess access;
    access.timeout = 20s;
    access.allowsHttp = url.scheme() == u"http";
    return access;
}

std::unique_ptr<RemoteFolder> folderAt(const QUrl &url, WebMethod method = WebMethod::Put)
{
    Result<std::unique_ptr<RemoteFolder>> opened = openWebFolder(url, method, accessTo(url), key);
    return opened ? std::move(*opened) : nullptr;
}

} // namespace

class WebFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_nginx.start(); }
    void init();
    void fileIsPutReadAndRemoved();
    void fileIsPosted();
    void headersTellWhatItIs_data();
    void headersTellWhatItIs();
    void largeFileGoesAsItIsRead();
    void untrustedServerGetsNothing_data();
    void untrustedServerGetsNothing();
    void credentialsAreSentAtOnce();
    void wrongPasswordIsRefused();
    void serverSaysNo_data();
    void serverSaysNo();
    void refusalIsHeardBeforeAllIsSent();
    void foldersAreMadeWhereWebDavMissesThem();
    void redirectIsNotFollowed();
    void tooLargeToReadIsRefused();
    void silentServerIsLeft();
    void stopIsHeard_data();
    void stopIsHeard();
    void unusableAddressIsRefused_data();
    void unusableAddressIsRefused();
    void unusablePathIsRefused();
    void missingSourceIsSaid();

private:
    [[nodiscard]] std::unique_ptr<RemoteFolder> nginxFolder(const QString &path,
                                                            WebMethod method = WebMethod::Put,
                                                            const QString &login = {},
                                                            const QString &secret = {}) const;

    NginxPeer m_nginx;
    QTemporaryDir m_folder;
    const QString m_source = m_folder.filePath(QStringLiteral("source"));
};

void WebFolderTest::init()
{
    writeBytes(m_source, "<lheo/>");
    if (m_nginx)
        m_nginx->clearLog();
}

std::unique_ptr<RemoteFolder> WebFolderTest::nginxFolder(const QString &path, WebMethod method,
                                                         const QString &login,
                                                         const QString &secret) const
{
    ServerAccess access = accessTo(m_nginx->url(path));
    access.authoritiesFile = m_nginx->authority();
    access.login = login;
    access.secret = secret;
    Result<std::unique_ptr<RemoteFolder>> opened =
        openWebFolder(m_nginx->url(path), method, access, key);
    return opened ? std::move(*opened) : nullptr;
}

void WebFolderTest::fileIsPutReadAndRemoved()
{
    RECOUPE_NEEDS(m_nginx);
    const std::unique_ptr<RemoteFolder> remote = nginxFolder(QStringLiteral("/dav"));
    QVERIFY(remote->isReadable());
    const QString path = QStringLiteral("été/l'un & l'autre 100%.xml");
    QCOMPARE(remote->read(path, 100).value(), std::nullopt);
    QVERIFY(remote->put(m_source, path));
    QCOMPARE(bytesOf(m_nginx->davFile(path)), QByteArray("<lheo/>"));
    writeBytes(m_source, "<lheo>2</lheo>");
    QVERIFY(remote->put(m_source, path));
    QCOMPARE(remote->read(path, 100).value(), QByteArray("<lheo>2</lheo>"));
    QVERIFY(remote->remove(path));
    QVERIFY(remote->remove(path));
    QCOMPARE(remote->read(path, 100).value(), std::nullopt);
}

void WebFolderTest::fileIsPosted()
{
    RECOUPE_NEEDS(m_nginx);
    const std::unique_ptr<RemoteFolder> remote =
        nginxFolder(QStringLiteral("/post"), WebMethod::Post);
    QVERIFY(!remote->isReadable());
    const QString path = QStringLiteral("public/lheo.xml");
    QVERIFY(remote->put(m_source, path));
    const QJsonObject asked = m_nginx->requests(1).first();
    QCOMPARE(asked.value(QStringLiteral("method")).toString(), QStringLiteral("POST"));
    QCOMPARE(asked.value(QStringLiteral("uri")).toString(), QStringLiteral("/post"));
    QCOMPARE(remote->read(path, 100).error().code, ErrorCode::ServerRefused);
    QCOMPARE(remote->remove(path).error().code, ErrorCode::ServerRefused);
}

void WebFolderTest::headersTellWhatItIs_data()
{
    QTest::addColumn<WebMethod>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("idempotencyKey");
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QByteArray>("recoupePath");
    const QByteArray none;
    QTest::newRow("put") << WebMethod::Put << QStringLiteral("pro/a b.xml")
                         << QByteArray("PUT /in/box/pro/a%20b.xml?jeton=1 HTTP/1.1")
                         << QByteArray("application/xml") << QByteArray("AUDE-12/pro/a%20b.xml")
                         << none << none;
    QTest::newRow("post") << WebMethod::Post << QStringLiteral("pro/a b.csv")
                          << QByteArray("POST /in/box?jeton=1 HTTP/1.1") << QByteArray("text/csv")
                          << QByteArray("AUDE-12/pro/a%20b.csv")
                          << QByteArray("attachment; filename=\"a b.csv\"")
                          << QByteArray("pro/a%20b.csv");
    QTest::newRow("post beyond ASCII")
        << WebMethod::Post << QStringLiteral("été.xml.gz")
        << QByteArray("POST /in/box?jeton=1 HTTP/1.1") << QByteArray("application/gzip")
        << QByteArray("AUDE-12/%C3%A9t%C3%A9.xml.gz")
        << QByteArray("attachment; filename*=UTF-8''%C3%A9t%C3%A9.xml.gz")
        << QByteArray("%C3%A9t%C3%A9.xml.gz");
}

void WebFolderTest::headersTellWhatItIs()
{
    QFETCH(const WebMethod, method);
    QFETCH(const QString, path);
    ScriptedServer server({{httpAnswer(201, {})}});
    QUrl url = server.url(QStringLiteral("/in/box"));
    url.setQuery(QStringLiteral("jeton=1"));
    QVERIFY(folderAt(url, method)->put(m_source, path));
    QCOMPARE(server.requests().size(), 1);
    const QByteArray asked = server.requests().first();
    QTEST(asked.left(asked.indexOf("\r\n")), "line");
    QTEST(headerOf(asked, "content-type"), "type");
    QTEST(headerOf(asked, "idempotency-key"), "idempotencyKey");
    QTEST(headerOf(asked, "content-disposition"), "disposition");
    QTEST(headerOf(asked, "x-recoupe-path"), "recoupePath");
    QCOMPARE(headerOf(asked, "content-length"), QByteArray("7"));
    QCOMPARE(headerOf(asked, "user-agent"), QByteArray("Recoupe/" RECOUPE_VERSION));
    QCOMPARE(bodyOf(asked), QByteArray("<lheo/>"));
}

void WebFolderTest::largeFileGoesAsItIsRead()
{
    const QByteArray content(5'000'000, 'x');
    writeBytes(m_source, content);
    ScriptedServer server({{httpAnswer(204, {})}});
    qint64 reached = 0;
    QVERIFY(folderAt(server.url())
                ->put(m_source, QStringLiteral("a.xml"), [&](qint64 done, qint64 total) {
                    if (total > 0)
                        reached = done;
                    return total == 0 || total == content.size();
                }));
    QCOMPARE(reached, content.size());
    QCOMPARE(bodyOf(server.requests().first()), content);
}

void WebFolderTest::untrustedServerGetsNothing_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::newRow("expired") << QStringLiteral("expired");
    QTest::newRow("other host") << QStringLiteral("otherhost");
    QTest::newRow("self-signed") << QStringLiteral("selfsigned");
}

void WebFolderTest::untrustedServerGetsNothing()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const QString, certificate);
    const QUrl url = m_nginx->url(QStringLiteral("/dav/"), certificate);
    ServerAccess access = accessTo(url);
    access.authoritiesFile = m_nginx->authority();
    access.secret = QStringLiteral("s3cret");
    const auto remote = openWebFolder(url, WebMethod::Put, access, key);
    const QString path = certificate + QStringLiteral(".xml");
    const Result<> refused = remote.value()->put(m_source, path);
    QCOMPARE(refused.error().code, ErrorCode::ServerUntrusted);
    QVERIFY(!refused.error().message.contains(access.secret));
    // The log is in order: had anything been said before, it would stand there first.
    QCOMPARE(nginxFolder(QStringLiteral("/dav/"))->read(path, 100).value(), std::nullopt);
    QCOMPARE(m_nginx->requests(1).size(), 1);
    QVERIFY(!QFile::exists(m_nginx->davFile(path)));
}

void WebFolderTest::credentialsAreSentAtOnce()
{
    RECOUPE_NEEDS(m_nginx);
    QVERIFY(nginxFolder(QStringLiteral("/dav/"), WebMethod::Put, QStringLiteral("marie"),
                        QStringLiteral("s3cr té"))
                ->put(m_source, QStringLiteral("a.xml")));
    QVERIFY(nginxFolder(QStringLiteral("/dav/"), WebMethod::Put, {}, QStringLiteral("t0k-en"))
                ->put(m_source, QStringLiteral("a.xml")));
    const QList<QJsonObject> asked = m_nginx->requests(2);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).value(QStringLiteral("authorization")).toString(),
             QStringLiteral("Basic bWFyaWU6czNjciB0w6k="));
    QCOMPARE(asked.at(1).value(QStringLiteral("authorization")).toString(),
             QStringLiteral("Bearer t0k-en"));
}

void WebFolderTest::wrongPasswordIsRefused()
{
    RECOUPE_NEEDS(m_nginx);
    const QString wrong = QStringLiteral("f4ux");
    const Result<> refused =
        nginxFolder(QStringLiteral("/basic/"), WebMethod::Put, QStringLiteral("marie"), wrong)
            ->put(m_source, QStringLiteral("a.xml"));
    QCOMPARE(refused.error().code, ErrorCode::ServerRefused);
    QVERIFY(refused.error().message.contains(QStringLiteral("HTTP 401")));
    QVERIFY(!(refused.error().message + refused.error().detail).contains(wrong));
    QCOMPARE(m_nginx->requests(1).size(), 1);
}

void WebFolderTest::serverSaysNo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    for (const int status : {400, 401, 403, 404, 405, 409, 410, 413, 415, 422})
        QTest::addRow("%d", status) << status << ErrorCode::ServerRefused;
    for (const int status : {408, 429, 500, 502, 503, 504, 507})
        QTest::addRow("%d", status) << status << ErrorCode::ServerUnreachable;
}

void WebFolderTest::serverSaysNo()
{
    QFETCH(const int, status);
    for (const WebMethod method : {WebMethod::Put, WebMethod::Post}) {
        ScriptedServer server({{httpAnswer(status, {}, "<html>")}});
        const Result<> refused =
            folderAt(server.url(), method)->put(m_source, QStringLiteral("a.xml"));
        QTEST(refused.error().code, "code");
        QVERIFY(refused.error().message.contains(QStringLiteral("(HTTP %1)").arg(status)));
        QVERIFY(refused.error().message.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(server.requests().size(), 1);
    }
}

void WebFolderTest::refusalIsHeardBeforeAllIsSent()
{
    RECOUPE_NEEDS(m_nginx);
    writeBytes(m_source, QByteArray(20'000'000, 'x'));
    const Result<> refused =
        nginxFolder(QStringLiteral("/dav/"))->put(m_source, QStringLiteral("large.xml"));
    QCOMPARE(refused.error().code, ErrorCode::ServerRefused);
    QVERIFY(refused.error().message.contains(QStringLiteral("trop gros")));
    QVERIFY(!QFile::exists(m_nginx->davFile(QStringLiteral("large.xml"))));
}

void WebFolderTest::foldersAreMadeWhereWebDavMissesThem()
{
    ScriptedServer server({{httpAnswer(409, {})},
                           {httpAnswer(405, {})},
                           {httpAnswer(201, {})},
                           {httpAnswer(201, {})}});
    QVERIFY(folderAt(server.url(QStringLiteral("/dav")))
                ->put(m_source, QStringLiteral("2026/11/a.xml")));
    QStringList lines;
    for (const QByteArray &asked : server.requests())
        lines.append(QString::fromLatin1(asked.left(asked.indexOf(" HTTP"))));
    QCOMPARE(lines,
             QStringList({QStringLiteral("PUT /dav/2026/11/a.xml"),
                          QStringLiteral("MKCOL /dav/2026/"), QStringLiteral("MKCOL /dav/2026/11/"),
                          QStringLiteral("PUT /dav/2026/11/a.xml")}));
    QCOMPARE(bodyOf(server.requests().last()), QByteArray("<lheo/>"));

    ScriptedServer forbidding({{httpAnswer(409, {})}, {httpAnswer(403, {})}});
    QCOMPARE(folderAt(forbidding.url())->put(m_source, QStringLiteral("2026/a.xml")).error().code,
             ErrorCode::ServerRefused);
}

void WebFolderTest::redirectIsNotFollowed()
{
    RECOUPE_NEEDS(m_nginx);
    const Result<> refused = nginxFolder(QStringLiteral("/here"), WebMethod::Post)
                                 ->put(m_source, QStringLiteral("a.xml"));
    QCOMPARE(refused.error().code, ErrorCode::ServerRefused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("/files/a.xml")),
             qPrintable(refused.error().message));
    QCOMPARE(m_nginx->requests(1).size(), 1);
}

void WebFolderTest::tooLargeToReadIsRefused()
{
    const QByteArray chunked =
        httpAnswer(200, "Transfer-Encoding: chunked\r\n", "7\r\n<lheo/>\r\n0\r\n\r\n");
    for (const QByteArray &answer : {httpAnswer(200, {}, "<lheo/>"), chunked}) {
        ScriptedServer server({{answer}});
        const std::unique_ptr<RemoteFolder> remote = folderAt(server.url());
        QCOMPARE(remote->read(QStringLiteral("a.xml"), 7).value(), QByteArray("<lheo/>"));
        QCOMPARE(remote->read(QStringLiteral("a.xml"), 6).error().code, ErrorCode::LimitExceeded);
    }
}

void WebFolderTest::silentServerIsLeft()
{
    ScriptedServer server({{{}, ScriptedAnswer::Stall}});
    ServerAccess access = accessTo(server.url());
    access.timeout = 200ms;
    const auto remote = openWebFolder(server.url(), WebMethod::Put, access, key);
    const QString path = QStringLiteral("a.xml");
    QCOMPARE(remote.value()->put(m_source, path).error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(remote.value()->read(path, 10).error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(remote.value()->remove(path).error().code, ErrorCode::ServerUnreachable);
}

void WebFolderTest::stopIsHeard_data()
{
    QTest::addColumn<qint64>("at"); // bytes sent; -1: before anything is
    QTest::newRow("before it starts") << qint64(-1);
    QTest::newRow("within the file") << qint64(1);
    QTest::newRow("before the answer") << qint64(3'000'000);
}

void WebFolderTest::stopIsHeard()
{
    QFETCH(const qint64, at);
    writeBytes(m_source, QByteArray(3'000'000, 'x'));
    ScriptedServer server({{{}, ScriptedAnswer::Stall}});
    ServerAccess access = accessTo(server.url());
    access.timeout = 1h;
    const auto remote = openWebFolder(server.url(), WebMethod::Put, access, key);
    const Result<> stopped = remote.value()->put(m_source, QStringLiteral("a.xml"),
                                                 [at](qint64 done, qint64) { return done < at; });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    if (at < 0)
        QVERIFY(server.requests().isEmpty());
}

void WebFolderTest::unusableAddressIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("in the clear") << QStringLiteral("http://127.0.0.1:1/");
    QTest::newRow("password in it") << QStringLiteral("https://marie:s3cret@127.0.0.1:1/");
    QTest::newRow("sftp") << QStringLiteral("sftp://127.0.0.1:1/");
}

void WebFolderTest::unusableAddressIsRefused()
{
    QFETCH(const QString, url);
    const auto refused = openWebFolder(QUrl(url), WebMethod::Put, {}, key);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!refused.error().message.contains(QStringLiteral("s3cret")));
}

void WebFolderTest::unusablePathIsRefused()
{
    ScriptedServer server({{httpAnswer(201, {})}});
    const std::unique_ptr<RemoteFolder> remote = folderAt(server.url());
    const QString path = QStringLiteral("../a.xml");
    QCOMPARE(remote->put(m_source, path).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(remote->read(path, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(remote->remove(path).error().code, ErrorCode::InvalidArgument);
    QVERIFY(server.requests().isEmpty());
}

void WebFolderTest::missingSourceIsSaid()
{
    ScriptedServer server({{httpAnswer(201, {})}});
    const Result<> put =
        folderAt(server.url())->put(m_source + QStringLiteral("2"), QStringLiteral("a.xml"));
    QCOMPARE(put.error().code, ErrorCode::FileUnreadable);
    QVERIFY(server.requests().isEmpty());
}

QTEST_GUILESS_MAIN(WebFolderTest)
#include "tst_webfolder.moc"
