// SPDX-License-Identifier: GPL-3.0-or-later
// A first start: the demonstration, and the tour by keyboard and by mouse.
#include "ui/mainwindow/windowactions.h"
#include "ui/tour/demonstration.h"
#include "ui/tour/tourpanel.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>

using namespace recoupe;

namespace {

TourPanel *panelOf(const MainWindow &window)
{
    return window.findChild<TourPanel *>(QStringLiteral("tourPanel"));
}

template <typename Widget>
Widget *part(const MainWindow &window, const char *name)
{
    return window.findChild<Widget *>(QString::fromLatin1(name));
}

QString spoken(TourPanel *panel)
{
    return QAccessible::queryAccessibleInterface(panel)->text(QAccessible::Name);
}

bool isOutlined(const MainWindow &window, const QWidget &widget)
{
    const auto *outline = part<QWidget>(window, "tourOutline");
    return outline->isVisible() &&
           outline->geometry().contains(
               QRect(widget.mapTo(&window, QPoint()), widget.size()).intersected(window.rect()));
}

} // namespace

class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    }
    void cleanup() { m_fixture.reset(); }

    void emptyHomeOffersTheDemonstration()
    {
        MainWindow &window = m_fixture->window();
        m_fixture->action(QStringLiteral("showHome"))->trigger();
        const QSignalSpy wanted(&window, &MainWindow::demonstrationWanted);
        auto *offer = window.findChild<QWidget *>(QStringLiteral("homePage"))
                          ->findChild<QPushButton *>(QStringLiteral("emptyOther"));
        QVERIFY(offer->isVisible());
        QCOMPARE(offer->text().remove(u'&'),
                 QStringLiteral("Découvrir avec les données de démonstration"));
        QTest::mouseClick(offer, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        offer->setFocus();
        QTest::keyClick(offer, Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
    }

    void demonstrationLeavesTheOperatorsBaseAlone()
    {
        {
            Demonstration demonstration(QStringLiteral("Odile"), m_fixture->settings(),
                                        m_fixture->dialogs(), m_fixture->theme());
            MainWindow &window = demonstration.window();
            QVERIFY(demonstration.isOpen());
            QTRY_VERIFY_WITH_TIMEOUT(panelOf(window)->isVisible(), 30'000);
            QCOMPARE(part<RecordView>(window, "sessions")->model()->rowCount(), 146);
            QVERIFY(window.windowTitle().contains(QStringLiteral("démonstration")));
            QVERIFY(part<QLabel>(window, "context")->text().contains(QStringLiteral("23/11/2026")));
            QVERIFY(!window.findChild<QAction *>(QStringLiteral("demonstration"))->isEnabled());
            window.close();
            QTRY_VERIFY_WITH_TIMEOUT(!demonstration.isOpen(), 30'000);
        }
        m_fixture->runAndLoad([&] { m_fixture->action(QStringLiteral("refresh"))->trigger(); });
        QCOMPARE(m_fixture->model()->rowCount(), 0);
    }

    void tourIsShownUnaskedOnce()
    {
        for (const bool first : {true, false}) {
            Demonstration demonstration(QStringLiteral("Odile"), m_fixture->settings(),
                                        m_fixture->dialogs(), m_fixture->theme());
            MainWindow &window = demonstration.window();
            QTRY_VERIFY(part<RecordView>(window, "sessions")); // the list follows the first frame
            QTRY_COMPARE_WITH_TIMEOUT(part<RecordView>(window, "sessions")->model()->rowCount(),
                                      146, 30'000);
            QCOMPARE(panelOf(window)->isVisible(), first);
            window.findChild<QAction *>(QStringLiteral("guidedTour"))->trigger();
            QVERIFY(panelOf(window)->isVisible());
            window.close();
            QTRY_VERIFY_WITH_TIMEOUT(!demonstration.isOpen(), 30'000);
        }
    }

    void tourIsMadeByKeyboard()
    {
        m_fixture->importDemo();
        MainWindow &window = m_fixture->window();
        TourPanel *panel = panelOf(window);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(window.focusWidget(), Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(panel->isVisible());

        const auto expectStep = [&](const char *number, const char *page, const QString &word) {
            QVERIFY(m_fixture->action(QString::fromLatin1(page))->isChecked());
            QCOMPARE(window.focusWidget(), panel);
            QVERIFY2(spoken(panel).contains(QString::fromLatin1(number)),
                     qPrintable(spoken(panel)));
            QVERIFY2(spoken(panel).contains(word), qPrintable(spoken(panel)));
            QVERIFY(spoken(panel).contains(part<QLabel>(window, "tourText")->text()));
            QVERIFY(window.rect().contains(panel->geometry()));
        };
        expectStep("1 sur 3", "showHome", QStringLiteral("Importer"));
        const auto *outline = part<QWidget>(window, "tourOutline");
        QVERIFY(outline->isVisible());
        QVERIFY(outline->geometry().intersects(window.menuBar()->geometry()));
        QVERIFY(outline->width() < window.menuBar()->width() / 2);
        QVERIFY(!part<QPushButton>(window, "tourBack")->isEnabled());

        QTest::keyClick(panel, Qt::Key_Return);
        expectStep("2 sur 3", "showControl", QStringLiteral("F8"));
        QVERIFY(isOutlined(
            window, *m_fixture->inControl<QToolBar>(QStringLiteral("commandBar"))
                         ->widgetForAction(m_fixture->action(QStringLiteral("validateNext")))));
        QTest::keyClick(panel, Qt::Key_Right);
        expectStep("3 sur 3", "showTable", QStringLiteral("Éditer"));
        QVERIFY(isOutlined(window, *part<QPushButton>(window, "issueButton")));
        QTest::keyClick(panel, Qt::Key_Left);
        expectStep("2 sur 3", "showControl", QStringLiteral("F8"));

        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(!outline->isVisible());
        QCOMPARE(window.focusWidget(), m_fixture->sessions());
    }

    void tourIsMadeByMouse()
    {
        MainWindow &window = m_fixture->window();
        m_fixture->action(QStringLiteral("guidedTour"))->trigger();
        auto *next = part<QPushButton>(window, "tourNext");
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(next->text(), QStringLiteral("Terminer"));
        QTest::mouseClick(part<QPushButton>(window, "tourBack"), Qt::LeftButton);
        QVERIFY(m_fixture->action(QStringLiteral("showControl"))->isChecked());
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(!panelOf(window)->isVisible());
        m_fixture->action(QStringLiteral("guidedTour"))->trigger();
        QTest::mouseClick(part<QPushButton>(window, "tourQuit"), Qt::LeftButton);
        QVERIFY(!panelOf(window)->isVisible());
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        MainWindow &window = m_fixture->window();
        m_fixture->action(QStringLiteral("guidedTour"))->trigger();
        for (const char *name : {"tourNext", "tourQuit"}) { // the first cannot go back
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            QCOMPARE(window.focusWidget(), part<QPushButton>(window, name));
        }
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
        QVERIFY(!panelOf(window)->isVisible());
    }

    void workGoesOnBesideTheTour()
    {
        m_fixture->importDemo();
        MainWindow &window = m_fixture->window();
        m_fixture->action(QStringLiteral("guidedTour"))->trigger();
        QTest::keyClick(panelOf(window), Qt::Key_Return);
        m_fixture->runAndLoad([&] { QTest::keyClick(window.focusWidget(), Qt::Key_F8); });
        QVERIFY(panelOf(window)->isVisible());
        m_fixture->action(QStringLiteral("showJournal"))->trigger();
        QVERIFY(panelOf(window)->isVisible());
        QVERIFY(!part<QWidget>(window, "tourOutline")->isVisible()); // its page is left
        window.resize(1000, 700);
        QTRY_VERIFY(window.rect().contains(panelOf(window)->geometry()));
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
