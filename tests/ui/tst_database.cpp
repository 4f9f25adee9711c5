// SPDX-License-Identifier: GPL-3.0-or-later
// Where the base is: seen, tested and chosen from the window, with files and a PostgreSQL server of
// its own.
#include "platform/environment.h"
#include "services/secrets.h"
#include "support/plaintext.h"
#include "ui/databasefixture.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int waitMs = 60'000;
const QString password = SecuredServer::password();

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_bases.forgetChoice(); }
    void cleanup() { (void)forgetSecret(databaseSecretName()); }
    void cleanupTestCase() { m_bases.stop(); }

    void pageSaysWhatNamesTheBase_data();
    void pageSaysWhatNamesTheBase();
    void wrongTextsAreSaidBesideTheField();
    void wayWithoutACheckIsWarnedOf();
    void fileIsTested_data();
    void fileIsTested();
    void chosenFileIsOpenedByTheNextStart();
    void choiceWaitsForWhatIsStronger_data();
    void choiceWaitsForWhatIsStronger();
    void serverIsTested();
    void failureSaysWhatToDo_data();
    void failureSaysWhatToDo();
    void passwordGoesToNoFile();
    void baseThatIsNotReachedIsNotKept();
    void newPasswordOfTheOpenBaseIsTakenAtOnce();
    void baseThatDoesNotOpenLeadsToThePage();
    void frozenServerHoldsNothingUp();
    void readerMayChooseToo();
    void demonstrationHasItsOwn();

private:
    DatabaseFixture m_bases;
};

void DatabaseTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const Result<> started = m_bases.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
}

void DatabaseTest::pageSaysWhatNamesTheBase_data()
{
    QTest::addColumn<DatabaseOrigin>("origin");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("waits");
    QTest::newRow("command line") << DatabaseOrigin::CommandLine << QStringLiteral("--database")
                                  << true;
    QTest::newRow("environment") << DatabaseOrigin::Environment
                                 << QStringLiteral("RECOUPE_DATABASE") << true;
    QTest::newRow("settings") << DatabaseOrigin::Settings << QStringLiteral("choisie ici") << false;
    QTest::newRow("workstation") << DatabaseOrigin::Workstation
                                 << QStringLiteral("aucune autre n'a été choisie") << false;
}

void DatabaseTest::pageSaysWhatNamesTheBase()
{
    QFETCH(const DatabaseOrigin, origin);
    QFETCH(const QString, words);
    QFETCH(const bool, waits);
    WindowFixture fixture;
    const DatabasePage page(fixture, origin);
    QVERIFY(page.in<QLabel>("openDatabase")
                ->text()
                .contains(QDir::toNativeSeparators(fixture.path(QStringLiteral("base.recoupe")))));
    const QString why = plain(page.in<QLabel>("databaseOrigin")->text());
    QVERIFY2(why.contains(words), qPrintable(why));
    QCOMPARE(why.contains(QStringLiteral("ne comptera qu'")), waits);
    QVERIFY(!page.button("moveDatabase")->isEnabled()); // to itself
    QVERIFY2(plain(page.button("moveDatabase")->toolTip()).contains(QStringLiteral("base ouverte")),
             qPrintable(page.button("moveDatabase")->toolTip()));
}

void DatabaseTest::wrongTextsAreSaidBesideTheField()
{
    WindowFixture fixture;
    const DatabasePage page(fixture);
    page.choose("place", "server");
    page.type("host", QStringLiteral("base.example.fr"));
    page.type("user", QStringLiteral("zoe"));
    QVERIFY(page.button("testDatabase")->isEnabled());
    page.type("port", QStringLiteral("70000"));
    const QWidget *box = page.in<QLineEdit>("port")->parentWidget();
    const auto *defect = box->findChild<QLabel *>();
    QVERIFY(defect->isVisible());
    QCOMPARE(plain(defect->text()), QStringLiteral("Il faut un nombre de 1 à 65535."));
    for (const char *name : {"testDatabase", "moveDatabase", "useDatabase"}) {
        QVERIFY(!page.button(name)->isEnabled());
        QVERIFY2(plain(page.button(name)->toolTip()).contains(QStringLiteral("port : il faut")),
                 qPrintable(page.button(name)->toolTip()));
    }
    page.type("port", QStringLiteral("5433"));
    QVERIFY(!defect->isVisible());
    QVERIFY(page.button("testDatabase")->isEnabled());
}

