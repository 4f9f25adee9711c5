// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/remotefolder.h"
#include "support/network/peerprocess.h"
#include "support/network/sftpserver.h"
#include "support/testfiles.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>

using namespace recoupe;
using namespace recoupe::test;
using namespace std::chrono_literals;

namespace {

const QString path = QStringLiteral("lheo.xml");
const QString foreignKey = QStringLiteral("SHA256:") + QString(43, u'A');

} // namespace

class SftpFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void fileIsPutReadAndRemoved();
    void foldersOnTheWayAreMade();
    void fileThatIsThereIsReplaced();
    void namesAreTakenAsTheyAre_data();
    void namesAreTakenAsTheyAre();
    void pathMayBeginInTheHome();
    void fingerprintMayBePadded();
    void otherHostKeyIsToldNothing_data();
    void otherHostKeyIsToldNothing();
    void keysAreLetIn_data();
    void keysAreLetIn();
    void passwordIsLetIn();
    void wrongPasswordIsRefused();
    void tooLargeToReadIsRefused();
    void folderWithoutTheRightToWriteIsSaid();
    void fullDiskLeavesWhatWasThere();
    void killedServerLeavesWhatWasThere();
    void silentServerIsLeft();
    void stopIsHeard_data();
    void stopIsHeard();
    void progressTellsBytes();
    void unreachableServerIsSaid();
    void twoThreadsMayPutAtOnce();
    void unusableAccountIsRefused_data();
    void unusableAccountIsRefused();
    void unusableFilesAndPathsAreRefused();

private:
    using Opened = Result<std::unique_ptr<RemoteFolder>>;
    [[nodiscard]] ServerAccess access() const;
    [[nodiscard]] std::unique_ptr<RemoteFolder> folder(const SftpServer &server) const;
    [[nodiscard]] std::unique_ptr<RemoteFolder> folder() const { return folder(*m_server); }

    std::unique_ptr<SftpServer> m_server;
    QTemporaryDir m_folder;
    const QString m_source = m_folder.filePath(QStringLiteral("source"));
};

void SftpFolderTest::initTestCase()
{
    forgetProxies();
    ServerAccess somebody;
    somebody.login = QStringLiteral("marie");
    const Opened probe =
        openSftpFolder(QUrl(QStringLiteral("sftp://127.0.0.1/")), somebody, {}, {});
    if (!probe)
        QSKIP("Recoupe was built without libcurl, or libcurl without libssh2: there is no SFTP.");
    Result<std::unique_ptr<SftpServer>> started = SftpServer::start();
    if (!started && started.error().code == ErrorCode::NotFound)
        QSKIP(qPrintable(started.error().message));
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    m_server = std::move(*started);
}

void SftpFolderTest::init()
{
    writeBytes(m_source, "<lheo/>");
    QVERIFY(QDir(m_server->file({})).removeRecursively());
    QVERIFY(QDir().mkpath(m_server->file({})));
}

ServerAccess SftpFolderTest::access() const
{
    ServerAccess access;
    access.login = m_server->login();
    access.timeout = 20s;
    return access;
}

std::unique_ptr<RemoteFolder> SftpFolderTest::folder(const SftpServer &server) const
{
    Opened opened = openSftpFolder(server.url(), access(), server.fingerprint(), server.key());
    return opened ? std::move(*opened) : nullptr;
}

void SftpFolderTest::fileIsPutReadAndRemoved()
{
    const std::unique_ptr<RemoteFolder> remote = folder();
    QVERIFY(remote->isReadable());
    QCOMPARE(remote->read(path, 100).value(), std::nullopt);
    const Result<> put = remote->put(m_source, path);
    QVERIFY2(put, qPrintable(put ? QString() : put.error().message + put.error().detail));
    QCOMPARE(bytesOf(m_server->file(path)), QByteArray("<lheo/>"));
    QCOMPARE(remote->read(path, 100).value(), QByteArray("<lheo/>"));
    QVERIFY(remote->remove(path));
    QVERIFY(remote->remove(path));
    QCOMPARE(remote->read(path, 100).value(), std::nullopt);
    QVERIFY(filesOf(m_server->file({})).isEmpty());
}

void SftpFolderTest::foldersOnTheWayAreMade()
{
    const QString deep = QStringLiteral("2026/11/28/lheo.xml");
    QCOMPARE(folder()->read(deep, 100).value(), std::nullopt);
    QVERIFY(folder()->put(m_source, deep));
    QCOMPARE(bytesOf(m_server->file(deep)), QByteArray("<lheo/>"));
}

