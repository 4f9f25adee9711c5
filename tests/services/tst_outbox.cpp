// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"
#include "services/outbox.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockTellsWhoHoldsItFromWhatCannotBeWritten();
    void tidyLeavesWhatIsNeededOrInUse();
    void tidyRemovesWhatTheKilledLeft_data();
    void tidyRemovesWhatTheKilledLeft();

private:
    [[nodiscard]] Outbox outbox() const { return Outbox(m_folder.path()); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    QTemporaryDir m_folder;
};

void OutboxTest::lockTellsWhoHoldsItFromWhatCannotBeWritten()
{
    const QString key = QStringLiteral("aude-1");
    {
        const Result<Outbox::Lock> held = outbox().lock(key);
        QVERIFY(held && *held);
        const Result<Outbox::Lock> second = outbox().lock(key);
        QVERIFY(second && !*second);
    }
    const QString noFolder = QDir(m_folder.path()).filePath(QStringLiteral("fichier"));
    test::writeBytes(noFolder, "x");
    const Result<Outbox::Lock> none = Outbox(noFolder).lock(key);
    QCOMPARE(none.error().code, ErrorCode::FileUnwritable);
    QVERIFY2(none.error().message.contains(QStringLiteral("disque")),
             qPrintable(none.error().message));
    QVERIFY(QFile::remove(noFolder));
}

void OutboxTest::tidyLeavesWhatIsNeededOrInUse()
{
    const QString needed = QStringLiteral("aude-1");
    const QString used = QStringLiteral("aude-2");
    const QString left = QStringLiteral("aude-3");
    (void)outbox().make(needed);
    (void)outbox().make(left);
    const Result<Outbox::Lock> lock = outbox().make(used);
    QVERIFY(lock);
    outbox().tidy({needed});
    const QStringList kept{needed, used, lockNameOf(used)};
    QCOMPARE(files(), kept);
    outbox().remove(needed);
    outbox().remove(used);
}

void OutboxTest::tidyRemovesWhatTheKilledLeft_data()
{
    QTest::addColumn<QStringList>("left");
    const QString lock = QStringLiteral("aude-1.lock");
    const QString remover = QStringLiteral("aude-1.lock.rmlock");
    QTest::newRow("while it began") << QStringList{lock};
    QTest::newRow("while it prepared") << QStringList{lock, QStringLiteral("aude-1/")};
    QTest::newRow("while it tidied") << QStringList{lock, remover, QStringLiteral("aude-1/")};
    QTest::newRow("while it freed a lock") << QStringList{remover};
}

void OutboxTest::tidyRemovesWhatTheKilledLeft()
{
    QFETCH(QStringList, left);
    const QDir folder(m_folder.path());
    for (const QString &name : left) {
        if (name.endsWith(u'/')) {
            QVERIFY(folder.mkdir(name.chopped(1)));
            continue;
        }
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly)); // killed before it had written its name
    }
    outbox().tidy({});
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