void DatabaseTest::wayWithoutACheckIsWarnedOf()
{
    WindowFixture fixture;
    const DatabasePage page(fixture);
    page.choose("place", "server");
    page.type("host", QStringLiteral("base.example.fr"));
    page.type("user", QStringLiteral("zoe"));
    const auto *warning = page.in<QLabel>("warning");
    QVERIFY(!warning->isVisible());
    page.choose("encryption", "unverified");
    QVERIFY(warning->isVisible());
    QVERIFY2(warning->text().contains(QStringLiteral("Rien ne prouvera")),
             qPrintable(warning->text()));
    QVERIFY(!page.in<QComboBox>("authorities")->isVisible());
    QVERIFY(page.button("useDatabase")->isEnabled());
    page.choose("encryption", "none");
    QVERIFY2(plain(warning->text()).startsWith(QStringLiteral("Il faut une connexion chiffrée")),
             qPrintable(warning->text()));
    QVERIFY(!page.button("useDatabase")->isEnabled());
    QVERIFY(!page.button("testDatabase")->isEnabled());
    page.type("host", QStringLiteral("localhost"));
    QVERIFY(!warning->isVisible());
    QVERIFY(page.button("useDatabase")->isEnabled());
}

void DatabaseTest::fileIsTested_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("ours") << QStringLiteral("autre.recoupe")
                          << QStringLiteral("est une base de Recoupe");
    QTest::newRow("new") << QStringLiteral("dossier/nouvelle.recoupe")
                         << QStringLiteral("n'existe pas encore");
    QTest::newRow("foreign") << QStringLiteral("lettre.txt")
                             << QStringLiteral("n'est pas une base de Recoupe");
    QTest::newRow("empty") << QStringLiteral("vide.recoupe") << QStringLiteral("est vide");
    QTest::newRow("open") << QStringLiteral("base.recoupe")
                          << QStringLiteral("est une base de Recoupe");
}

void DatabaseTest::fileIsTested()
{
    QFETCH(const QString, file);
    QFETCH(const QString, words);
    WindowFixture fixture;
    (void)fixture.write(QStringLiteral("lettre.txt"), "Bonjour");
    (void)fixture.write(QStringLiteral("vide.recoupe"), {});
    QVERIFY(BackOffice(urlOfBase(fixture.path(QStringLiteral("autre.recoupe"))),
                       QStringLiteral("Odile"), Clock{})
                .open());
    const DatabasePage page(fixture);
    fixture.dialogs().target = fixture.path(file);
    page.button("path/choose")->click();
    page.run("testDatabase");
    QVERIFY2(page.said().contains(words), qPrintable(page.said()));
    QVERIFY(!QFileInfo::exists(fixture.path(QStringLiteral("dossier"))));
}

void DatabaseTest::chosenFileIsOpenedByTheNextStart()
{
    WindowFixture fixture;
    const DatabasePage page(fixture, DatabaseOrigin::Workstation);
    const QString file = fixture.path(QStringLiteral("autre été.recoupe"));
    page.typeFile(file);
    QSignalSpy restart(&fixture.window(), &MainWindow::restartWanted);
    fixture.dialogs().asked.clear();
    page.button("useDatabase")->click();
    QTRY_COMPARE_WITH_TIMEOUT(restart.size(), 1, waitMs);
    QVERIFY(!fixture.window().isVisible());
    QCOMPARE(fixture.dialogs().asked.size(), 1);
    QVERIFY2(plain(fixture.dialogs().asked.first().text)
                 .contains(QStringLiteral("doit redémarrer pour ouvrir « ") +
                           QDir::toNativeSeparators(file)),
             qPrintable(fixture.dialogs().asked.first().text));
    const NamedDatabase next = databaseOfStart();
    QCOMPARE(next.origin, DatabaseOrigin::Settings);
    WindowFixture after(next.url, QStringLiteral("Odile"));
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(DatabasePage(after)
                .in<QLabel>("openDatabase")
                ->text()
                .contains(QDir::toNativeSeparators(file)));
}

void DatabaseTest::choiceWaitsForWhatIsStronger_data()
{
    QTest::addColumn<DatabaseOrigin>("origin");
    QTest::newRow("command line") << DatabaseOrigin::CommandLine;
    QTest::newRow("environment") << DatabaseOrigin::Environment;
}

