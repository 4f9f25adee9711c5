// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/download.h"
#include "support/network/gzipped.h"
#include "support/network/nginxpeer.h"
#include "support/network/peerprocess.h"
#include "support/network/scriptedserver.h"
#include "support/testfiles.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;
using namespace std::chrono_literals;

namespace {

const QString secret = QStringLiteral("s3cr té");

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

//! Bytes that no part of repeats.
QByteArray longText(qsizetype size, int seed = 0)
{
    QByteArray text;
    for (int i = seed; text.size() < size; ++i)
        text += QByteArray::number(i) + " Anglais des affaires\n";
    return text.left(size);
}

//! Neither what a person reads nor what the log gets tells it.
void checkTellsNoSecret(const Error &error, const QString &told = secret)
{
    for (const QString &text : {error.message, error.detail}) {
        QVERIFY2(!text.contains(told), qPrintable(text));
        QVERIFY2(!text.contains(QString::fromLatin1(("marie:" + told.toUtf8()).toBase64())),
                 qPrintable(text));
    }
    QVERIFY(error.message.endsWith(u'.'));
}

} // namespace

class DownloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_nginx.start(); }
    void init();
    void fileComesWholeOverTls();
    void compressedAnswerIsKeptAsItWasSent();
    void untrustedServerIsToldNothing_data();
    void untrustedServerIsToldNothing();
    void unchangedFileIsSaid_data();
    void unchangedFileIsSaid();
    void credentialsAreSentAtOnce_data();
    void credentialsAreSentAtOnce();
    void refusalIsNotTriedAgain_data();
    void refusalIsNotTriedAgain();
    void redirectsStayWithinTheOrigin_data();
    void redirectsStayWithinTheOrigin();
    void unusableRequestIsRefused_data();
    void unusableRequestIsRefused();
    void unusableAuthoritiesAreSaid();
    void cutDownloadFetchesTheRestAlone();
    void stoppedDownloadIsResumedLater();
    void changedFileIsFetchedAfresh();
    void whatIsLeftOutlivesAServerThatIsDown();
    void passingFailureIsTriedAgain_data();
    void passingFailureIsTriedAgain();
    void partThatCannotBeGoneOnWithIsFetchedAfresh_data();
    void partThatCannotBeGoneOnWithIsFetchedAfresh();
    void restMayComeInPieces();
    void longPauseIsNotWaitedFor();
    void largeFileIsRefused_data();
    void largeFileIsRefused();
    void stopIsHeardAtAnyTime_data();
    void stopIsHeardAtAnyTime();
    void unreachableServerIsSaid_data();
    void unreachableServerIsSaid();
    void unwritableTargetIsSaidBeforeAnythingIsAsked();
    void twoDoNotFillOneFile();
    void queuedEventsOfTheCallerWait();
    void proxyOfTheSystemIsUsed();
    void addressesThatHoldATokenAreNotTold();

private:
    [[nodiscard]] DownloadRequest requestOf(const QUrl &url) const;
    //! What /slow/ has reached before it is stopped.
    qint64 fetchAPart(const QString &name);

    NginxPeer m_nginx;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
};

void DownloadTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(QStringLiteral("été.xml"));
    if (m_nginx)
        m_nginx->clearLog();
}

DownloadRequest DownloadTest::requestOf(const QUrl &url) const
{
    DownloadRequest request;
    request.url = url;
    request.file = m_target;
    request.firstWait = 1ms;
    request.access.timeout = 20s;
    request.access.allowsHttp = url.scheme() == u"http";
    if (m_nginx && !request.access.allowsHttp)
        request.access.authoritiesFile = m_nginx->authority();
    return request;
}

void DownloadTest::fileComesWholeOverTls()
{
    RECOUPE_NEEDS(m_nginx);
    const QByteArray content = longText(3'000'000);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), content);
    writeBytes(m_target, "the one before");
    qint64 reached = 0;
    const Result<Download> done = download(requestOf(m_nginx->url(QStringLiteral("/files/a.xml"))),
                                           [&](qint64 bytes, qint64) {
                                               reached = std::max(reached, bytes);
                                               return true;
                                           });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QVERIFY(!done->isUnchanged);
    QCOMPARE(done->size, content.size());
    QCOMPARE(done->sha256, sha256(content));
    QVERIFY(done->etag.startsWith(u'"'));
    QVERIFY(done->lastModified.endsWith(QStringLiteral("GMT")));
    QCOMPARE(bytesOf(m_target), content);
    QCOMPARE(filesOf(m_folder->path()).size(), 1);
    QCOMPARE(m_nginx->requests(1).size(), 1);
}

