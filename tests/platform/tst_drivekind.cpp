// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/drivekind.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class DriveKindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typeTellsANetworkDrive_data();
    void typeTellsANetworkDrive();
    void temporaryFolderIsLocal();
    void whatIsNotThereYetIsWhereItsFolderIs();
    void linksAreFollowed();
    void shareOfWindowsIsRemote();
};

void DriveKindTest::typeTellsANetworkDrive_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isNetwork");
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "fuse",
                             "fuse.gvfsd-fuse", "fuse.rclone", "9p", "CIFS", "virtiofs"})
        QTest::newRow(type) << QByteArray(type) << true;
    for (const char *type : {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "NTFS", "exFAT",
                             "fuseblk", "fuse.gocryptfs", "apfs", "vfat", "f2fs", ""})
        QTest::newRow(*type ? type : "unknown") << QByteArray(type) << false;
}

void DriveKindTest::typeTellsANetworkDrive()
{
    QFETCH(const QByteArray, type);
    QTEST(isNetworkFileSystem(type), "isNetwork");
}

void DriveKindTest::temporaryFolderIsLocal()
{
    const QTemporaryDir folder;
    const Drive drive = driveOf(folder.path());
    QVERIFY(!drive.fileSystem.isEmpty());
    if (drive.isRemote)
        QSKIP("The temporary folder is on a network drive here.");
    QVERIFY(!drive.isRemote);
}

void DriveKindTest::whatIsNotThereYetIsWhereItsFolderIs()
{
    const QTemporaryDir folder;
    const QString base = folder.filePath(QStringLiteral("a/b/base.recoupe"));
    QCOMPARE(driveOf(base).fileSystem, driveOf(folder.path()).fileSystem);
}

void DriveKindTest::linksAreFollowed()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("lien"));
    QVERIFY(QFile::link(QStringLiteral("/proc"), link));
    QCOMPARE(driveOf(link).fileSystem, "proc");
    QCOMPARE(driveOf(QDir(link).filePath(QStringLiteral("self/../version"))).fileSystem, "proc");
#else
    QSKIP("There is no folder of a known other file system here.");
#endif
}

void DriveKindTest::shareOfWindowsIsRemote()
{
#ifdef Q_OS_WIN
    QVERIFY(driveOf(QStringLiteral("\\\\serveur\\partage\\base.recoupe")).isRemote);
    QVERIFY(driveOf(QStringLiteral("//serveur/partage/base.recoupe")).isRemote);
#else
    QSKIP("Only Windows has \\\\server\\share paths.");
#endif
}

QTEST_GUILESS_MAIN(DriveKindTest)
#include "tst_drivekind.moc"
