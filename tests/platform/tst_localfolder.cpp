// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/remotefolder.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace recoupe;
using namespace recoupe::test;

class LocalFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileIsPutWholeOverWhatIsThere();
    void foldersOnTheWayAreMade();
    void progressTellsBytesAndStops();
    void readGivesWhatIsThereOrNothing();
    void readRefusesMoreThanWasAllowed();
    void removeIsFineWhereThereIsNothing();
    void pathsThatLeadElsewhereAreRefused_data();
    void pathsThatLeadElsewhereAreRefused();
    void missingFolderIsNotOpened();
    void vanishedFolderIsNotMadeAnew();
    void folderWithoutTheRightToWriteIsSaid();
    void missingSourceIsSaid();
    void fullDiskLeavesWhatWasThere();

private:
    [[nodiscard]] QString there(const QString &path) const { return QDir(m_target).filePath(path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_source;
    QString m_target;
    std::unique_ptr<RemoteFolder> m_remote;
};

void LocalFolderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = m_folder->filePath(QStringLiteral("source.xml"));
    m_target = m_folder->filePath(QStringLiteral("échanges AUDE"));
    writeBytes(m_source, "<lheo/>");
    QVERIFY(QDir().mkpath(m_target));
    Result<std::unique_ptr<RemoteFolder>> opened = openLocalFolder(m_target);
    QVERIFY(opened);
    m_remote = std::move(*opened);
}

void LocalFolderTest::fileIsPutWholeOverWhatIsThere()
{
    writeBytes(there(QStringLiteral("lheo.xml")), "the older and longer one");
    QVERIFY(m_remote->put(m_source, QStringLiteral("lheo.xml")));
    QCOMPARE(bytesOf(there(QStringLiteral("lheo.xml"))), QByteArray("<lheo/>"));
    QCOMPARE(filesOf(m_target), QStringList{QStringLiteral("lheo.xml")});
    QVERIFY(m_remote->isReadable());
}

void LocalFolderTest::foldersOnTheWayAreMade()
{
    QVERIFY(m_remote->put(m_source, QStringLiteral("2026/été/lheo.xml")));
    QCOMPARE(bytesOf(there(QStringLiteral("2026/été/lheo.xml"))), QByteArray("<lheo/>"));
}

void LocalFolderTest::progressTellsBytesAndStops()
{
    writeBytes(m_source, QByteArray(3'000'000, 'x'));
    QList<qint64> reached;
    QVERIFY(m_remote->put(m_source, QStringLiteral("lheo.xml"), [&](qint64 done, qint64 total) {
        reached.append(done);
        return total == 3'000'000;
    }));
    QVERIFY(reached.size() > 2);
    QCOMPARE(reached.first(), 0);
    QCOMPARE(reached.last(), 3'000'000);

    writeBytes(there(QStringLiteral("lheo.xml")), "before");
    const Result<> stopped = m_remote->put(m_source, QStringLiteral("lheo.xml"),
                                           [](qint64 done, qint64) { return done == 0; });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(bytesOf(there(QStringLiteral("lheo.xml"))), QByteArray("before"));
    QCOMPARE(filesOf(m_target).size(), 1);
}

void LocalFolderTest::readGivesWhatIsThereOrNothing()
{
    QCOMPARE(m_remote->read(QStringLiteral("a/b.csv"), 10).value(), std::nullopt);
    QVERIFY(m_remote->put(m_source, QStringLiteral("a/b.csv")));
    QCOMPARE(m_remote->read(QStringLiteral("a/b.csv"), 10).value(), QByteArray("<lheo/>"));
}

void LocalFolderTest::readRefusesMoreThanWasAllowed()
{
    QVERIFY(m_remote->put(m_source, QStringLiteral("b.csv")));
    QVERIFY(m_remote->read(QStringLiteral("b.csv"), 7));
    const Result<std::optional<QByteArray>> refused = m_remote->read(QStringLiteral("b.csv"), 6);
    QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
    QVERIFY(refused.error().message.contains(QStringLiteral("b.csv")));
}

void LocalFolderTest::removeIsFineWhereThereIsNothing()
{
    QVERIFY(m_remote->remove(QStringLiteral("a/b.csv")));
    QVERIFY(m_remote->put(m_source, QStringLiteral("a/b.csv")));
    QVERIFY(m_remote->remove(QStringLiteral("a/b.csv")));
    QVERIFY(!QFile::exists(there(QStringLiteral("a/b.csv"))));
    QCOMPARE(m_remote->remove(QStringLiteral("a")).error().code, ErrorCode::FileUnwritable);
}