void DatabaseTest::choiceWaitsForWhatIsStronger()
{
    QFETCH(const DatabaseOrigin, origin);
    WindowFixture fixture;
    const DatabasePage page(fixture, origin);
    const QString file = fixture.path(QStringLiteral("autre.recoupe"));
    page.typeFile(file);
    fixture.dialogs().asked.clear();
    page.run("useDatabase");
    QVERIFY2(page.said().contains(QStringLiteral("ne comptera qu'")), qPrintable(page.said()));
    QVERIFY(fixture.dialogs().asked.isEmpty()); // a start as this one would open the same base
    QCOMPARE(databaseOfStart().url, urlOfBase(file));
    qputenv("RECOUPE_DATABASE", "sqlite:/ailleurs");
    const NamedDatabase named = databaseOfStart();
    qunsetenv("RECOUPE_DATABASE");
    QCOMPARE(named.url, QStringLiteral("sqlite:/ailleurs"));
    QCOMPARE(named.origin, DatabaseOrigin::Environment);
}

void DatabaseTest::serverIsTested()
{
    WindowFixture fixture;
    const DatabasePage page(fixture);
    page.typeServer(m_bases.newBase(), password);
    page.run("testDatabase");
    for (const QString &words :
         {QStringLiteral("PostgreSQL 1"), QStringLiteral("serveur vérifié : « authority »"),
          QStringLiteral("La base est vide")})
        QVERIFY2(page.said().contains(words), qPrintable(page.said()));
    QCOMPARE(databaseOfStart().origin, DatabaseOrigin::Workstation); // nothing is kept by a test
    QCOMPARE(isSecretKnown(databaseSecretName()).value(), false);
}

void DatabaseTest::failureSaysWhatToDo_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("words");
    QTest::newRow("password") << QString() << QStringLiteral("perroquet")
                              << QStringLiteral("le mot de passe n'est pas le bon");
    QTest::newRow("no password") << QString() << QString()
                                 << QStringLiteral("RECOUPE_SECRET_DATABASE");
    QTest::newRow("unknown host") << QStringLiteral("nulle-part.invalid") << password
                                  << QStringLiteral("est inconnu du réseau. Vérifiez son nom");
}

void DatabaseTest::failureSaysWhatToDo()
{
    QFETCH(const QString, host);
    QFETCH(const QString, secret);
    QFETCH(const QString, words);
    WindowFixture fixture;
    const DatabasePage page(fixture);
    DatabaseUrl url = m_bases.newBase();
    if (!host.isEmpty())
        url.host = host;
    page.typeServer(url, secret);
    page.run("testDatabase");
    QVERIFY2(page.said().contains(words), qPrintable(page.said()));
    QVERIFY(!page.said().contains(QStringLiteral("perroquet")));
    QVERIFY(page.button("testDatabase")->isEnabled()); // to be tried again
}

void DatabaseTest::passwordGoesToNoFile()
{
    WindowFixture fixture;
    fixture.dialogs().confirms = false;
    const DatabasePage page(fixture, DatabaseOrigin::Workstation);
    const DatabaseUrl url = m_bases.newBase();
    page.typeServer(url, password);
    page.run("useDatabase");
    QCOMPARE(fixture.dialogs().asked.last().title, QStringLiteral("Changer de base"));
    QVERIFY(fixture.window().isVisible()); // turned down
    QVERIFY2(page.said().contains(QStringLiteral("prochain démarrage")), qPrintable(page.said()));
    const NamedDatabase next = databaseOfStart();
    QCOMPARE(DatabaseUrl::parse(next.url)->display(), url.display());
    const QByteArray kept = m_bases.settings();
    QVERIFY(kept.contains("base"));
    for (const QByteArray &form : {password.toUtf8(), QByteArray("canari")})
        QVERIFY2(!kept.contains(form), kept.constData());
    // And it is found there where it is.
    QCOMPARE(databaseSecret(*DatabaseUrl::parse(next.url)).value(), password);
    WindowFixture after(next.url, QStringLiteral("Odile"));
    QVERIFY(DatabasePage(after).in<QLabel>("openDatabase")->text().contains(url.name));
}

void DatabaseTest::baseThatIsNotReachedIsNotKept()
{
    WindowFixture fixture;
    const DatabasePage page(fixture, DatabaseOrigin::Workstation);
    page.typeServer(m_bases.newBase(), QStringLiteral("perroquet"));
    fixture.dialogs().asked.clear();
    page.run("useDatabase");
    QVERIFY2(page.said().contains(QStringLiteral("le mot de passe n'est pas le bon")),
             qPrintable(page.said()));
    QVERIFY2(page.said().contains(QStringLiteral("Rien n'a été gardé")), qPrintable(page.said()));
    QVERIFY(fixture.dialogs().asked.isEmpty());
    QCOMPARE(databaseOfStart().origin, DatabaseOrigin::Workstation);
    QCOMPARE(isSecretKnown(databaseSecretName()).value(), false);
}