void DownloadTest::compressedAnswerIsKeptAsItWasSent()
{
    RECOUPE_NEEDS(m_nginx);
    const QByteArray content = longText(200'000);
    writeBytes(m_nginx->file(QStringLiteral("a.txt")), content);
    const Result<Download> done = download(requestOf(m_nginx->url(QStringLiteral("/files/a.txt"))));
    QVERIFY(done);
    const QByteArray bytes = bytesOf(m_target);
    QVERIFY(bytes.startsWith("\x1f\x8b"));
    QCOMPARE(gunzipped(bytes), content);
    QCOMPARE(done->size, bytes.size());
    QCOMPARE(done->sha256, sha256(bytes));
}

void DownloadTest::untrustedServerIsToldNothing_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("reason");
    const QString unknown = QStringLiteral("signé par aucune autorité connue");
    QTest::newRow("expired") << QStringLiteral("expired") << true << QStringLiteral("a expiré le");
    QTest::newRow("other host") << QStringLiteral("otherhost") << true
                                << QStringLiteral("autre.example");
    QTest::newRow("self-signed") << QStringLiteral("selfsigned") << true << unknown;
    QTest::newRow("unknown authority") << QStringLiteral("good") << false << unknown;
}

void DownloadTest::untrustedServerIsToldNothing()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const QString, certificate);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const QString, reason);
    DownloadRequest request = requestOf(m_nginx->url(QStringLiteral("/basic/a.xml"), certificate));
    request.access.login = QStringLiteral("marie");
    request.access.secret = secret;
    if (!knowsAuthority)
        request.access.authoritiesFile.clear();
    const Result<Download> refused = download(request);
    QCOMPARE(refused.error().code, ErrorCode::ServerUntrusted);
    QVERIFY2(refused.error().message.contains(reason), qPrintable(refused.error().message));
    checkTellsNoSecret(refused.error());
    QVERIFY(filesOf(m_folder->path()).isEmpty());

    // The log is in order: had anything been said before, it would stand there first.
    const Result<Download> probe = download(requestOf(m_nginx->url(QStringLiteral("/loop"))));
    QVERIFY(!probe);
    for (const QJsonObject &asked : m_nginx->requests(1))
        QCOMPARE(asked.value(QStringLiteral("uri")).toString(), QStringLiteral("/loop"));
}

void DownloadTest::unchangedFileIsSaid_data()
{
    QTest::addColumn<bool>("byEtag");
    QTest::addColumn<bool>("byDate");
    QTest::newRow("by its tag") << true << false;
    QTest::newRow("by its date") << false << true;
    QTest::newRow("by both") << true << true;
}

void DownloadTest::unchangedFileIsSaid()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const bool, byEtag);
    QFETCH(const bool, byDate);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), "<lheo/>");
    DownloadRequest request = requestOf(m_nginx->url(QStringLiteral("/files/a.xml")));
    const Result<Download> first = download(request);
    QVERIFY(first);
    if (byEtag)
        request.etag = first->etag;
    if (byDate)
        request.lastModified = first->lastModified;
    QVERIFY(QFile::remove(m_target));
    const Result<Download> second = download(request);
    QVERIFY(second);
    QVERIFY(second->isUnchanged);
    QCOMPARE(second->etag, request.etag);
    QVERIFY(filesOf(m_folder->path()).isEmpty());
    QCOMPARE(m_nginx->requests(2).last().value(QStringLiteral("status")).toInt(), 304);
}

void DownloadTest::credentialsAreSentAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("header");
    QTest::newRow("basic") << QStringLiteral("/basic/a.xml") << QStringLiteral("marie") << secret
                           << QStringLiteral("Basic bWFyaWU6czNjciB0w6k=");
    QTest::newRow("bearer") << QStringLiteral("/token/a.xml") << QString()
                            << QStringLiteral("t0k-en") << QStringLiteral("Bearer t0k-en");
    QTest::newRow("none") << QStringLiteral("/files/a.xml") << QString() << QString() << QString();
}