void LocalFolderTest::pathsThatLeadElsewhereAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString();
    QTest::newRow("up") << QStringLiteral("../lheo.xml");
    QTest::newRow("up, later") << QStringLiteral("a/../../lheo.xml");
    QTest::newRow("itself") << QStringLiteral("./lheo.xml");
    QTest::newRow("absolute") << QStringLiteral("/tmp/lheo.xml");
    QTest::newRow("drive") << QStringLiteral("C:/lheo.xml");
    QTest::newRow("stream") << QStringLiteral("lheo.xml:zone");
    QTest::newRow("backslash") << QStringLiteral("..\\lheo.xml");
    QTest::newRow("folder") << QStringLiteral("a/");
    QTest::newRow("line break") << QStringLiteral("a\nrm b");
    QTest::newRow("zero") << QStringLiteral("a") + QChar(u'\0');
}

void LocalFolderTest::pathsThatLeadElsewhereAreRefused()
{
    QFETCH(const QString, path);
    QCOMPARE(m_remote->put(m_source, path).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(m_remote->read(path, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(m_remote->remove(path).error().code, ErrorCode::InvalidArgument);
    QVERIFY(filesOf(m_target).isEmpty());
    QCOMPARE(filesOf(m_folder->path()), QStringList{QStringLiteral("source.xml")});
}

void LocalFolderTest::missingFolderIsNotOpened()
{
    const Result<std::unique_ptr<RemoteFolder>> opened =
        openLocalFolder(there(QStringLiteral("absent")));
    QCOMPARE(opened.error().code, ErrorCode::FileUnwritable);
    QVERIFY(opened.error().message.contains(QStringLiteral("absent")));
    QCOMPARE(openLocalFolder({}).error().code, ErrorCode::InvalidArgument); // not where it runs
}

void LocalFolderTest::vanishedFolderIsNotMadeAnew()
{
    QVERIFY(QDir(m_target).removeRecursively());
    const Result<> put = m_remote->put(m_source, QStringLiteral("a/lheo.xml"));
    QCOMPARE(put.error().code, ErrorCode::FileUnwritable);
    QVERIFY(put.error().message.contains(QStringLiteral("échanges AUDE")));
    QCOMPARE(m_remote->read(QStringLiteral("a"), 1).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(m_remote->remove(QStringLiteral("a")).error().code, ErrorCode::FileUnwritable);
    QVERIFY(!QFile::exists(m_target));
}

void LocalFolderTest::folderWithoutTheRightToWriteIsSaid()
{
    QVERIFY(QFile::setPermissions(m_target, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const bool mayAll = QFileInfo(m_target).isWritable();
    const Result<> put = m_remote->put(m_source, QStringLiteral("lheo.xml"));
    QFile::setPermissions(m_target,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (mayAll)
        QSKIP("This user may write everything (root).");
    QCOMPARE(put.error().code, ErrorCode::FileUnwritable);
    QVERIFY(put.error().message.contains(QStringLiteral("lheo.xml")));
}

void LocalFolderTest::missingSourceIsSaid()
{
    const Result<> put = m_remote->put(m_source + QStringLiteral("2"), QStringLiteral("lheo.xml"));
    QCOMPARE(put.error().code, ErrorCode::FileUnreadable);
    QVERIFY(filesOf(m_target).isEmpty());
}

//! On a disk of a quarter of a megabyte, in a name space of its own, where everybody may mount one.
void LocalFolderTest::fullDiskLeavesWhatWasThere()
{
    if (QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty())
        QSKIP("A full disk needs unshare (util-linux, Linux).");
    writeBytes(m_source, QByteArray(1'000'000, 'x'));
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-Urm"), QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("mount -t tmpfs -o size=256k tmpfs \"$0\" || exit 77; "
                                  "exec \"$1\" --put \"$2\" \"$0\""),
                   m_target, QCoreApplication::applicationFilePath(), m_source});
    QVERIFY(process.waitForFinished(30'000));
    if (process.exitCode() == 77 || process.exitStatus() != QProcess::NormalExit ||
        process.readAllStandardError().contains("unshare failed"))
        QSKIP("This user may not mount a small disk in a name space of its own.");
    QCOMPARE(process.readAllStandardOutput(), QByteArray("FileUnwritable, before, 1 file\n"));
}

//! With "--put FILE FOLDER" this program puts a file over another one and says what came of it.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--put") {
        const QString folder = arguments.value(3);
        writeBytes(QDir(folder).filePath(QStringLiteral("lheo.xml")), "before");
        const Result<std::unique_ptr<RemoteFolder>> remote = openLocalFolder(folder);
        const Result<> put = remote.value()->put(arguments.value(2), QStringLiteral("lheo.xml"));
        std::printf("%s, %s, %d file\n",
                    !put && put.error().code == ErrorCode::FileUnwritable ? "FileUnwritable" : "?",
                    bytesOf(QDir(folder).filePath(QStringLiteral("lheo.xml"))).constData(),
                    int(filesOf(folder).size()));
        return 0;
    }
    LocalFolderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_localfolder.moc"