void DatabaseTest::newPasswordOfTheOpenBaseIsTakenAtOnce()
{
    const DatabaseUrl url = m_bases.newBase();
    QVERIFY(keepDatabaseSecret(url, password));
    WindowFixture fixture(url.display(), QStringLiteral("Odile"));
    const DatabasePage page(fixture);
    page.type("secret/database", password);
    fixture.dialogs().asked.clear();
    fixture.runAndLoad([&] { page.run("useDatabase"); });
    QVERIFY2(page.said().contains(QStringLiteral("C'est la base ouverte")),
             qPrintable(page.said()));
    QVERIFY(fixture.dialogs().asked.isEmpty());
}

void DatabaseTest::baseThatDoesNotOpenLeadsToThePage()
{
    const DatabaseUrl url = m_bases.newBase();
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat);
    JobQueue queue;
    ScriptedDialogs dialogs;
    ThemeSetting theme(*qApp, settings);
    MainWindow window(std::make_shared<BackOffice>(url.display(), QStringLiteral("Odile"), Clock{}),
                      queue, settings, dialogs, theme);
    window.show();
    auto *messages = window.findChild<MessageBar *>(QStringLiteral("messageBar"));
    QTRY_VERIFY_WITH_TIMEOUT(messages->isVisible(), waitMs);
    QVERIFY2(messages->text().contains(QStringLiteral("RECOUPE_SECRET_DATABASE")),
             qPrintable(messages->text()));
    QPushButton *offered = nullptr;
    for (QPushButton *button : messages->findChildren<QPushButton *>()) {
        if (button->isVisible())
            offered = button;
    }
    QVERIFY(offered);
    offered->click();
    const DatabasePage page(window);
    page.type("secret/database", password);
    QSignalSpy shown(&window, &MainWindow::workspaceShown);
    page.run("useDatabase");
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), waitMs);
    QSignalSpy closed(&window, &MainWindow::closed);
    window.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, waitMs);
}

//! Neither the window nor the page wait for it.
void DatabaseTest::frozenServerHoldsNothingUp()
{
    WindowFixture fixture;
    const DatabasePage page(fixture);
    page.typeServer(m_bases.newBase(), password);
    QVERIFY(m_bases.server().freeze());
    const auto thaw = qScopeGuard([this] { QVERIFY(m_bases.server().thaw()); });
    page.button("testDatabase")->click();
    QVERIFY(page.isRunning());
    QVERIFY(!page.button("testDatabase")->isEnabled());
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("refresh"))->trigger(); });
    page.button("stop")->click();
    QVERIFY(!page.isRunning());
    QVERIFY2(page.said().contains(QStringLiteral("Interrompu")), qPrintable(page.said()));
    QVERIFY(page.button("testDatabase")->isEnabled());
    page.button("testDatabase")->click();
    QVERIFY(page.isRunning());
    page.dialog().reject();
    QVERIFY(!page.dialog().isVisible());
}

void DatabaseTest::readerMayChooseToo()
{
    const DatabaseUrl url = m_bases.server().newDatabase().value();
    QVERIFY(m_bases.server().run(url, {QStringLiteral("DROP ROLE IF EXISTS lea"),
                                       QStringLiteral("CREATE ROLE lea LOGIN PASSWORD 'lea'")}));
    BackOffice granting(url.display(), QStringLiteral("Odile"), Clock{});
    QVERIFY(granting.open());
    const Result<> granted = granting.accounts().grant(AccountRole::Reader, QStringLiteral("lea"));
    QVERIFY2(granted, granted ? "" : qPrintable(granted.error().message));
    granting.close();
    WindowFixture fixture(PostgresServer::as(QStringLiteral("lea"), url).display(),
                          QStringLiteral("Odile"));
    QVERIFY(fixture.action(QStringLiteral("chooseDatabase"))->isEnabled());
    const DatabasePage page(fixture);
    page.run("testDatabase");
    QVERIFY2(page.said().contains(QStringLiteral("Le compte « lea » y est lecteur")),
             qPrintable(page.said()));
}

void DatabaseTest::demonstrationHasItsOwn()
{
    WindowFixture fixture;
    fixture.runAndLoad([&] { fixture.window().showDemonstration(false); });
    const QAction *action = fixture.action(QStringLiteral("chooseDatabase"));
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(QStringLiteral("a une base à elle")));
}

QTEST_MAIN(DatabaseTest)
#include "tst_database.moc"