void SftpFolderTest::fileThatIsThereIsReplaced()
{
    writeBytes(m_server->file(path), "the older and longer one");
    QVERIFY(folder()->put(m_source, path));
    QCOMPARE(bytesOf(m_server->file(path)), QByteArray("<lheo/>"));
    QCOMPARE(filesOf(m_server->file({})), QStringList{path});
}

void SftpFolderTest::namesAreTakenAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("accents") << QStringLiteral("été à Thiers.xml");
    QTest::newRow("quotes") << QStringLiteral("l'\"une\" & l'autre.xml");
    QTest::newRow("signs of addresses") << QStringLiteral("a%20b?c#d+e~;f.xml");
    QTest::newRow("a command's") << QStringLiteral("*rm a b.xml");
}

void SftpFolderTest::namesAreTakenAsTheyAre()
{
    QFETCH(const QString, name);
    const std::unique_ptr<RemoteFolder> remote = folder();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(remote->put(m_source, name));
        QCOMPARE(filesOf(m_server->file({})), QStringList{name});
    }
    QCOMPARE(remote->read(name, 100).value(), QByteArray("<lheo/>"));
    QVERIFY(remote->remove(name));
    QVERIFY(filesOf(m_server->file({})).isEmpty());
}

void SftpFolderTest::pathMayBeginInTheHome()
{
    const QString fromHome = QDir::home().relativeFilePath(m_server->file(path));
    QUrl url = m_server->url();
    url.setPath(QStringLiteral("/~/") + QFileInfo(fromHome).path());
    const Opened opened = openSftpFolder(url, access(), m_server->fingerprint(), m_server->key());
    for (int i = 0; i < 2; ++i) {
        const Result<> put = opened.value()->put(m_source, path);
        QVERIFY2(put, qPrintable(put ? QString() : put.error().message + put.error().detail));
    }
    QCOMPARE(filesOf(m_server->file({})), QStringList{path});
    QVERIFY(opened.value()->remove(path));
    QVERIFY(filesOf(m_server->file({})).isEmpty());
}

void SftpFolderTest::fingerprintMayBePadded()
{
    const Opened opened =
        openSftpFolder(m_server->url(), access(),
                       u' ' + m_server->fingerprint() + QStringLiteral("=\n"), m_server->key());
    QVERIFY(opened.value()->put(m_source, path));
}

void SftpFolderTest::otherHostKeyIsToldNothing_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("another one") << foreignKey;
    QTest::newRow("none yet") << QString();
}

void SftpFolderTest::otherHostKeyIsToldNothing()
{
    QFETCH(const QString, expected);
    const qsizetype before = m_server->log().size();
    ServerAccess withPassword = access();
    withPassword.secret = SftpServer::secret();
    for (const QString &keyFile : {QString(), m_server->key()}) {
        const Opened opened = openSftpFolder(m_server->url(), withPassword, expected, keyFile);
        for (const Result<> &refused :
             {opened.value()->put(m_source, path), opened.value()->remove(path)}) {
            QCOMPARE(refused.error().code, ErrorCode::ServerUntrusted);
            QVERIFY(refused.error().message.contains(m_server->fingerprint()));
            QVERIFY(refused.error().message.contains(expected));
            QVERIFY(!refused.error().message.contains(SftpServer::secret()));
        }
        QCOMPARE(opened.value()->read(path, 1).error().code, ErrorCode::ServerUntrusted);
    }
    // Six came, and not one said who it is.
    QTRY_COMPARE(m_server->log().mid(before).count("Connection from"), 6);
    QVERIFY(!m_server->log().mid(before).contains(m_server->login().toUtf8()));
    QVERIFY(filesOf(m_server->file({})).isEmpty());
}

void SftpFolderTest::keysAreLetIn_data()
{
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<bool>("isLetIn");
    QTest::newRow("key") << m_server->key() << QString() << true;
    QTest::newRow("with its passphrase") << m_server->lockedKey() << SftpServer::secret() << true;
    QTest::newRow("with a wrong passphrase")
        << m_server->lockedKey() << QStringLiteral("f4ux") << false;
    QTest::newRow("another key") << m_server->otherKey() << QString() << false;
    QTest::newRow("no key") << m_source << QString() << false;
}

void SftpFolderTest::keysAreLetIn()
{
    QFETCH(const QString, keyFile);
    QFETCH(const QString, passphrase);
    QFETCH(const bool, isLetIn);
    ServerAccess withPassphrase = access();
    withPassphrase.secret = passphrase;
    const Opened opened =
        openSftpFolder(m_server->url(), withPassphrase, m_server->fingerprint(), keyFile);
    const Result<> put = opened.value()->put(m_source, path);
    QCOMPARE(put.has_value(), isLetIn);
    if (isLetIn)
        return;
    QCOMPARE(put.error().code, ErrorCode::ServerRefused);
    QVERIFY(passphrase.isEmpty() ||
            !(put.error().message + put.error().detail).contains(passphrase));
    QVERIFY(filesOf(m_server->file({})).isEmpty());
}

