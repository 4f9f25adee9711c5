// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"

#include <QFile>
#include <QLockFile>
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

private:
    [[nodiscard]] QString name() const { return m_folder.filePath(QStringLiteral("a.lock")); }
    void write(const QByteArray &content) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }

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

QTEST_GUILESS_MAIN(ProcessLockTest)
#include "tst_processlock.moc"