void DownloadTest::credentialsAreSentAtOnce()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const QString, path);
    QFETCH(const QString, login);
    QFETCH(const QString, told);
    QFETCH(const QString, header);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), "<lheo/>");
    DownloadRequest request = requestOf(m_nginx->url(path));
    request.access.login = login;
    request.access.secret = told;
    QVERIFY(download(request));
    const QList<QJsonObject> asked = m_nginx->requests(1);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().value(QStringLiteral("authorization")).toString(), header);
}

void DownloadTest::refusalIsNotTriedAgain_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong password") << QStringLiteral("/basic/a.xml") << QStringLiteral("marie")
                                    << QStringLiteral("f4ux") << 401;
    QTest::newRow("no password") << QStringLiteral("/basic/a.xml") << QString() << QString() << 401;
    QTest::newRow("wrong token") << QStringLiteral("/token/a.xml") << QString()
                                 << QStringLiteral("f4ux") << 401;
    QTest::newRow("no right") << QStringLiteral("/forbidden") << QString() << QString() << 403;
    QTest::newRow("nothing there")
        << QStringLiteral("/files/none") << QString() << QString() << 404;
}

void DownloadTest::refusalIsNotTriedAgain()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const QString, path);
    QFETCH(const QString, login);
    QFETCH(const QString, told);
    QFETCH(const int, status);
    DownloadRequest request = requestOf(m_nginx->url(path));
    request.access.login = login;
    request.access.secret = told;
    const Result<Download> refused = download(request);
    QCOMPARE(refused.error().code, ErrorCode::ServerRefused);
    QVERIFY(refused.error().message.contains(QStringLiteral("HTTP %1").arg(status)));
    QVERIFY(refused.error().message.contains(QStringLiteral("127.0.0.1")));
    if (!told.isEmpty())
        checkTellsNoSecret(refused.error(), told);
    QCOMPARE(m_nginx->requests(1).size(), 1);
    QVERIFY(filesOf(m_folder->path()).isEmpty());
}

void DownloadTest::redirectsStayWithinTheOrigin_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason"); // empty: fine
    QTest::addColumn<int>("requests");
    QTest::newRow("within") << QStringLiteral("/here") << QString() << 2;
    QTest::newRow("in a circle") << QStringLiteral("/loop") << QStringLiteral("en rond") << 6;
    QTest::newRow("to another port")
        << QStringLiteral("/away") << QStringLiteral("renvoie vers « http://127.0.0.1:1/") << 1;
    QTest::newRow("to a file") << QStringLiteral("/file") << QStringLiteral("file:///") << 1;
    QTest::newRow("to the clear") << QStringLiteral("/plain") << QStringLiteral("http://") << 1;
}

void DownloadTest::redirectsStayWithinTheOrigin()
{
    RECOUPE_NEEDS(m_nginx);
    QFETCH(const QString, path);
    QFETCH(const QString, reason);
    QFETCH(const int, requests);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), "<lheo/>");
    DownloadRequest request = requestOf(m_nginx->url(path));
    request.access.secret = QStringLiteral("t0k-en");
    const Result<Download> done = download(request);
    QCOMPARE(done.has_value(), reason.isEmpty());
    if (!done) {
        QCOMPARE(done.error().code, ErrorCode::ServerRefused);
        QVERIFY2(done.error().message.contains(reason), qPrintable(done.error().message));
        checkTellsNoSecret(done.error(), request.access.secret);
    }
    QCOMPARE(m_nginx->requests(requests).size(), requests);
}

void DownloadTest::unusableRequestIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("told");
    const auto url = [](const char *text) { return QUrl(QString::fromUtf8(text)); };
    QTest::newRow("in the clear") << url("http://127.0.0.1:1/a.xml") << QString();
    QTest::newRow("password in it") << url("https://marie:s3cret@127.0.0.1:1/") << QString();
    QTest::newRow("file") << url("file:///etc/hostname") << QString();
    QTest::newRow("ftp") << url("ftp://127.0.0.1/a.xml") << QString();
    QTest::newRow("no host") << url("https:///a.xml") << QString();
    QTest::newRow("empty") << url("") << QString();
    QTest::newRow("token of two lines")
        << url("https://127.0.0.1:1/") << QStringLiteral("a\r\nX-Evil: s3cret");
}

void DownloadTest::unusableRequestIsRefused()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, told);
    DownloadRequest request = requestOf(url);
    request.access.allowsHttp = false;
    request.access.secret = told;
    const Result<Download> refused = download(request);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    checkTellsNoSecret(refused.error(), QStringLiteral("s3cret"));
}