void SftpFolderTest::passwordIsLetIn()
{
    if (!m_server->hasPasswords())
        QSKIP("A password of its own for this server needs pam_wrapper (package libpam-wrapper).");
    ServerAccess withPassword = access();
    withPassword.secret = SftpServer::secret();
    const Opened opened =
        openSftpFolder(m_server->url(), withPassword, m_server->fingerprint(), {});
    const Result<> put = opened.value()->put(m_source, path);
    QVERIFY2(put, qPrintable(put ? QString() : put.error().message + put.error().detail));
    QVERIFY(m_server->log().contains("Accepted password"));
    QCOMPARE(bytesOf(m_server->file(path)), QByteArray("<lheo/>"));
}

//! Once: a second wrong one might shut the account.
void SftpFolderTest::wrongPasswordIsRefused()
{
    const qsizetype before = m_server->log().size();
    ServerAccess withPassword = access();
    withPassword.secret = QStringLiteral("f4ux");
    const Opened opened =
        openSftpFolder(m_server->url(), withPassword, m_server->fingerprint(), {});
    const Result<> put = opened.value()->put(m_source, path);
    QCOMPARE(put.error().code, ErrorCode::ServerRefused);
    QVERIFY(!(put.error().message + put.error().detail).contains(withPassword.secret));
    QCOMPARE(m_server->log().mid(before).count("Connection from"), 1);
    QCOMPARE(m_server->log().mid(before).count("Failed password"), 1);
}

void SftpFolderTest::tooLargeToReadIsRefused()
{
    const std::unique_ptr<RemoteFolder> remote = folder();
    writeBytes(m_server->file(path), "<lheo/>");
    QCOMPARE(remote->read(path, 7).value(), QByteArray("<lheo/>"));
    QCOMPARE(remote->read(path, 6).error().code, ErrorCode::LimitExceeded);
    writeBytes(m_server->file(path), {});
    QCOMPARE(remote->read(path, 6).value(), QByteArray());
}

