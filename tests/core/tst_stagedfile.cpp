// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stagedfile.h"

#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;
using recoupe::test::writeBytes;

class StagedFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPutOverWhatIsThere();
    void whatIsNotPutIsRemoved();
    void keepsTheEndingOfItsTarget();
    void failureNamesTheTarget();
    void whatADeadProcessLeftIsRemoved();

private:
    [[nodiscard]] QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files); }

    QTemporaryDir m_folder;
    const QString m_target = m_folder.filePath(QStringLiteral("été n° 1.pdf"));
};

void StagedFileTest::isPutOverWhatIsThere()
{
    writeBytes(m_target, "old");
    StagedFile file(m_target);
    writeBytes(file.path(), "new");
    QCOMPARE(bytesOf(m_target), QByteArray("old"));
    QVERIFY(file.put());
    QCOMPARE(bytesOf(m_target), QByteArray("new"));
    QCOMPARE(files().size(), 1);
}

void StagedFileTest::whatIsNotPutIsRemoved()
{
    writeBytes(m_target, "old");
    {
        const StagedFile file(m_target);
        writeBytes(file.path(), "new");
        writeBytes(file.path() + QStringLiteral("-journal"), "half"); // by who failed in between
        QCOMPARE(files().size(), 4);                                  // with its lock
    }
    QCOMPARE(files().size(), 1);
    QCOMPARE(bytesOf(m_target), QByteArray("old"));
}

void StagedFileTest::keepsTheEndingOfItsTarget()
{
    const StagedFile file(m_target);
    QVERIFY(file.path().endsWith(QStringLiteral(".pdf")));
    QVERIFY(file.path() != m_target);
    QVERIFY(StagedFile(m_target).path() != file.path()); // two stations, one folder
}

void StagedFileTest::failureNamesTheTarget()
{
    StagedFile file(m_target);
    const Result<> put = file.put(); // nothing was written
    QCOMPARE(put.error().code, ErrorCode::FileUnwritable);
    QVERIFY(put.error().message.contains(QStringLiteral("été n° 1.pdf")));
    const Error other{ErrorCode::Cancelled, QStringLiteral("…"), {}, {}};
    QVERIFY(file.failureOf(other).value().message.contains(QStringLiteral("été n° 1.pdf")));
}

void StagedFileTest::whatADeadProcessLeftIsRemoved()
{
    const QString left = m_folder.filePath(QStringLiteral("été n° 1.0123abcd.pdf"));
    writeBytes(m_target, "old");
    writeBytes(left, "half");
    writeBytes(left + QStringLiteral("-journal"), "half");
    writeBytes(left + QStringLiteral(".lock"), {}); // killed before it had written its name
    writeBytes(m_folder.filePath(QStringLiteral("été n° 1.4567abcd.pdf")), "somebody's own");
    writeBytes(m_folder.filePath(QStringLiteral("autre.lock")), {});
    StagedFile alive(m_target);
    writeBytes(alive.path(), "new");
    QCOMPARE(files().size(), 5); // three that are none of ours, the staged one and its lock
    const StagedFile another(m_target);
    QVERIFY(QFile::exists(alive.path()));
    QVERIFY(alive.put());
    QCOMPARE(bytesOf(m_target), QByteArray("new"));
}

QTEST_APPLESS_MAIN(StagedFileTest)
#include "tst_stagedfile.moc"
