// SPDX-License-Identifier: GPL-3.0-or-later
// Where the base is: seen, tested, used and moved from the window, with files and a PostgreSQL
// server of its own.
#include "platform/environment.h"
#include "services/secrets.h"
#include "services/usualdatabase.h"
#include "support/network/certificates.h"
#include "support/postgresserver.h"
#include "ui/database/databasedialog.h"
#include "ui/database/sentencelist.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int waitMs = 60'000;
const QString password = QStringLiteral("canari 'été\\");

QString plain(QString text)
{
    return text.replace(QChar(0x00a0), u' ');
}

//! The page, opened from the window.
class OpenPage
{
public:
    explicit OpenPage(WindowFixture &fixture, DatabaseOrigin origin = DatabaseOrigin::Settings)
        : OpenPage(opened(fixture, origin))
    {
    }
    //! One that is open.
    explicit OpenPage(MainWindow &window)
    {
        const auto found = window.findChildren<DatabaseDialog *>();
        if (found.isEmpty())
            qFatal("The page is not open.");
        m_dialog = found.last();
    }

    [[nodiscard]] DatabaseDialog &dialog() const { return *m_dialog; }
    template <typename Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        auto *found = m_dialog->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("No %s.", name);
        return found;
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return in<QPushButton>(name); }
    void type(const char *name, const QString &text) const { in<QLineEdit>(name)->setText(text); }
    void choose(const char *name, const char *token) const
    {
        auto *combo = in<QComboBox>(name);
        combo->setCurrentIndex(combo->findData(QString::fromLatin1(token)));
    }
    //! Fills a server in, verified by that authority.
    void typeServer(const DatabaseUrl &url, const QString &secret) const
    {
        choose("place", "server");
        type("host", url.host);
        type("port", QString::number(url.port));
        type("name", url.name);
        type("user", url.user);
        if (!secret.isEmpty())
            type("secret/database", secret);
        if (!url.authorities.isEmpty()) {
            choose("authorities", "own-file");
            type("authorities-file", url.authorities);
        }
    }
    void typeFile(const QString &file) const
    {
        choose("place", "file");
        type("path", file);
    }
    [[nodiscard]] bool isRunning() const
    {
        return m_dialog->findChild<JobProgress *>()->isVisible();
    }
    //! Presses a button and waits for its job.
    void run(const char *name) const
    {
        QVERIFY2(button(name)->isEnabled(), qPrintable(button(name)->toolTip()));
        button(name)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), waitMs);
    }
    [[nodiscard]] QString said() const
    {
        const auto *list = in<SentenceList>("databaseSentences");
        QStringList sentences;
        for (int row = 0; row < list->count(); ++row) {
            sentences << list->item(row)->text();
            if (list->item(row)->icon().isNull())
                qFatal("A sentence has no sign.");
        }
        return plain(sentences.join(u'\n'));
    }

private:
    [[nodiscard]] static MainWindow &opened(WindowFixture &fixture, DatabaseOrigin origin)
    {
        fixture.window().setDatabaseOrigin(origin);
        fixture.action(QStringLiteral("chooseDatabase"))->trigger();
        return fixture.window();
    }

    DatabaseDialog *m_dialog;
};

//! Everything that the settings of this account hold.
QByteArray settingsIn(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The settings cannot be read.");
        all += file.readAll();
    }
    return all;
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { (void)forgetSecret(databaseSecretName()); }
    void cleanupTestCase() { m_server.reset(); }

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
    void everythingIsMovedAndCompared();
    void filledTargetIsRefused();
    void moveThatIsStoppedLeavesNothing();
    void stoppedMoveLeavesNoFile();
    void readerMayChooseToo();
    void demonstrationHasItsOwn();

private:
    //! A new base of zoe's, by the network.
    [[nodiscard]] DatabaseUrl newBase();

    QTemporaryDir m_config;
    std::unique_ptr<PostgresServer> m_server;
    Certificates m_certificates;
};

void DatabaseTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never that of who tests
    qunsetenv("RECOUPE_DATABASE");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_config.path());
    const Result<> made = m_certificates.make();
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    m_server = std::move(*server);
    const DatabaseUrl url = m_server->newDatabase().value();
    QVERIFY(m_server->run(url, {QStringLiteral("CREATE ROLE zoe LOGIN PASSWORD '%1'")
                                    .arg(QString(password).replace(u'\'', QLatin1String("''")))}));
    QVERIFY(m_server->listen(m_certificates.certificate(QStringLiteral("good")),
                             m_certificates.key(QStringLiteral("good"))));
}

//! As on an account that never chose a base.
void DatabaseTest::init()
{
    QVERIFY(keepUsualDatabaseUrl(defaultDatabaseUrl()));
}

DatabaseUrl DatabaseTest::newBase()
{
    const DatabaseUrl local = m_server->newDatabase().value();
    if (!m_server->run(local,
                       {QStringLiteral("GRANT CREATE ON DATABASE %1 TO zoe").arg(local.name)}))
        qFatal("zoe cannot be given a right.");
    DatabaseUrl url =
        PostgresServer::as(QStringLiteral("zoe"), m_server->byNetwork(local, password));
    url.written = DatabaseUrl::Encryption::Verified;
    url.authorities = m_certificates.authority();
    return url;
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
    const OpenPage page(fixture, origin);
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
    const OpenPage page(fixture);
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
    const OpenPage page(fixture);
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
    const OpenPage page(fixture);
    fixture.dialogs().target = fixture.path(file);
    page.button("path/choose")->click();
    page.run("testDatabase");
    QVERIFY2(page.said().contains(words), qPrintable(page.said()));
    QVERIFY(!QFileInfo::exists(fixture.path(QStringLiteral("dossier"))));
}

