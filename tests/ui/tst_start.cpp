// SPDX-License-Identifier: GPL-3.0-or-later
// The window stands with the page it opens on before the others are built, and nobody notices.
#include "jobs/jobqueue.h"
#include "models/journalmodel.h"
#include "services/backoffice.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/widgets/firstframe.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;

//! Every window that is shown, in order.
class ShownWindows : public QObject
{
public:
    ShownWindows() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(object);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names << widget->objectName();
        return false;
    }
    QStringList names;
};

//! A window on an empty base; its settings are kept for the next.
class Start
{
public:
    explicit Start(const QString &folder)
        : m_settings(QDir(folder).filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
        , m_theme(*qApp, m_settings)
        , m_window(
              std::make_shared<BackOffice>(
                  QStringLiteral("sqlite:") + QDir(folder).filePath(QStringLiteral("base.recoupe")),
                  QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)}),
              m_queue, m_settings, m_dialogs, m_theme)
    {
    }
    //! Closes the base, too.
    ~Start()
    {
        m_window.close();
        if (!QTest::qWaitFor([this] { return m_isClosed; }, waitMs))
            qFatal("The window does not close.");
    }
    Q_DISABLE_COPY_MOVE(Start)

    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    void trigger(const QString &action) { m_window.findChild<QAction *>(action)->trigger(); }
    [[nodiscard]] QStringList builtPages() const
    {
        QStringList names;
        for (const QWidget *widget : m_window.findChildren<QWidget *>()) {
            if (dynamic_cast<const Page *>(widget))
                names << widget->objectName();
        }
        names.sort();
        return names;
    }
    [[nodiscard]] Page *shownPage() const
    {
        for (QWidget *widget : m_window.findChildren<QWidget *>()) {
            auto *page = dynamic_cast<Page *>(widget);
            if (page && page->isVisible())
                return page;
        }
        return nullptr;
    }

private:
    QSettings m_settings;
    JobQueue m_queue;
    DesktopDialogs m_dialogs;
    ThemeSetting m_theme;
    MainWindow m_window;
    bool m_isClosed = false;
    QMetaObject::Connection m_closing =
        QObject::connect(&m_window, &MainWindow::closed, &m_window, [this] { m_isClosed = true; });
};

const QStringList allPages{QStringLiteral("awardsPage"),  QStringLiteral("controlPage"),
                           QStringLiteral("editionPage"), QStringLiteral("exportsPage"),
                           QStringLiteral("homePage"),    QStringLiteral("journalPage")};

} // namespace

class StartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowOpensOnThePageThatWasLeft_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("name");
        QTest::newRow("home") << QStringLiteral("showHome") << QStringLiteral("homePage");
        QTest::newRow("control") << QStringLiteral("showControl") << QStringLiteral("controlPage");
        QTest::newRow("awards") << QStringLiteral("showAwards") << QStringLiteral("awardsPage");
        QTest::newRow("table") << QStringLiteral("showTable") << QStringLiteral("editionPage");
        QTest::newRow("exports") << QStringLiteral("showExports") << QStringLiteral("exportsPage");
        QTest::newRow("journal") << QStringLiteral("showJournal") << QStringLiteral("journalPage");
    }
    void windowOpensOnThePageThatWasLeft()
    {
        QFETCH(QString, page);
        QFETCH(QString, name);
        const QTemporaryDir folder;
        {
            Start first(folder.path());
            first.window().show();
            first.trigger(page);
            QCOMPARE(first.shownPage()->objectName(), name);
        }
        const ShownWindows shown;
        Start start(folder.path());
        QVERIFY(start.builtPages().contains(name));
        QVERIFY(start.builtPages().size() < allPages.size());
        QSignalSpy loaded(&start.window(), &MainWindow::workspaceShown);
        start.window().show();
        QCOMPARE(start.shownPage()->objectName(), name);
        QVERIFY(QTest::qWaitForWindowActive(&start.window()));
        QVERIFY(loaded.size() == 1 || loaded.wait(waitMs));
        QCOMPARE(start.builtPages(), allPages);
        QCOMPARE(start.shownPage()->objectName(), name);
        QCOMPARE(shown.names, QStringList{QStringLiteral("mainWindow")});
    }

    void otherPagesFollowTheFirstFrame()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        QStringList atFirstFrame;
        afterFirstFrame(&start.window(), [&] { atFirstFrame = start.builtPages(); });
        QCOMPARE(start.builtPages(), QStringList{QStringLiteral("homePage")});
        start.window().show();
        QTRY_COMPARE(start.builtPages(), allPages);
        QCOMPARE(atFirstFrame, QStringList{QStringLiteral("homePage")});
        const auto *undo = start.window().findChild<QAction *>(QStringLiteral("undo"));
        QVERIFY(!undo->isEnabled());
        QVERIFY(undo->toolTip().contains(QStringLiteral("Indisponible")));
    }

    void pageIsBuiltWhereItIsTurnedToBefore()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.trigger(QStringLiteral("showTable"));
        QVERIFY(start.builtPages().contains(QStringLiteral("editionPage")));
        start.window().show();
        QCOMPARE(start.shownPage()->objectName(), QStringLiteral("editionPage"));
    }

    void whatAPageNeverBuiltHadLeftIsKept()
    {
        const QTemporaryDir folder;
        {
            Start first(folder.path());
            QSignalSpy loaded(&first.window(), &MainWindow::workspaceShown);
            first.window().show();
            QVERIFY(loaded.wait(waitMs));
            auto *journal = first.window().findChild<RecordView *>(QStringLiteral("journal"));
            journal->setColumnWidth(JournalModel::Batch, 77);
        }
        {
            Start second(folder.path()); // closed before it is shown
            QVERIFY(!second.builtPages().contains(QStringLiteral("journalPage")));
        }
        Start third(folder.path());
        third.trigger(QStringLiteral("showJournal"));
        const auto *journal = third.window().findChild<RecordView *>(QStringLiteral("journal"));
        QCOMPARE(journal->columnWidth(JournalModel::Batch), 77);
    }

    void firstFrameIsToldOnce()
    {
        QWidget widget;
        int told = 0;
        afterFirstFrame(&widget, [&told] { ++told; });
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
        widget.show();
        QTRY_COMPARE(told, 1);
        widget.repaint();
        QCoreApplication::processEvents();
        QCOMPARE(told, 1);
    }
};

QTEST_MAIN(StartTest)
#include "tst_start.moc"
