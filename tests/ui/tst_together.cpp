// SPDX-License-Identifier: GPL-3.0-or-later
// Several windows on one base: what one changes the other shows, and none loses anything when the
// base goes away and comes back.
#include "support/basekinds.h"
#include "ui/importing/importdialog.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>

using namespace recoupe;
using recoupe::test::BaseKinds;

namespace {

constexpr int waitMs = 60'000;
const QString conforming = QStringLiteral("SE_0000060143");
const QString other = QStringLiteral("SE_0000060221");

MessageBar *bannerOf(WindowFixture &fixture)
{
    return fixture.window().findChild<MessageBar *>(QStringLiteral("baseBanner"));
}

bool isActive(WindowFixture &fixture, const QString &numero)
{
    return fixture.session(numero).stored.active;
}

//! What was decided on a session, by another connection than the windows'.
QList<Decision> historyOf(const QString &url, WindowFixture &fixture, const QString &numero)
{
    BackOffice office(url, QStringLiteral("Controle"), Clock{}, BackOffice::Base::MustExist);
    const Result<QList<Decision>> history = office.history(fixture.session(numero).key());
    if (!history)
        qFatal("%s", qPrintable(history.error().message));
    QList<Decision> ofSession;
    std::ranges::copy_if(*history, std::back_inserter(ofSession), [](const Decision &decision) {
        return decision.subject == DecisionSubject::Session;
    });
    return ofSession;
}

} // namespace

class TogetherTest : public QObject
{
    Q_OBJECT

    BaseKinds m_kinds;
    DatabaseUrl m_base; //!< of the test, once begin() was called
    QString m_url;      //!< the same as text

    //! The demonstration in a base of its own.
    void begin(const QString &backend);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }

    void decisionOfAColleagueIsShown_data() { m_kinds.addRows(); }
    void decisionOfAColleagueIsShown();
    void whatIsAtHandStaysWhereItIs_data() { m_kinds.addRows(); }
    void whatIsAtHandStaysWhereItIs();
    void manyChangesAreFewLoads_data() { m_kinds.addRows(); }
    void manyChangesAreFewLoads();
    void ownDecisionsAreNoNews_data() { m_kinds.addRows(); }
    void ownDecisionsAreNoNews();
    void colleaguesSeeWhoWorksOnWhat_data() { m_kinds.addRows(); }
    void colleaguesSeeWhoWorksOnWhat();
    void decisionInTheirPlaceIsAskedFirst();
    void baseThatGoesAwayIsSaidAndComesBack();
    void decisionWaitsForTheServerAndIsTakenOnce();
    void decisionThatWaitsCanBeDropped();
    void decisionInFlightOfAFrozenServerIsTakenOnce();
    void fileThatIsGoneIsSaidAndComesBack();
    void windowOpensOnceTheServerIsThere();
    void windowClosesThoughTheServerIsFrozen();
};

void TogetherTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void TogetherTest::begin(const QString &backend)
{
    m_base = m_kinds.newBase(backend);
    m_url = m_base.display();
    BackOffice office(m_url, QStringLiteral("Odile"), Clock{BackOffice::demoDay()});
    if (!office.open() || !office.loadDemo())
        qFatal("The demonstration cannot be had.");
}

