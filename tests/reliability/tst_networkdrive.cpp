// SPDX-License-Identifier: GPL-3.0-or-later
// A base on a network drive, here a real one of sshfs, is refused before anything is written. Its
// server is run by hand, so that no login is needed.
#include "reliability/programrun.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

class NetworkDriveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void baseThereIsRefused_data();
    void baseThereIsRefused();
    void nothingIsRestoredThere();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] Run on(const QString &base, const char *arguments) const
    {
        return ProgramRun(QStringLiteral("sqlite:") + base, m_folder.path())(arguments);
    }

    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

void NetworkDriveTest::initTestCase()
{
    const QString server = QStringLiteral("/usr/lib/openssh/sftp-server");
    if (QStandardPaths::findExecutable(QStringLiteral("sshfs")).isEmpty() || !QFile::exists(server))
        QSKIP("sshfs or openssh-server is not installed: no network drive can be made.");
    for (const char *name : {"serveur", "lecteur", "ailleurs"})
        QVERIFY(QDir().mkpath(path(name)));
    QFile command(path("ssh"));
    QVERIFY(command.open(QIODevice::WriteOnly));
    command.write("#!/bin/sh\nexec " + server.toLatin1() + '\n');
    command.close();
    QVERIFY(command.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QProcess mount;
    mount.start(QStringLiteral("sshfs"),
                {QStringLiteral("-o"), QStringLiteral("ssh_command=") + command.fileName(),
                 QStringLiteral("serveur:") + path("serveur"), path("lecteur")});
    m_isMounted = mount.waitForFinished() && mount.exitCode() == 0;
    if (!m_isMounted)
        QSKIP("sshfs cannot mount here: /dev/fuse is missing or not permitted.");
    // What is there already came by hand.
    QCOMPARE(on(path("base.recoupe"), "demo").status, 0);
    QVERIFY(QFile::copy(path("base.recoupe"), path("serveur/base.recoupe")));
    QVERIFY(QFile::link(path("lecteur"), path("lien")));
    QVERIFY(QFile::link(path("lecteur/base.recoupe"), path("raccourci.recoupe")));
}

void NetworkDriveTest::cleanupTestCase()
{
    if (m_isMounted)
        QCOMPARE(QProcess::execute(QStringLiteral("fusermount3"),
                                   {QStringLiteral("-u"), path("lecteur")}),
                 0);
}

void NetworkDriveTest::baseThereIsRefused_data()
{
    QTest::addColumn<QString>("base");
    QTest::newRow("there") << path("lecteur/base.recoupe");
    QTest::newRow("not there yet") << path("lecteur/nouveau/autre.recoupe");
    QTest::newRow("by a link to the folder") << path("lien/base.recoupe");
    QTest::newRow("by a link to the file") << path("raccourci.recoupe");
}

void NetworkDriveTest::baseThereIsRefused()
{
    QFETCH(const QString, base);
    const QByteArray before = bytesOf(path("serveur/base.recoupe"));
    for (const char *command : {"demo", "sessions", "verify", "backup copie.recoupe", "sync"}) {
        const Run run = on(base, command);
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.contains(QStringLiteral("lecteur réseau (fuse.sshfs)")) &&
                     run.err.contains(QStringLiteral("PostgreSQL")),
                 qPrintable(run.err));
    }
    QCOMPARE(bytesOf(path("serveur/base.recoupe")), before);
    QCOMPARE(QDir(path("serveur")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void NetworkDriveTest::nothingIsRestoredThere()
{
    const Run run = on(path("lecteur/base.recoupe"), "restore base.recoupe");
    QCOMPARE(run.status, 4);
    QVERIFY2(run.err.contains(QStringLiteral("lecteur réseau")), qPrintable(run.err));
    QCOMPARE(QDir(path("serveur")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

QTEST_GUILESS_MAIN(NetworkDriveTest)
#include "tst_networkdrive.moc"
