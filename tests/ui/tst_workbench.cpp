// SPDX-License-Identifier: GPL-3.0-or-later
// What is on the window beside the sessions: the home page, views, commands, what a restart finds.
#include "models/sessiontask.h"
#include "ui/commands/commandpalette.h"
#include "ui/home/cardbutton.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/viewsbutton.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace recoupe;

class WorkbenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void columnsAndOrderAreChosenFromTheKeyboard()
    {
        m_fixture->importDemo();
        RecordView *list = m_fixture->sessions();
        m_fixture->action(QStringLiteral("columnsAction"))->trigger();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const auto entry = [](QMenu *in, const QString &text) {
            const QList<QAction *> actions = in->actions();
            const auto found = std::ranges::find_if(
                actions, [&](QAction *action) { return action->text().remove(u'&') == text; });
            return found == actions.end() ? nullptr : *found;
        };
        entry(menu, QStringLiteral("Lieu"))->trigger();
        QVERIFY(list->isColumnHidden(SessionTableModel::Location));
        QVERIFY(!entry(menu, QStringLiteral("Verdict"))->isEnabled());
        QMenu *sort = entry(menu, QStringLiteral("Trier par"))->menu();
        QVERIFY(sort);
        entry(sort, QStringLiteral("Mandataire"))->trigger();
        QCOMPARE(list->header()->sortIndicatorSection(), int(SessionTableModel::Mandataire));
        QCOMPARE(list->header()->sortIndicatorOrder(), Qt::AscendingOrder);
        menu->close();
    }

    void filterPaneTakesThePlaceOfTheButtons()
    {
        m_fixture->importDemo();
        QAction *toggle = m_fixture->action(QStringLiteral("filterPaneAction"));
        auto *button = m_fixture->inControl<QToolButton>(QStringLiteral("facet-activation"));
        QVERIFY(button->isVisible());
        toggle->trigger();
        auto *section = m_fixture->inControl<QWidget>(QStringLiteral("section-activation"));
        QVERIFY(!button->isVisible() && section->isVisible());

        const int all = m_fixture->model()->rowCount();
        auto *inactive = section->findChild<QCheckBox *>(QStringLiteral("value-inactive"));
        QTest::keyClick(inactive, Qt::Key_Space);
        QTRY_VERIFY(m_fixture->model()->rowCount() < all);
        auto *title = section->findChild<QToolButton *>(QStringLiteral("title"));
        QVERIFY2(title->text().endsWith(QStringLiteral(": Active")), qPrintable(title->text()));
        toggle->trigger();
        QVERIFY2(button->text().endsWith(QStringLiteral(": Active")), qPrintable(button->text()));
    }

    void filterPaneAndItsFoldedSectionsComeBack()
    {
        m_fixture->importDemo();
        m_fixture->action(QStringLiteral("filterPaneAction"))->trigger();
        const auto title = [this] {
            return m_fixture->inControl<QWidget>(QStringLiteral("section-funder"))
                ->findChild<QToolButton *>(QStringLiteral("title"));
        };
        QTest::keyClick(title(), Qt::Key_Space);
        QVERIFY(!title()->isChecked());
        m_fixture->restart();
        QTRY_VERIFY(m_fixture->inControl<QWidget>(QStringLiteral("section-funder")));
        QTRY_VERIFY(title()->isVisible());
        QVERIFY(!title()->isChecked());
        QVERIFY(m_fixture->inControl<QWidget>(QStringLiteral("section-control"))
                    ->findChild<QToolButton *>(QStringLiteral("title"))
                    ->isChecked());
    }

    void homeOfAnEmptyBaseSaysTheNextStep()
    {
        m_fixture->action(QStringLiteral("showHome"))->trigger();
        auto *home = m_fixture->window().findChild<QWidget *>(QStringLiteral("homePage"));
        QVERIFY(home->isVisible());
        auto *text = home->findChild<QLabel *>(QStringLiteral("emptyText"));
        QVERIFY(text->isVisible());
        QVERIFY(text->text().contains(QStringLiteral("Fichier > Importer")));
    }

    void turnedToPageHasTheKeys()
    {
        m_fixture->importDemo();
        const auto focusAfter = [this](const char *page) {
            m_fixture->action(QString::fromLatin1(page))->trigger();
            return m_fixture->window().focusWidget();
        };
        QVERIFY(qobject_cast<CardButton *>(focusAfter("showHome")));
        QCOMPARE(focusAfter("showControl"), m_fixture->sessions());
        QCOMPARE(focusAfter("showAwards")->objectName(), QStringLiteral("awards"));
    }

    void cardOpensTheViewThatItCounts()
    {
        m_fixture->importDemo();
        m_fixture->action(QStringLiteral("showHome"))->trigger();
        auto *card = m_fixture->window().findChild<CardButton *>(QStringLiteral("card-to-check"));
        QVERIFY(card->isVisible());
        const int waiting = int(std::ranges::count_if(
            m_fixture->model()->workspace()->sessions,
            [](const CheckedSession &session) { return awaitsDecision(session); }));
        QVERIFY(waiting > 0 && waiting < 146);
        QVERIFY2(card->accessibleName().contains(QString::number(waiting)),
                 qPrintable(card->accessibleName()));
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Space);
        QVERIFY(m_fixture->sessions()->isVisible());
        QTRY_COMPARE(m_fixture->model()->rowCount(), waiting);
        QCOMPARE(m_fixture->window().focusWidget(), m_fixture->sessions());
    }

    void viewIsSavedFoundAgainAndRemoved()
    {
        m_fixture->importDemo();
        auto *views = m_fixture->inControl<ViewsButton>(QStringLiteral("views"));
        const int found = narrowed();
        m_fixture->sessions()->setColumnHidden(SessionTableModel::Dates, true);
        const QString name = QStringLiteral("Soudure / été & hiver");
        views->saveView(name);
        m_fixture->action(QStringLiteral("resetFilterAction"))->trigger();
        m_fixture->sessions()->setColumnHidden(SessionTableModel::Dates, false);
        QTRY_COMPARE(m_fixture->model()->rowCount(), 146);

        m_fixture->restart();
        views = m_fixture->inControl<ViewsButton>(QStringLiteral("views"));
        QCOMPARE(views->names(), QStringList(name));
        views->showView(name);
        QTRY_COMPARE(m_fixture->model()->rowCount(), found);
        QVERIFY(m_fixture->sessions()->isColumnHidden(SessionTableModel::Dates));
        views->removeView(name);
        QVERIFY(views->names().isEmpty());
    }

    void viewOfATakenNameIsReplacedOnlyWhenConfirmed()
    {
        m_fixture->importDemo();
        auto *views = m_fixture->inControl<ViewsButton>(QStringLiteral("views"));
        const int found = narrowed();
        views->saveView(QStringLiteral("A"));
        m_fixture->action(QStringLiteral("resetFilterAction"))->trigger();
        QTRY_COMPARE(m_fixture->model()->rowCount(), 146);
        m_fixture->dialogs().confirms = false;
        views->saveView(QStringLiteral("A"));
        QCOMPARE(m_fixture->dialogs().asked.last().title, QStringLiteral("Enregistrer la vue"));
        views->showView(QStringLiteral("A"));
        QTRY_COMPARE(m_fixture->model()->rowCount(), found);
    }

    void commandIsFoundWithoutAccentsAndRun()
    {
        m_fixture->importDemo();
        m_fixture->action(QStringLiteral("commands"))->trigger();
        auto *palette = m_fixture->window().findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *list = palette->findChild<QListView *>(QStringLiteral("commandList"));
        QAbstractItemModelTester tester(list->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto *search = palette->findChild<QLineEdit *>(QStringLiteral("commandSearch"));
        QTest::keyClicks(search, QStringLiteral("decisions revenir"));
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(m_fixture->action(QStringLiteral("showJournal"))->isChecked());
    }

    void commandThatCannotBeRunSaysWhy()
    {
        m_fixture->action(QStringLiteral("commands"))->trigger();
        auto *palette = m_fixture->window().findChild<CommandPalette *>();
        auto *search = palette->findChild<QLineEdit *>(QStringLiteral("commandSearch"));
        auto *list = palette->findChild<QListView *>(QStringLiteral("commandList"));
        search->setText(QStringLiteral("valider et suivante"));
        const QString sentence = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(QStringLiteral("Indisponible")), qPrintable(sentence));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(palette->isVisible());
    }

    //! As after a power cut: nothing is said to the window before a new one opens.
    void whatIsShownIsKeptWithoutClosing()
    {
        m_fixture->importDemo();
        m_fixture->select(QStringLiteral("SE_0000060221"));
        m_fixture->action(QStringLiteral("showAwards"))->trigger();
        const auto kept = [this](const QString &key) {
            return QSettings(m_fixture->settings().fileName(), QSettings::IniFormat)
                .value(key)
                .toString();
        };
        QTRY_COMPARE(kept(QStringLiteral("window/page")), QStringLiteral("showAwards"));
        QTRY_VERIFY(kept(QStringLiteral("control/columns/current"))
                        .contains(QStringLiteral("SE_0000060221")));
    }

    void baseThatCouldNotBeOpenedIsLoadedAtTheNextRefresh()
    {
        const QString file = m_fixture->path(QStringLiteral("autre.recoupe"));
        QVERIFY(QDir().mkdir(file)); // in the place of the base
        JobQueue queue;
        OfficeClient client(std::make_shared<BackOffice>(QStringLiteral("sqlite:") + file,
                                                         QStringLiteral("Odile"), Clock{}),
                            queue);
        QSignalSpy failed(&client, &OfficeClient::hindered);
        QSignalSpy loaded(&client, &OfficeClient::workspaceLoaded);
        client.reload();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(QDir().rmdir(file));
        client.reload();
        QTRY_COMPARE(loaded.size(), 1);
    }

private:
    //! Searches the sessions and gives how many are left of the demonstration's 146.
    int narrowed()
    {
        m_fixture->inControl<QLineEdit>(QStringLiteral("search"))
            ->setText(QStringLiteral("soudeur"));
        const auto isNarrowed = [this] { return m_fixture->model()->rowCount() < 146; };
        if (!QTest::qWaitFor(isNarrowed))
            qFatal("The search shows every session.");
        return m_fixture->model()->rowCount();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(WorkbenchTest)
#include "tst_workbench.moc"
