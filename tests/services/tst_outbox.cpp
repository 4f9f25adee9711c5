// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"
#include "services/outbox.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
