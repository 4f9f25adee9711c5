// SPDX-License-Identifier: GPL-3.0-or-later
// A base is moved from the window, to a file and to a PostgreSQL server of its own.
#include "platform/environment.h"
#include "services/secrets.h"
#include "support/plaintext.h"
#include "ui/databasefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int waitMs = 60'000;
const QString password = SecuredServer::password();

} // namespace

class MovingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_bases.forgetChoice(); }
    void cleanup() { (void)forgetSecret(databaseSecretName()); }
    void cleanupTestCase() { m_bases.stop(); }

    void everythingIsMovedAndCompared();
    void filledTargetIsRefused();
    void moveThatIsStoppedLeavesNothing();
    void stoppedMoveLeavesNoFile();

private:
    DatabaseFixture m_bases;
};

void MovingTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const Result<> started = m_bases.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
}

void MovingTest::everythingIsMovedAndCompared()
{
    WindowFixture fixture;
    fixture.importDemo();
    const int sessions = fixture.model()->totalCount();
    const DatabasePage page(fixture, DatabaseOrigin::Workstation);
    const DatabaseUrl url = m_bases.newBase();
    page.typeServer(url, password);
    fixture.dialogs().asked.clear();
    page.run("moveDatabase");
    QCOMPARE(fixture.dialogs().asked.size(), 1);
    QVERIFY2(plain(fixture.dialogs().asked.first().text)
                 .contains(QStringLiteral("La base d'origine reste telle quelle.")),
             qPrintable(fixture.dialogs().asked.first().text));
    QVERIFY2(page.said().contains(QStringLiteral("recopiées et relues à l'identique")),
             qPrintable(page.said()));
    const auto *view = page.in<QTreeView>("databaseTables");
    QVERIFY(view->isVisible());
    const QAbstractItemModel *tables = view->model();
    const QModelIndexList found =
        tables->match(tables->index(0, BaseTableModel::Content), Qt::DisplayRole,
                      QStringLiteral("Sessions"), 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().siblingAtColumn(BaseTableModel::Rows).data().toString(),
             QLocale().toString(sessions));
    // Offered at once.
    QSignalSpy restart(&fixture.window(), &MainWindow::restartWanted);
    page.button("useDatabase")->click();
    QTRY_COMPARE_WITH_TIMEOUT(restart.size(), 1, waitMs);
    WindowFixture after(databaseOfStart().url, QStringLiteral("Odile"));
    QCOMPARE(after.model()->totalCount(), sessions);
}

void MovingTest::filledTargetIsRefused()
{
    WindowFixture fixture;
    fixture.importDemo();
    const QString file = fixture.path(QStringLiteral("pleine.recoupe"));
    BackOffice office(urlOfBase(file), QStringLiteral("Odile"), Clock{BackOffice::demoDay()});
    QVERIFY(office.open());
    QVERIFY(office.loadDemo());
    office.close();
    const DatabasePage page(fixture);
    page.typeFile(file);
    page.run("moveDatabase");
    QVERIFY2(page.said().contains(QStringLiteral("n'est pas vide")), qPrintable(page.said()));
    QVERIFY(!page.in<QTreeView>("databaseTables")->isVisible());
    QVERIFY(QFileInfo::exists(file));
}

void MovingTest::moveThatIsStoppedLeavesNothing()
{
    WindowFixture fixture;
    fixture.importDemo();
    const DatabasePage page(fixture);
    const DatabaseUrl url = m_bases.newBase();
    page.typeServer(url, password);
    QVERIFY(m_bases.server().freeze()); // or it would be over before anybody could stop it
    page.button("moveDatabase")->click();
    QVERIFY(page.isRunning());
    page.button("stop")->click();
    QVERIFY(page.isRunning()); // says itself what became of it
    QVERIFY(m_bases.server().thaw());
    QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), waitMs);
    QVERIFY2(page.said().contains(QStringLiteral("interrompu : rien n'a été gardé")),
             qPrintable(page.said()));
    page.run("moveDatabase"); // the target is still empty
    QVERIFY2(page.said().contains(QStringLiteral("à l'identique")), qPrintable(page.said()));
}

void MovingTest::stoppedMoveLeavesNoFile()
{
    const QTemporaryDir folder;
    const auto file = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    BackOffice office(urlOfBase(file("a.recoupe")), QStringLiteral("Odile"),
                      Clock{BackOffice::demoDay()});
    QVERIFY(office.open());
    QVERIFY(office.loadDemo());
    int calls = 0;
    const Result<QList<TableSummary>> moved =
        office.maintenance().moveTo(DatabaseUrl::parse(urlOfBase(file("b.recoupe"))).value(),
                                    [&](qint64, qint64) { return ++calls < 3; });
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("b.*")}, QDir::AllEntries),
             QStringList());
    QCOMPARE(calls, 3);
}

QTEST_MAIN(MovingTest)
#include "tst_moving.moc"