void SftpFolderTest::folderWithoutTheRightToWriteIsSaid()
{
    const QString target = m_server->file({});
    QVERIFY(QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const bool mayAll = QFileInfo(target).isWritable();
    const Result<> put = folder()->put(m_source, path);
    QFile::setPermissions(target,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (mayAll)
        QSKIP("This user may write everything (root).");
    QCOMPARE(put.error().code, ErrorCode::ServerRefused);
}

void SftpFolderTest::fullDiskLeavesWhatWasThere()
{
    const Result<std::unique_ptr<SftpServer>> server = SftpServer::start(256 * 1024);
    QVERIFY(server);
    const std::unique_ptr<RemoteFolder> remote = folder(**server);
    QVERIFY(remote->put(m_source, path));
    writeBytes(m_source, QByteArray(1'000'000, 'x'));
    const Result<> put = remote->put(m_source, path);
    QCOMPARE(put.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(put.error().message.contains(QStringLiteral("plein")));
    QCOMPARE(bytesOf((*server)->file(path)), QByteArray("<lheo/>"));
    QCOMPARE(filesOf((*server)->file({})), QStringList{path});
}

void SftpFolderTest::killedServerLeavesWhatWasThere()
{
    const QByteArray content(30'000'000, 'x');
    writeBytes(m_server->file(path), "before");
    writeBytes(m_source, content);
    const std::unique_ptr<RemoteFolder> remote = folder();
    bool isKilled = false;
    const Result<> cut = remote->put(m_source, path, [&](qint64 done, qint64) {
        if (done > 1'000'000 && !isKilled) {
            isKilled = true;
            m_server->kill();
        }
        return true;
    });
    QVERIFY(isKilled);
    QCOMPARE(cut.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(bytesOf(m_server->file(path)), QByteArray("before"));

    QVERIFY(m_server->launch());
    QVERIFY(remote->put(m_source, path));
    QCOMPARE(bytesOf(m_server->file(path)), content);
}

void SftpFolderTest::silentServerIsLeft()
{
    const Result<std::unique_ptr<SftpServer>> server = SftpServer::start();
    QVERIFY(server);
    ServerAccess hasty = access();
    hasty.timeout = 300ms;
    const Opened opened =
        openSftpFolder((*server)->url(), hasty, (*server)->fingerprint(), (*server)->key());
    (*server)->freeze();
    const Result<> put = opened.value()->put(m_source, path);
    QCOMPARE(put.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(put.error().message.contains(QStringLiteral("0,3 s")));
}

void SftpFolderTest::stopIsHeard_data()
{
    QTest::addColumn<qint64>("at"); // bytes sent; -1: before anything is
    QTest::addColumn<bool>("isFrozen");
    QTest::newRow("before it starts") << qint64(-1) << false;
    QTest::newRow("within the file") << qint64(1'000'000) << false;
    QTest::newRow("while the server is silent") << qint64(0) << true;
}

//! Would not end by itself in less than an hour.
void SftpFolderTest::stopIsHeard()
{
    QFETCH(const qint64, at);
    QFETCH(const bool, isFrozen);
    const Result<std::unique_ptr<SftpServer>> server = SftpServer::start();
    QVERIFY(server);
    writeBytes((*server)->file(path), "before");
    writeBytes(m_source, QByteArray(30'000'000, 'x'));
    ServerAccess patient = access();
    patient.timeout = 1h;
    const Opened opened =
        openSftpFolder((*server)->url(), patient, (*server)->fingerprint(), (*server)->key());
    if (isFrozen)
        (*server)->freeze();
    int asks = 0;
    const Result<> stopped = opened.value()->put(
        m_source, path, [&](qint64 done, qint64) { return isFrozen ? ++asks < 6 : done < at; });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(bytesOf((*server)->file(path)), QByteArray("before"));
    QCOMPARE(filesOf((*server)->file({})), QStringList{path});
    if (at < 0)
        QVERIFY(!(*server)->log().contains("Accepted"));
}

void SftpFolderTest::progressTellsBytes()
{
    const QByteArray content(20'000'000, 'x');
    writeBytes(m_source, content);
    qint64 reached = 0;
    QVERIFY(folder()->put(m_source, path, [&](qint64 done, qint64 total) {
        reached = done;
        return done <= total && total == content.size();
    }));
    QCOMPARE(reached, content.size());
}

void SftpFolderTest::unreachableServerIsSaid()
{
    QUrl url = m_server->url();
    url.setPort(freePort());
    const Opened opened = openSftpFolder(url, access(), m_server->fingerprint(), m_server->key());
    const Result<> put = opened.value()->put(m_source, path);
    QCOMPARE(put.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(put.error().message.contains(QStringLiteral("la connexion est refusée")));
    QVERIFY(put.error().message.contains(QStringLiteral("127.0.0.1")));
}

void SftpFolderTest::twoThreadsMayPutAtOnce()
{
    std::array<bool, 2> isPut{};
    std::array<std::unique_ptr<QThread>, 2> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([this, i, &isPut] {
            isPut[i] = folder()->put(m_source, QStringLiteral("%1.xml").arg(i)).has_value();
        }));
        threads[i]->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QVERIFY(isPut[0] && isPut[1]);
    QCOMPARE(filesOf(m_server->file({})).size(), 2);
}

void SftpFolderTest::unusableAccountIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("hostKey");
    const QString url = QStringLiteral("sftp://127.0.0.1:22/in");
    const QString marie = QStringLiteral("marie");
    QTest::newRow("https") << QStringLiteral("https://127.0.0.1/") << marie << foreignKey;
    QTest::newRow("no host") << QStringLiteral("sftp:///in") << marie << foreignKey;
    QTest::newRow("password in it")
        << QStringLiteral("sftp://marie:s3cret@127.0.0.1/") << marie << foreignKey;
    QTest::newRow("no login") << url << QString() << foreignKey;
    QTest::newRow("MD5") << url << marie
                         << QStringLiteral("MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48");
    QTest::newRow("too short") << url << marie << foreignKey.chopped(1);
}

void SftpFolderTest::unusableAccountIsRefused()
{
    QFETCH(const QString, url);
    QFETCH(const QString, login);
    QFETCH(const QString, hostKey);
    ServerAccess access;
    access.login = login;
    const Opened refused = openSftpFolder(QUrl(url), access, hostKey, {});
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!refused.error().message.contains(QStringLiteral("s3cret")));
}

void SftpFolderTest::unusableFilesAndPathsAreRefused()
{
    const QString missing = m_folder.filePath(QStringLiteral("none"));
    QCOMPARE(openSftpFolder(m_server->url(), access(), foreignKey, missing).error().code,
             ErrorCode::FileUnreadable);
    const qsizetype before = m_server->log().size();
    const std::unique_ptr<RemoteFolder> remote = folder();
    QCOMPARE(remote->put(missing, path).error().code, ErrorCode::FileUnreadable);
    const QString up = QStringLiteral("../lheo.xml");
    QCOMPARE(remote->put(m_source, up).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(remote->read(up, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(remote->remove(up).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(m_server->log().size(), before);
}

QTEST_GUILESS_MAIN(SftpFolderTest)
#include "tst_sftpfolder.moc"