void DownloadTest::unusableAuthoritiesAreSaid()
{
    DownloadRequest request = requestOf(QUrl(QStringLiteral("https://127.0.0.1:1/")));
    request.access.authoritiesFile = m_folder->filePath(QStringLiteral("none.pem"));
    QCOMPARE(download(request).error().code, ErrorCode::FileUnreadable);
    writeBytes(request.access.authoritiesFile, "not a certificate");
    const Result<Download> refused = download(request);
    QCOMPARE(refused.error().code, ErrorCode::NotTheFormat);
    QVERIFY(refused.error().message.contains(QStringLiteral("none.pem")));
}

//! The server is killed in the middle: what follows is asked for, and nothing twice.
void DownloadTest::cutDownloadFetchesTheRestAlone()
{
    RECOUPE_NEEDS(m_nginx);
    const QByteArray content = longText(300'000);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), content);
    bool isCut = false;
    const Result<Download> done =
        download(requestOf(m_nginx->url(QStringLiteral("/slow/a.xml"))), [&](qint64 bytes, qint64) {
            if (bytes > 10'000 && !isCut) {
                isCut = true;
                return m_nginx->restart().has_value();
            }
            return true;
        });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QVERIFY(isCut);
    QCOMPARE(bytesOf(m_target), content);
    QCOMPARE(done->sha256, sha256(content));
    QCOMPARE(done->size, content.size());
    const QJsonObject rest = m_nginx->requests(1).last();
    QCOMPARE(rest.value(QStringLiteral("status")).toInt(), 206);
    const QString range = rest.value(QStringLiteral("range")).toString();
    const int from = range.sliced(6).chopped(1).toInt();
    QVERIFY(from > 10'000);
    QCOMPARE(rest.value(QStringLiteral("sent")).toInt(), content.size() - from);
    QCOMPARE(filesOf(m_folder->path()).size(), 1);
}

qint64 DownloadTest::fetchAPart(const QString &name)
{
    qint64 reached = 0;
    const Result<Download> stopped = download(
        requestOf(m_nginx->url(QStringLiteral("/slow/") + name)), [&](qint64 bytes, qint64) {
            reached = bytes;
            return bytes < 10'000;
        });
    return !stopped && stopped.error().code == ErrorCode::Cancelled ? reached : -1;
}

void DownloadTest::stoppedDownloadIsResumedLater()
{
    RECOUPE_NEEDS(m_nginx);
    const QByteArray content = longText(200'000);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), content);
    writeBytes(m_target, "the one before");
    const qint64 reached = fetchAPart(QStringLiteral("a.xml"));
    QVERIFY(reached >= 10'000);
    QCOMPARE(bytesOf(m_target), QByteArray("the one before"));
    const qint64 left = QFileInfo(m_target + QStringLiteral(".part")).size();
    QVERIFY(left >= reached);

    const Result<Download> done = download(requestOf(m_nginx->url(QStringLiteral("/slow/a.xml"))));
    QVERIFY(done);
    QCOMPARE(bytesOf(m_target), content);
    QCOMPARE(done->sha256, sha256(content));
    const QJsonObject rest = m_nginx->requests(2).last();
    QCOMPARE(rest.value(QStringLiteral("status")).toInt(), 206);
    QCOMPARE(rest.value(QStringLiteral("sent")).toInteger(), content.size() - left);
    QCOMPARE(filesOf(m_folder->path()).size(), 1);
}

void DownloadTest::changedFileIsFetchedAfresh()
{
    RECOUPE_NEEDS(m_nginx);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), longText(200'000));
    QVERIFY(fetchAPart(QStringLiteral("a.xml")) >= 10'000);
    const QByteArray other = longText(90'000, 5000);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), other);

    const Result<Download> done = download(requestOf(m_nginx->url(QStringLiteral("/slow/a.xml"))));
    QVERIFY(done);
    QCOMPARE(bytesOf(m_target), other);
    QCOMPARE(done->sha256, sha256(other));
    const QJsonObject asked = m_nginx->requests(2).last();
    QVERIFY(asked.value(QStringLiteral("range")).toString().startsWith(QStringLiteral("bytes=")));
    QCOMPARE(asked.value(QStringLiteral("status")).toInt(), 200);
}

void DownloadTest::whatIsLeftOutlivesAServerThatIsDown()
{
    RECOUPE_NEEDS(m_nginx);
    writeBytes(m_nginx->file(QStringLiteral("a.xml")), longText(200'000));
    QVERIFY(fetchAPart(QStringLiteral("a.xml")) >= 10'000);
    const QByteArray left = bytesOf(m_target + QStringLiteral(".part"));
    m_nginx->kill();
    const QUrl url = m_nginx->url(QStringLiteral("/slow/a.xml"));
    const Result<Download> down = download(requestOf(url));
    QCOMPARE(down.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(m_nginx->restart());
    QCOMPARE(bytesOf(m_target + QStringLiteral(".part")), left);
    m_nginx->clearLog();
    QVERIFY(download(requestOf(url)));
    QCOMPARE(m_nginx->requests(1).last().value(QStringLiteral("status")).toInt(), 206);
}

void DownloadTest::passingFailureIsTriedAgain_data()
{
    QTest::addColumn<ScriptedAnswer>("first");
    const QByteArray zipped = gzipped(longText(5000));
    QByteArray damaged = zipped;
    damaged[damaged.size() - 6] = char(~damaged.at(damaged.size() - 6));
    const auto status = [](int code) {
        return ScriptedAnswer{httpAnswer(code, "Retry-After: 0\r\n", "non")};
    };
    for (const int code : {408, 429, 500, 502, 503, 507})
        QTest::addRow("HTTP %d", code) << status(code);
    QTest::newRow("cut within the headers") << ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Le"};
    QTest::newRow("cut within the body")
        << ScriptedAnswer{httpAnswer(200, "Content-Length: 1000\r\n", "<lheo>")};
    QTest::newRow("cut within a chunk of gzip") << ScriptedAnswer{
        httpAnswer(200, "Transfer-Encoding: chunked\r\n", "1000\r\n" + zipped.chopped(200))};
    QTest::newRow("silent") << ScriptedAnswer{{}, ScriptedAnswer::Stall};
    QTest::newRow("silent within the body") << ScriptedAnswer{
        httpAnswer(200, "Content-Length: 1000\r\n", "<lheo>"), ScriptedAnswer::Stall};
    QTest::newRow("no web server") << ScriptedAnswer{"220 ftp.example ESMTP\r\n"};
    QTest::newRow("cut gzip") << ScriptedAnswer{httpAnswer(200, {}, zipped.chopped(5))};
    QTest::newRow("damaged gzip") << ScriptedAnswer{httpAnswer(200, {}, damaged)};
}

void DownloadTest::passingFailureIsTriedAgain()
{
    QFETCH(const ScriptedAnswer, first);
    ScriptedServer server({first, {httpAnswer(200, {}, "<lheo/>")}});
    DownloadRequest request = requestOf(server.url());
    if (first.after == ScriptedAnswer::Stall)
        request.access.timeout = 200ms;
    const Result<Download> done = download(request);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(bytesOf(m_target), QByteArray("<lheo/>"));
    QVERIFY(server.requests().size() >= 2); // Qt itself asks again where the headers are cut

    ScriptedServer hopeless({first});
    request.url = hopeless.url();
    request.tries = 1;
    const Result<Download> failed = download(request);
    QCOMPARE(failed.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(bytesOf(m_target), QByteArray("<lheo/>"));
    QCOMPARE(filesOf(m_folder->path()).size(), 1); // none has a version: nothing to go on with
}

void DownloadTest::partThatCannotBeGoneOnWithIsFetchedAfresh_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("ifRange"); // empty: no part is asked for
    QTest::addColumn<QByteArray>("second");
    const QByteArray tag = "ETag: \"1\"\r\n";
    const QByteArray date = "Last-Modified: Sat, 28 Nov 2026 12:00:00 GMT\r\n";
    const auto cut = [](const QByteArray &headers) {
        return httpAnswer(200, headers + "Content-Length: 10\r\n", "<old");
    };
    const auto part = [](const QByteArray &headers, const QByteArray &body) {
        return httpAnswer(206, headers, body);
    };
    const QByteArray whole = httpAnswer(200, "ETag: \"2\"\r\n", "<lheo/>");
    QTest::newRow("no version") << cut({}) << QByteArray() << whole;
    QTest::newRow("weak tag") << cut("ETag: W/\"1\"\r\n") << QByteArray() << whole;
    QTest::newRow("changed") << cut(tag) << QByteArray("\"1\"") << whole;
    QTest::newRow("changed, by its date")
        << cut(date) << QByteArray("Sat, 28 Nov 2026 12:00:00 GMT") << whole;
    QTest::newRow("beyond its end")
        << cut(tag) << QByteArray("\"1\"") << httpAnswer(416, "Content-Range: bytes */4\r\n");
    QTest::newRow("another part") << cut(tag) << QByteArray("\"1\"")
                                  << part("Content-Range: bytes 0-9/10\r\n", "<old old!>");
    QTest::newRow("part of another")
        << cut(tag) << QByteArray("\"1\"")
        << part("ETag: \"2\"\r\nContent-Range: bytes 4-9/10\r\n", "o/>old");
    QTest::newRow("part of what knows where")
        << cut(tag) << QByteArray("\"1\"") << part({}, "<old old!>");
}

void DownloadTest::partThatCannotBeGoneOnWithIsFetchedAfresh()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, ifRange);
    QFETCH(const QByteArray, second);
    ScriptedServer server({{first}, {second}, {httpAnswer(200, {}, "<lheo/>")}});
    const Result<Download> done = download(requestOf(server.url()));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(bytesOf(m_target), QByteArray("<lheo/>"));
    QCOMPARE(done->sha256, sha256("<lheo/>"));
    const QList<QByteArray> asked = server.requests();
    QCOMPARE(headerOf(asked.at(0), "range"), QByteArray());
    QCOMPARE(headerOf(asked.at(1), "if-range"), ifRange);
    QCOMPARE(headerOf(asked.at(1), "range"),
             ifRange.isEmpty() ? QByteArray() : QByteArray("bytes=4-"));
    if (asked.size() > 2)
        QCOMPARE(headerOf(asked.at(2), "range"), QByteArray());
}

//! A server may send less than the rest that it was asked for.
void DownloadTest::restMayComeInPieces()
{
    const QByteArray tag = "ETag: \"1\"\r\n";
    ScriptedServer server({{httpAnswer(200, tag + "Content-Length: 10\r\n", "<lhe")},
                           {httpAnswer(206, tag + "Content-Range: bytes 4-5/10\r\n", "o>")},
                           {httpAnswer(206, tag + "Content-Range: bytes 6-9/10\r\n", "</l>")}});
    QVERIFY(download(requestOf(server.url())));
    QCOMPARE(bytesOf(m_target), QByteArray("<lheo></l>"));
    QCOMPARE(headerOf(server.requests().at(1), "range"), QByteArray("bytes=4-"));
    QCOMPARE(headerOf(server.requests().at(2), "range"), QByteArray("bytes=6-"));
}

void DownloadTest::longPauseIsNotWaitedFor()
{
    ScriptedServer server({{httpAnswer(503, "Retry-After: 3600\r\n")}});
    QCOMPARE(download(requestOf(server.url())).error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(server.requests().size(), 1);
}

void DownloadTest::largeFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("by its length") << httpAnswer(200, {}, QByteArray(1001, 'x'));
    QTest::newRow("as it comes") << httpAnswer(200, "Transfer-Encoding: chunked\r\n",
                                               "3e9\r\n" + QByteArray(1001, 'x') + "\r\n0\r\n\r\n");
}

void DownloadTest::largeFileIsRefused()
{
    QFETCH(const QByteArray, answer);
    ScriptedServer server({{answer}});
    DownloadRequest request = requestOf(server.url());
    request.maxBytes = 1000;
    const Result<Download> refused = download(request);
    QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
    QVERIFY(refused.error().message.contains(QStringLiteral("lheo.xml")));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(filesOf(m_folder->path()).isEmpty());
    request.maxBytes = 1001;
    QVERIFY(download(request));
}

void DownloadTest::stopIsHeardAtAnyTime_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<int>("after"); // requests
    QTest::newRow("before the start") << ScriptedAnswer{httpAnswer(200, {}, "<lheo/>")} << 0;
    QTest::newRow("before an answer") << ScriptedAnswer{{}, ScriptedAnswer::Stall} << 1;
    QTest::newRow("within an answer")
        << ScriptedAnswer{httpAnswer(200, "Content-Length: 9\r\n", "<"), ScriptedAnswer::Stall}
        << 1;
    QTest::newRow("between tries") << ScriptedAnswer{httpAnswer(500, {})} << 1;
}

//! None of these would end by itself in less than an hour.
void DownloadTest::stopIsHeardAtAnyTime()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const int, after);
    ScriptedServer server({answer});
    DownloadRequest request = requestOf(server.url());
    request.firstWait = 1h;
    request.access.timeout = 1h;
    int asks = 0;
    const Result<Download> stopped = download(request, [&](qint64, qint64) {
        // A few more, so that it is really in the midst of it.
        return server.requests().size() < after || (after > 0 && ++asks < 6);
    });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(server.requests().size(), after);
}

void DownloadTest::unreachableServerIsSaid_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nobody listens") << QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(freePort()))
                                    << QStringLiteral("la connexion est refusée");
    QTest::newRow("no such name") << QUrl(QStringLiteral("https://serveur.invalid/"))
                                  << QStringLiteral("ce nom de serveur est inconnu");
}

void DownloadTest::unreachableServerIsSaid()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, reason);
    const Result<Download> failed = download(requestOf(url));
    QCOMPARE(failed.error().code, ErrorCode::ServerUnreachable);
    QVERIFY2(failed.error().message.contains(reason), qPrintable(failed.error().message));
    QVERIFY(failed.error().message.contains(url.host()));
}

void DownloadTest::unwritableTargetIsSaidBeforeAnythingIsAsked()
{
    ScriptedServer server({{httpAnswer(200, {}, "<lheo/>")}});
    DownloadRequest request = requestOf(server.url());
    request.file = m_folder->filePath(QStringLiteral("none/lheo.xml"));
    QCOMPARE(download(request).error().code, ErrorCode::FileUnwritable);
    QVERIFY(server.requests().isEmpty());
}

void DownloadTest::twoDoNotFillOneFile()
{
    ScriptedServer server({{httpAnswer(200, {}, "<lheo/>")}});
    const DownloadRequest request = requestOf(server.url());
    std::optional<Error> second;
    const Result<Download> first = download(request, [&](qint64, qint64) {
        if (!second)
            second = download(request).error();
        return true;
    });
    QVERIFY(first);
    QCOMPARE(second.value().code, ErrorCode::FileUnwritable);
    QVERIFY(second->message.contains(QStringLiteral("déjà en cours")));
    QCOMPARE(server.requests().size(), 1);
}

//! A queue of jobs on this thread must not begin the next one within this one.
void DownloadTest::queuedEventsOfTheCallerWait()
{
    ScriptedServer server({{httpAnswer(500, {})}, {httpAnswer(200, {}, "<lheo/>")}});
    bool hasRun = false;
    QMetaObject::invokeMethod(
        this, [&] { hasRun = true; }, Qt::QueuedConnection);
    QVERIFY(download(requestOf(server.url())));
    QVERIFY(!hasRun);
    QTRY_VERIFY(hasRun);
}

void DownloadTest::proxyOfTheSystemIsUsed()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("The proxies of the system are not for a test to change.");
#endif
    ScriptedServer proxy({{httpAnswer(200, {}, "<lheo/>")}});
    qputenv("http_proxy", proxy.url(QString()).toEncoded());
    const Result<Download> done =
        download(requestOf(QUrl(QStringLiteral("http://serveur.invalid/a.xml"))));
    qunsetenv("http_proxy");
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QVERIFY(proxy.requests().first().startsWith("GET http://serveur.invalid/a.xml "));
}

void DownloadTest::addressesThatHoldATokenAreNotTold()
{
    ScriptedServer server({{httpAnswer(200, "ETag: \"1\"\r\nContent-Length: 9\r\n", "<lheo")}});
    DownloadRequest request = requestOf(server.url());
    request.url.setQuery(QStringLiteral("jeton=s3cret"));
    request.tries = 1;
    const Result<Download> cut = download(request);
    QVERIFY(server.requests().first().startsWith("GET /lheo.xml?jeton=s3cret "));
    QCOMPARE(cut.error().code, ErrorCode::ServerUnreachable);
    checkTellsNoSecret(cut.error(), QStringLiteral("s3cret"));
    QCOMPARE(filesOf(m_folder->path()).size(), 2);
    for (const QString &name : filesOf(m_folder->path()))
        QVERIFY(!bytesOf(m_folder->filePath(name)).contains("s3cret"));
}

QTEST_GUILESS_MAIN(DownloadTest)
#include "tst_download.moc"
