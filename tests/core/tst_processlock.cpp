// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class ProcessLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatNobodyHolds();
    void leavesWhatAnotherHolds();
    void takesWhatWasLeftWithoutAName();
    void leavesWhatIsHeldWithoutAName();
    void takesWhatWasLeftWhileItWasRemoved_data();
    void takesWhatWasLeftWhileItWasRemoved();
    void leavesWhatAnotherRemoves();
    void namesWhatIsOrWasLocked();

private:
    [[nodiscard]] QString name() const { return m_folder.filePath(QStringLiteral("a.lock")); }
    void write(const QByteArray &content) const { write(name(), content); }
    static void write(const QString &name, const QByteArray &content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QString removerName() const { return name() + QLatin1String(".rmlock"); }
    //! What a process that is no more has written into its lock.
    static QByteArray ofNobody() { return "2147480000\nrecoupe\n" + host() + "\n"; }
    static QByteArray host() { return QSysInfo::machineHostName().toUtf8(); }

    QTemporaryDir m_folder;
};

void ProcessLockTest::takesWhatNobodyHolds()
{
    QLockFile lock(name());
    QVERIFY(tryProcessLock(lock));
}

void ProcessLockTest::leavesWhatAnotherHolds()
{
    QLockFile first(name());
    QVERIFY(tryProcessLock(first));
    QLockFile second(name());
    QVERIFY(!tryProcessLock(second));
    first.unlock();
    QVERIFY(tryProcessLock(second));
}

void ProcessLockTest::takesWhatWasLeftWithoutAName()
{
    write({}); // as a process leaves it that is killed right after it made the file
    QLockFile lock(name());
    QVERIFY(tryProcessLock(lock));
}

void ProcessLockTest::leavesWhatIsHeldWithoutAName()
{
#ifdef Q_OS_WIN
    QSKIP("an open lock file cannot be emptied on Windows");
#else
    QLockFile first(name());
    QVERIFY(tryProcessLock(first));
    write({});
    QLockFile second(name());
    QVERIFY(!tryProcessLock(second));
#endif
}

void ProcessLockTest::takesWhatWasLeftWhileItWasRemoved_data()
{
    QTest::addColumn<QByteArray>("remover");
    QTest::newRow("killed before its name was written") << QByteArray();
    QTest::newRow("killed after") << ofNobody();
}

void ProcessLockTest::takesWhatWasLeftWhileItWasRemoved()
{
    QFETCH(QByteArray, remover);
    write(ofNobody());
    write(removerName(), remover);
    {
        QLockFile lock(name());
        QVERIFY(tryProcessLock(lock));
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void ProcessLockTest::leavesWhatAnotherRemoves()
{
    write(ofNobody());
    QLockFile remover(removerName());
    QVERIFY(tryProcessLock(remover));
    QLockFile lock(name());
    QVERIFY(!tryProcessLock(lock));
    remover.unlock();
    QVERIFY(tryProcessLock(lock));
}

void ProcessLockTest::namesWhatIsOrWasLocked()
{
    for (const char *file : {"b-1.lock", "b-1.lock.rmlock", "b-2.lock.rmlock", "b-3", "c.lock"})
        write(m_folder.filePath(QLatin1String(file)), {});
    const QDir folder(m_folder.path());
    const QStringList names{QStringLiteral("b-1"), QStringLiteral("b-2")};
    QCOMPARE(lockedNames(folder, QStringLiteral("b-*")), names);
}

QTEST_GUILESS_MAIN(ProcessLockTest)
#include "tst_processlock.moc"