void TogetherTest::decisionOfAColleagueIsShown()
{
    QFETCH(const QString, backend);
    begin(backend);
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    WindowFixture theirs(m_url, QStringLiteral("c.martin"));
    theirs.select(conforming);
    theirs.action(QStringLiteral("activate"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isActive(mine, conforming), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(mine.window().statusBar()->currentMessage(),
                              QStringLiteral("Base actualisée : 1 session modifiée par c.martin."),
                              waitMs);
    // And the other way round.
    mine.action(QStringLiteral("undo"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!isActive(theirs, conforming), waitMs);
}

void TogetherTest::whatIsAtHandStaysWhereItIs()
{
    QFETCH(const QString, backend);
    begin(backend);
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    WindowFixture theirs(m_url, QStringLiteral("c.martin"));
    auto *filters = mine.inControl<FilterBar>({});
    filters->setFilter({{}, {{QStringLiteral("activation"), {QStringLiteral("inactive")}}}});
    mine.sessions()->verticalScrollBar()->setValue(mine.sessions()->verticalScrollBar()->maximum());
    const int last = mine.model()->rowCount() - 1;
    const QString chosen = mine.model()->session(last).key().session;
    mine.sessions()->selectRow(last);
    mine.action(QStringLiteral("addNote"))->trigger();
    auto *note = mine.inControl<QLineEdit>(QStringLiteral("noteField"));
    QTest::keyClicks(note, QStringLiteral("Rappeler Mme"));
    mine.dialogs().files = {WindowFixture::demoFile(QStringLiteral("notifications.csv"))};
    mine.action(QStringLiteral("importFiles"))->trigger();
    const ImportDialog *dialog = mine.triedImport();
    const int scrolled = mine.sessions()->verticalScrollBar()->value();
    const qsizetype shown = mine.model()->rowCount();

    theirs.select(conforming);
    theirs.action(QStringLiteral("activate"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(mine.model()->rowCount(), shown - 1, waitMs);
    QCOMPARE(mine.sessions()->selectedRows().size(), 1);
    QCOMPARE(mine.model()->session(mine.sessions()->selectedRows().first()).key().session, chosen);
    QCOMPARE(note->text(), QStringLiteral("Rappeler Mme"));
    QVERIFY(dialog->isVisible());
    QVERIFY(std::abs(mine.sessions()->verticalScrollBar()->value() - scrolled) <= 1);
}

void TogetherTest::manyChangesAreFewLoads()
{
    QFETCH(const QString, backend);
    begin(backend);
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    QSignalSpy shown(&mine.window(), &MainWindow::workspaceShown);
    const SessionKey key = mine.session(conforming).key();
    BackOffice office(m_url, QStringLiteral("c.martin"), Clock{BackOffice::demoDay()});
    QVERIFY(office.open());
    for (int change = 0; change < 100; ++change)
        QVERIFY(office.notes().add(key, QString::number(change)));
    QTRY_COMPARE_WITH_TIMEOUT(mine.session(conforming).notes.size(), 100, waitMs);
    QVERIFY2(shown.size() <= 10, qPrintable(QString::number(shown.size())));
}

void TogetherTest::ownDecisionsAreNoNews()
{
    QFETCH(const QString, backend);
    begin(backend);
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.select(conforming);
    mine.runAndLoad([&] { mine.action(QStringLiteral("activate"))->trigger(); });
    WindowFixture theirs(m_url, QStringLiteral("c.martin"));
    // What follows comes after whatever was said of one's own.
    QString said;
    connect(mine.window().statusBar(), &QStatusBar::messageChanged, this,
            [&said](const QString &text) { said += text + u'\n'; });
    theirs.select(conforming);
    theirs.action(QStringLiteral("recruitmentSuspended"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(said.contains(QStringLiteral("c.martin")), waitMs);
    QVERIFY2(!said.contains(QStringLiteral("vous-même")), qPrintable(said));
}

void TogetherTest::colleaguesSeeWhoWorksOnWhat()
{
    QFETCH(const QString, backend);
    begin(backend);
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    WindowFixture theirs(m_url, QStringLiteral("c.martin"));
    const auto holder = [](WindowFixture &fixture) {
        const auto &hold = fixture.session(conforming).hold;
        return hold ? hold->operatorName : QString();
    };
    // Where several work, the column is there without asking.
    QCOMPARE(mine.sessions()->isColumnHidden(SessionTableModel::Holder), backend == u"sqlite");
    theirs.select(conforming);
    QVERIFY(!theirs.action(QStringLiteral("releaseSession"))->isEnabled());
    theirs.action(QStringLiteral("holdSession"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(holder(mine), QStringLiteral("c.martin"), waitMs);
    QVERIFY(theirs.dialogs().asked.isEmpty());
    const auto shownUnder = [&mine](const QString &token) {
        mine.inControl<FilterBar>({})->setFilter({{}, {{QStringLiteral("holder"), {token}}}});
        return mine.model()->rowCount();
    };
    QCOMPARE(shownUnder(QStringLiteral("of:c.martin")), 1);
    QCOMPARE(shownUnder(QStringLiteral("mine")), 0);
    QVERIFY(shownUnder(QStringLiteral("nobody")) > 1);
    mine.inControl<FilterBar>({})->setFilter({});

    mine.select(conforming);
    mine.action(QStringLiteral("releaseSession"))->trigger(); // not mine to let go
    auto *messages = mine.window().findChild<MessageBar *>(QStringLiteral("messageBar"));
    QTRY_VERIFY_WITH_TIMEOUT(messages->text().contains(QStringLiteral("c.martin")), waitMs);
    mine.dialogs().confirms = false;
    mine.action(QStringLiteral("holdSession"))->trigger();
    QCOMPARE(mine.dialogs().asked.last().text, QStringLiteral("Prendre la suite de c.martin ?"));
    mine.dialogs().confirms = true;
    mine.action(QStringLiteral("holdSession"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(holder(theirs), QStringLiteral("Odile"), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(holder(mine), QStringLiteral("Odile"), waitMs);
    mine.select(conforming);
    mine.runAndLoad([&] { mine.action(QStringLiteral("activate"))->trigger(); });
    QVERIFY(isActive(mine, conforming));
    QCOMPARE(holder(mine), QString()); // the work is done
}

void TogetherTest::decisionInTheirPlaceIsAskedFirst()
{
    begin(QStringLiteral("sqlite"));
    {
        BackOffice office(m_url, QStringLiteral("c.martin"), Clock{BackOffice::demoDay()});
        const WorkspacePtr workspace = office.workspace().value();
        const auto held =
            std::ranges::find(workspace->sessions, conforming,
                              [](const CheckedSession &checked) { return checked.key().session; });
        QVERIFY(office.holds().take({held->key()}, false));
    }
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.dialogs().confirms = false;
    for (const char *action : {"activate", "validateNext", "recruitmentSuspended"}) {
        mine.select(conforming);
        mine.dialogs().asked.clear();
        mine.action(QString::fromLatin1(action))->trigger();
        QCOMPARE(mine.dialogs().asked.size(), 1);
        QVERIFY(mine.dialogs().asked.first().text.contains(QStringLiteral("c.martin")));
    }
    mine.dialogs().confirms = true;
    mine.runAndLoad([&] { mine.action(QStringLiteral("validateNext"))->trigger(); });
    QVERIFY(isActive(mine, conforming));
}

void TogetherTest::baseThatGoesAwayIsSaidAndComesBack()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.select(conforming);
    QAction *activate = mine.action(QStringLiteral("activate"));
    QVERIFY(activate->isEnabled());
    QVERIFY(!bannerOf(mine)->isVisible());
    QVERIFY(m_kinds.server()->stop());
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(mine)->isVisible(), waitMs);
    QVERIFY(bannerOf(mine)->text().startsWith(
        QStringLiteral("Le serveur de la base ne répond plus depuis ")));
    QVERIFY(!activate->isEnabled());
    QVERIFY(activate->toolTip().contains(QStringLiteral("rien ne peut être enregistré")));
    // What is loaded can still be read, filtered and copied; another selection changes nothing.
    mine.select(other);
    QVERIFY(!activate->isEnabled());
    QVERIFY(mine.action(QStringLiteral("copyWithHeaders"))->isEnabled());
    QVERIFY(mine.action(QStringLiteral("help"))->isEnabled());
    auto *note = mine.inControl<QLineEdit>(QStringLiteral("noteField"));
    note->setText(QStringLiteral("gardée"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(note->text(), QStringLiteral("gardée"));

    QVERIFY(m_kinds.server()->startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(mine)->isVisible(), waitMs);
    QCOMPARE(mine.window().statusBar()->currentMessage(),
             QStringLiteral("La base répond de nouveau."));
    mine.select(conforming);
    QVERIFY(activate->isEnabled());
    WindowFixture theirs(m_url, QStringLiteral("c.martin"));
    theirs.select(conforming);
    theirs.action(QStringLiteral("activate"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isActive(mine, conforming), waitMs);
}

void TogetherTest::decisionWaitsForTheServerAndIsTakenOnce()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.select(conforming);
    QVERIFY(m_kinds.server()->stop());
    mine.action(QStringLiteral("activate"))->trigger(); // nobody has noticed yet
    QTRY_VERIFY_WITH_TIMEOUT(
        bannerOf(mine)->isVisible() &&
            bannerOf(mine)->text().contains(QStringLiteral("1 demande en attente de la base")),
        waitMs);
    QVERIFY(m_kinds.server()->startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isActive(mine, conforming), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(mine)->isVisible(), waitMs);
    QCOMPARE(historyOf(m_url, mine, conforming).size(), 1);
}

void TogetherTest::decisionThatWaitsCanBeDropped()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.select(conforming);
    QVERIFY(m_kinds.server()->stop());
    mine.action(QStringLiteral("activate"))->trigger();
    auto *drop = bannerOf(mine)->findChild<QPushButton *>(QStringLiteral("messageAction2"));
    QTRY_VERIFY_WITH_TIMEOUT(drop->isVisible(), waitMs);
    drop->click();
    QVERIFY(!drop->isVisible());
    QVERIFY(m_kinds.server()->startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(mine)->isVisible(), waitMs);
    mine.runAndLoad([&] { mine.action(QStringLiteral("refresh"))->trigger(); });
    QVERIFY(historyOf(m_url, mine, conforming).isEmpty());
}

void TogetherTest::decisionInFlightOfAFrozenServerIsTakenOnce()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    mine.select(conforming);
    QVERIFY(m_kinds.server()->freeze());
    mine.action(QStringLiteral("activate"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(mine)->isVisible(), waitMs);
    QVERIFY(bannerOf(mine)->text().contains(QStringLiteral("en attente de la base")));
    QVERIFY(m_kinds.server()->thaw());
    QTRY_VERIFY_WITH_TIMEOUT(isActive(mine, conforming), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(mine)->isVisible(), waitMs);
    QCOMPARE(historyOf(m_url, mine, conforming).size(), 1);
}

void TogetherTest::fileThatIsGoneIsSaidAndComesBack()
{
    begin(QStringLiteral("sqlite"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    const QString path = m_base.path;
    const QString away = path + QStringLiteral(".ailleurs");
    QVERIFY(QFile::rename(path, away));
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(mine)->isVisible(), waitMs);
    QVERIFY(!mine.action(QStringLiteral("validateConforming"))->isEnabled());
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::rename(away, path));
    QSignalSpy shown(&mine.window(), &MainWindow::workspaceShown);
    bannerOf(mine)->findChild<QPushButton *>(QStringLiteral("messageAction"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty() && !bannerOf(mine)->isVisible(), waitMs);
    mine.select(conforming);
    mine.action(QStringLiteral("activate"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isActive(mine, conforming), waitMs);
    QCOMPARE(historyOf(m_url, mine, conforming).size(), 1);
}

void TogetherTest::windowOpensOnceTheServerIsThere()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    QVERIFY(m_kinds.server()->stop());
    // The fixture waits for the first load: it comes when the server does.
    QTimer::singleShot(0, this, [this] { QVERIFY(m_kinds.server()->startAgain()); });
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    QVERIFY(mine.model()->rowCount() > 0);
}

void TogetherTest::windowClosesThoughTheServerIsFrozen()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    begin(QStringLiteral("postgresql"));
    WindowFixture mine(m_url, QStringLiteral("Odile"));
    QVERIFY(m_kinds.server()->freeze());
    mine.action(QStringLiteral("refresh"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(mine)->isVisible(), waitMs);
    mine.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!mine.window().isVisible(), waitMs);
    QVERIFY(m_kinds.server()->thaw());
}

QTEST_MAIN(TogetherTest)
#include "tst_together.moc"
