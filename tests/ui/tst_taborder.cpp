// SPDX-License-Identifier: GPL-3.0-or-later
// Tab and Shift+Tab through every page and dialog: all is reached, in the order of reading, and
// nothing holds the focus.
#include "ui/dialogs/desktopdialogs.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

constexpr int mostStops = 100;
constexpr int waitMs = 30'000;

const QString toCorrect = QStringLiteral("SE_0000060221");
const QString wrongNumber = QStringLiteral("SE_0000060206");

using Stops = QList<QWidget *>;

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
    return heard ? heard->text(QAccessible::Name) : QString();
}

//! Lines of the stops: class, object name, what is heard.
QString inWords(const Stops &stops)
{
    QString lines;
    for (QWidget *stop : stops) {
        lines += QStringLiteral("\n%1 %2 \"%3\"")
                     .arg(QString::fromLatin1(stop->metaObject()->className()), stop->objectName(),
                          nameOf(stop));
    }
    return lines;
}

//! Where the key leads, from what has the focus until it is back there, or somewhere twice.
Stops walked(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    Stops stops;
    QWidget *stop = QApplication::focusWidget();
    while (stop && !stops.contains(stop) && stops.size() < mostStops) {
        stops << stop;
        QTest::keyClick(stop, key, modifiers);
        stop = QApplication::focusWidget();
    }
    return stop && stop == stops.first() ? stops : stops << stop;
}

//! Arrows, not Tab, lead to the other buttons of a choice; a part of a field is that field.
bool isStop(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool isOtherChoice = button && button->autoExclusive() && !button->isChecked();
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() &&
           !widget->focusProxy() && !isOtherChoice;
}

//! What Tab is to reach, in its chain.
Stops expectedIn(QWidget *window)
{
    Stops stops;
    for (QWidget *widget = window->nextInFocusChain(); widget != window;
         widget = widget->nextInFocusChain()) {
        if (isStop(widget))
            stops << widget;
    }
    return stops;
}

QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

//! Read from left to right in a line, lines from top to bottom, and columns one after another.
bool isReadAfter(const QWidget *next, const QWidget *stop)
{
    const QRect here = placeOf(stop);
    const QRect there = placeOf(next);
    const bool isInLine = there.center().y() >= here.top() && there.center().y() <= here.bottom();
    const bool isBelow = there.top() >= here.bottom();
    return isBelow || there.left() > here.right() || (isInLine && there.left() > here.left());
}

} // namespace

class TabOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void everyPageIsWalkedBothWays_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("session");
        QTest::addColumn<int>("details");
        const auto row = [](const char *name, const char *page, const QString &session = {},
                            int details = 0) {
            QTest::newRow(name) << QString::fromLatin1(page) << session << details;
        };
        row("home", "showHome");
        row("control, reasons", "showControl", toCorrect, 1);
        row("control, candidates", "showControl", wrongNumber, 2);
        row("control, notes", "showControl", toCorrect, 3);
        row("control, history", "showControl", toCorrect, 4);
        row("notifications", "showAwards");
        row("table", "showTable");
        row("exports, nowhere to go", "showExports");
        row("journal, still empty", "showJournal");
    }
    void everyPageIsWalkedBothWays()
    {
        QFETCH(QString, page);
        QFETCH(QString, session);
        m_fixture->action(page)->trigger();
        if (!session.isEmpty()) {
            QFETCH(int, details);
            m_fixture->select(session);
            auto *title = m_fixture->inControl<QWidget>(QStringLiteral("sessionSubtitle"));
            QTRY_VERIFY(title->property("text").toString().contains(session));
            m_fixture->inControl<QTabWidget>(QStringLiteral("details"))->setCurrentIndex(details);
        }
        expectWalk(&m_fixture->window());
    }

    void filterPaneIsWalkedBeforeTheList()
    {
        m_fixture->action(QStringLiteral("showControl"))->trigger();
        QAction *pane = m_fixture->action(QStringLiteral("filterPaneAction"));
        pane->trigger();
        auto *section = m_fixture->inControl<QWidget>(QStringLiteral("section-funder"));
        QTRY_VERIFY(section->isVisible());
        auto *box = section->findChild<QCheckBox *>(QStringLiteral("value-agefiph"));
        QTest::keyClick(box, Qt::Key_Space); // « Tous » comes with the first value that is left out
        QTRY_VERIFY(section->findChild<QPushButton *>(QStringLiteral("allValues"))->isVisible());
        m_fixture->sessions()->setFocus();
        QTest::qWait(0); // everything in its place, below what grew
        expectWalk(&m_fixture->window());
        QTest::keyClick(box, Qt::Key_Space);
        pane->trigger();
    }

    void journalIsWalkedBothWays()
    {
        m_fixture->action(QStringLiteral("showControl"))->trigger();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("validateConforming"))->trigger(); });
        m_fixture->action(QStringLiteral("showJournal"))->trigger();
        auto *list = m_fixture->window().findChild<QWidget *>(QStringLiteral("journal"));
        QTRY_VERIFY(list->isVisible());
        QTRY_VERIFY(list->hasFocus());
        expectWalk(&m_fixture->window());
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
    }

    void keysGoToWhatStandsInPlaceOfTheListAndBack()
    {
        m_fixture->action(QStringLiteral("showControl"))->trigger();
        QCOMPARE(QApplication::focusWidget(), m_fixture->sessions());
        m_fixture->inControl<QLineEdit>(QStringLiteral("search"))->setText(QStringLiteral("xyz"));
        QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // « Tout afficher »
        QTRY_COMPARE(QApplication::focusWidget(), m_fixture->sessions());
        QCOMPARE(m_fixture->model()->rowCount(), m_fixture->model()->totalCount());
    }

    void everyDialogIsWalkedBothWays_data()
    {
        QTest::addColumn<std::function<void()>>("open");
        const auto row = [](const char *name, const std::function<void()> &open) {
            QTest::newRow(name) << open;
        };
        const auto action = [this](const char *name) {
            return [this, name] { m_fixture->action(QString::fromLatin1(name))->trigger(); };
        };
        const Question question{.title = QStringLiteral("Titre"),
                                .text = QStringLiteral("Texte"),
                                .details = QStringLiteral("Détails"),
                                .acceptLabel = QStringLiteral("Faire")};
        row("reason", [this, question] {
            m_desktop.askReason(&m_fixture->window(), question, [](const QString &) {});
        });
        row("listed reason", [this, question] {
            m_desktop.askReturnReason(&m_fixture->window(), question,
                                      [](ReturnReason, const QString &) {});
        });
        row("question",
            [this, question] { m_desktop.confirm(&m_fixture->window(), question, [] {}); });
        row("notification", [this] {
            m_desktop.chooseAward(&m_fixture->window(),
                                  {.workspace = m_fixture->model()->workspace(),
                                   .funder = Funder::Region,
                                   .text = QStringLiteral("Texte")},
                                  [](const AwardKey &) {});
        });
        row("settings", action("checkSettings"));
        row("settings of exchanges", action("exchangeSettings"));
        row("base", action("chooseDatabase"));
        row("commands", action("commands"));
        row("watched folders", action("watchFolders"));
        row("letters", action("requestCorrection"));
        row("prescribers", action("prescribersAction"));
        row("mailing", action("mailTable"));
        row("personal data", action("personalData"));
        row("import", [this] {
            m_fixture->window().importFiles(
                {WindowFixture::demoFile(QStringLiteral("notifications.csv"))});
            std::ignore = m_fixture->triedImport();
        });
    }
    void everyDialogIsWalkedBothWays()
    {
        m_fixture->action(QStringLiteral("showControl"))->trigger();
        m_fixture->select(toCorrect);
        QFETCH(std::function<void()>, open);
        open();
        QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeWindow()));
        QWidget *dialog = QApplication::activeWindow();
        if (auto *recipients = dialog->findChild<QListView *>(QStringLiteral("recipients")))
            QTRY_VERIFY_WITH_TIMEOUT(recipients->model()->rowCount() > 0, waitMs);
        expectWalk(dialog);
        dialog->close();
        // As a desktop does once the dialog is gone.
        m_fixture->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    }

private:
    static void expectWalk(QWidget *window)
    {
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->window() == window);
        const Stops expected = expectedIn(window);
        Stops forth = walked(Qt::Key_Tab);
        QVERIFY2(forth.size() == expected.size() && std::ranges::is_permutation(forth, expected),
                 qPrintable(inWords(forth) + QStringLiteral("\nof") + inWords(expected)));
        Stops back = walked(Qt::Key_Backtab, Qt::ShiftModifier);
        std::reverse(back.begin() + 1, back.end());
        QVERIFY2(back == forth, qPrintable(inWords(back)));
        for (QWidget *stop : std::as_const(forth))
            QVERIFY2(!nameOf(stop).isEmpty(), qPrintable(inWords({stop})));
        // From the first of all on, wherever the focus was.
        std::rotate(forth.begin(), forth.begin() + forth.indexOf(expected.first()), forth.end());
        for (qsizetype i = 1; i < forth.size(); ++i) {
            const bool turnsToPages =
                forth.at(i)->parentWidget()->objectName() == QStringLiteral("pageBar");
            QVERIFY2(turnsToPages || isReadAfter(forth.at(i), forth.at(i - 1)),
                     qPrintable(inWords(forth.sliced(i - 1, 2))));
        }
    }

    std::unique_ptr<WindowFixture> m_fixture;
    DesktopDialogs m_desktop;
};

QTEST_MAIN(TabOrderTest)
#include "tst_taborder.moc"