void DatabaseTest::chosenFileIsOpenedByTheNextStart()
{
    WindowFixture fixture;
    const OpenPage page(fixture, DatabaseOrigin::Workstation);
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
    QVERIFY(OpenPage(after)
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
    const OpenPage page(fixture, origin);
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
    const OpenPage page(fixture);
    page.typeServer(newBase(), password);
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
    const OpenPage page(fixture);
    DatabaseUrl url = newBase();
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
    const OpenPage page(fixture, DatabaseOrigin::Workstation);
    const DatabaseUrl url = newBase();
    page.typeServer(url, password);
    page.run("useDatabase");
    QCOMPARE(fixture.dialogs().asked.last().title, QStringLiteral("Changer de base"));
    QVERIFY(fixture.window().isVisible()); // turned down
    QVERIFY2(page.said().contains(QStringLiteral("prochain démarrage")), qPrintable(page.said()));
    const NamedDatabase next = databaseOfStart();
    QCOMPARE(DatabaseUrl::parse(next.url)->display(), url.display());
    const QByteArray kept = settingsIn(m_config.path());
    QVERIFY(kept.contains("base"));
    for (const QByteArray &form : {password.toUtf8(), QByteArray("canari")})
        QVERIFY2(!kept.contains(form), kept.constData());
    // And it is found there where it is.
    QCOMPARE(databaseSecret(*DatabaseUrl::parse(next.url)).value(), password);
    WindowFixture after(next.url, QStringLiteral("Odile"));
    QVERIFY(OpenPage(after).in<QLabel>("openDatabase")->text().contains(url.name));
}

void DatabaseTest::baseThatIsNotReachedIsNotKept()
{
    WindowFixture fixture;
    const OpenPage page(fixture, DatabaseOrigin::Workstation);
    page.typeServer(newBase(), QStringLiteral("perroquet"));
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
    const DatabaseUrl url = newBase();
    QVERIFY(keepDatabaseSecret(url, password));
    WindowFixture fixture(url.display(), QStringLiteral("Odile"));
    const OpenPage page(fixture);
    page.type("secret/database", password);
    fixture.dialogs().asked.clear();
    fixture.runAndLoad([&] { page.run("useDatabase"); });
    QVERIFY2(page.said().contains(QStringLiteral("C'est la base ouverte")),
             qPrintable(page.said()));
    QVERIFY(fixture.dialogs().asked.isEmpty());
}

void DatabaseTest::baseThatDoesNotOpenLeadsToThePage()
{
    const DatabaseUrl url = newBase();
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
    const OpenPage page(window);
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
    const OpenPage page(fixture);
    page.typeServer(newBase(), password);
    QVERIFY(m_server->freeze());
    const auto thaw = qScopeGuard([this] { QVERIFY(m_server->thaw()); });
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

void DatabaseTest::everythingIsMovedAndCompared()
{
    WindowFixture fixture;
    fixture.importDemo();
    const int sessions = fixture.model()->totalCount();
    const OpenPage page(fixture, DatabaseOrigin::Workstation);
    const DatabaseUrl url = newBase();
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

void DatabaseTest::filledTargetIsRefused()
{
    WindowFixture fixture;
    fixture.importDemo();
    const QString file = fixture.path(QStringLiteral("pleine.recoupe"));
    BackOffice office(urlOfBase(file), QStringLiteral("Odile"), Clock{BackOffice::demoDay()});
    QVERIFY(office.open());
    QVERIFY(office.loadDemo());
    office.close();
    const OpenPage page(fixture);
    page.typeFile(file);
    page.run("moveDatabase");
    QVERIFY2(page.said().contains(QStringLiteral("n'est pas vide")), qPrintable(page.said()));
    QVERIFY(!page.in<QTreeView>("databaseTables")->isVisible());
    QVERIFY(QFileInfo::exists(file));
}

void DatabaseTest::moveThatIsStoppedLeavesNothing()
{
    WindowFixture fixture;
    fixture.importDemo();
    const OpenPage page(fixture);
    const DatabaseUrl url = newBase();
    page.typeServer(url, password);
    QVERIFY(m_server->freeze()); // or it would be over before anybody could stop it
    page.button("moveDatabase")->click();
    QVERIFY(page.isRunning());
    page.button("stop")->click();
    QVERIFY(page.isRunning()); // says itself what became of it
    QVERIFY(m_server->thaw());
    QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), waitMs);
    QVERIFY2(page.said().contains(QStringLiteral("interrompu : rien n'a été gardé")),
             qPrintable(page.said()));
    page.run("moveDatabase"); // the target is still empty
    QVERIFY2(page.said().contains(QStringLiteral("à l'identique")), qPrintable(page.said()));
}

void DatabaseTest::stoppedMoveLeavesNoFile()
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

void DatabaseTest::readerMayChooseToo()
{
    const DatabaseUrl url = m_server->newDatabase().value();
    QVERIFY(m_server->run(url, {QStringLiteral("DROP ROLE IF EXISTS lea"),
                                QStringLiteral("CREATE ROLE lea LOGIN PASSWORD 'lea'")}));
    BackOffice granting(url.display(), QStringLiteral("Odile"), Clock{});
    QVERIFY(granting.open());
    const Result<> granted = granting.accounts().grant(AccountRole::Reader, QStringLiteral("lea"));
    QVERIFY2(granted, granted ? "" : qPrintable(granted.error().message));
    granting.close();
    WindowFixture fixture(PostgresServer::as(QStringLiteral("lea"), url).display(),
                          QStringLiteral("Odile"));
    QVERIFY(fixture.action(QStringLiteral("chooseDatabase"))->isEnabled());
    const OpenPage page(fixture);
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
