// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed in the middle of the work, without a chance to close anything, and comes
// back to it: this test starts itself again as that program.
#include "jobs/jobqueue.h"
#include "models/sessiontablemodel.h"
#include "services/backoffice.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

using namespace recoupe;

namespace {

constexpr int waitMs = 60'000;
const QString validated = QStringLiteral("SE_0000060143");
const QString begunNote = QStringLiteral("Rappeler Mme Ter");

//! The program in a folder of its own: base and settings.
class Program
{
public:
    explicit Program(const QString &folder)
        : m_settings(QDir(folder).filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
        , m_theme(*qApp, m_settings)
    {
        const QString file = QDir(folder).filePath(QStringLiteral("base.recoupe"));
        const QString base = QStringLiteral("sqlite:") + file;
        const Clock clock{QDate(2026, 11, 23)};
        if (!QFileInfo::exists(file)) {
            BackOffice office(base, QStringLiteral("Odile"), clock);
            if (!office.open() || !office.loadDemo())
                qFatal("The demonstration is not loaded.");
        }
        m_window = std::make_unique<MainWindow>(
            std::make_shared<BackOffice>(base, QStringLiteral("Odile"), clock), m_queue, m_settings,
            m_dialogs, m_theme);
        QSignalSpy shown(m_window.get(), &MainWindow::workspaceShown);
        m_window->show();
        if (!shown.wait(waitMs) || !QTest::qWaitForWindowActive(m_window.get()))
            qFatal("The base is not shown.");
    }

    //! Leaves nothing as it is at a fresh start.
    void work()
    {
        press(Qt::Key_L, Qt::ControlModifier);
        press(Qt::Key_F8);
        wait([this] { return isActive(validated); });
        sessions().setColumnHidden(SessionTableModel::Dates, true);
        sessions().setColumnWidth(SessionTableModel::Session, 77);
        sessions().sortByColumn(SessionTableModel::Mandataire, Qt::DescendingOrder);
        child<FilterBar>().setFilter(
            {{}, {{QStringLiteral("control"), {QStringLiteral("discrepancy")}}}});
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("brioude"));
        wait([this] { return sessions().model()->rowCount() < 20 && !model().isBehind(); });
        press(Qt::Key_F6);
        press(Qt::Key_End);
        press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), begunNote);
    }

    //! What the operator sees, as one line.
    QByteArray state()
    {
        const QModelIndex current = sessions().currentIndex();
        // The details follow the row a moment later.
        press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QStringList hidden;
        for (int column = 0; column < model().columnCount(); ++column) {
            if (sessions().isColumnHidden(column))
                hidden << model().columns().at(column).name;
        }
        const QJsonObject state{
            {QStringLiteral("page"), pageName()},
            {QStringLiteral("rows"), model().rowCount()},
            {QStringLiteral("search"), child<FilterBar>().searchField()->text()},
            {QStringLiteral("session"), model().session(current.row()).key().session},
            {QStringLiteral("row"), current.row()},
            {QStringLiteral("hidden"), hidden.join(u' ')},
            {QStringLiteral("width"), sessions().columnWidth(SessionTableModel::Session)},
            {QStringLiteral("sort"), sessions().header()->sortIndicatorSection()},
            {QStringLiteral("descending"),
             sessions().header()->sortIndicatorOrder() == Qt::DescendingOrder},
            {QStringLiteral("note"), child<QLineEdit>("noteField").text()},
            {QStringLiteral("validated"), isActive(validated)},
        };
        return QJsonDocument(state).toJson(QJsonDocument::Compact);
    }

private:
    template <typename Widget>
    Widget &child(const char *name = "")
    {
        auto *page = m_window->findChild<QWidget *>(QStringLiteral("controlPage"));
        return *page->findChild<Widget *>(QString::fromLatin1(name));
    }
    RecordView &sessions() { return child<RecordView>("sessions"); }
    const SessionTableModel &model()
    {
        return *qobject_cast<const SessionTableModel *>(sessions().model());
    }
    //! Of those the base holds, whatever is shown.
    bool isActive(const QString &numero)
    {
        return std::ranges::any_of(
            model().workspace()->sessions, [&numero](const CheckedSession &session) {
                return session.key().session == numero && session.stored.active;
            });
    }
    QString pageName() const
    {
        for (const QAction *action : m_window->actions()) {
            if (action->isChecked() && action->objectName().startsWith(QStringLiteral("show")))
                return action->objectName();
        }
        return {};
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void wait(const std::function<bool()> &isDone)
    {
        if (!QTest::qWaitFor(isDone, waitMs))
            qFatal("The window does not get there.");
    }

    QSettings m_settings;
    JobQueue m_queue;
    DesktopDialogs m_dialogs;
    ThemeSetting m_theme;
    std::unique_ptr<MainWindow> m_window;
};

//! "FOLDER work" or "FOLDER look": the program, which says on one line what it shows, and stays.
int runProgram(const QStringList &arguments)
{
    Program program(arguments.at(1));
    if (arguments.at(2) == QStringLiteral("work"))
        program.work();
    std::puts(program.state().constData());
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class RestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedProgramComesBackToItsWork();

private:
    //! Starts the program, and gives what it says that it shows.
    QJsonObject start(QProcess &program, const QString &task) const
    {
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(), {m_folder.path(), task});
        while (!program.canReadLine()) {
            if (!program.waitForReadyRead(waitMs))
                qFatal("The program says nothing.");
        }
        return QJsonDocument::fromJson(program.readLine()).object();
    }
    void kill(QProcess &program) const
    {
        program.kill();
        if (!program.waitForFinished(waitMs))
            qFatal("The program is not killed.");
    }
    QString kept(const QString &key) const
    {
        return QSettings(m_folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
            .value(key)
            .toString();
    }

    QTemporaryDir m_folder;
};

void RestartTest::killedProgramComesBackToItsWork()
{
    QProcess first;
    const QJsonObject left = start(first, QStringLiteral("work"));
    QCOMPARE(left.value(QStringLiteral("page")).toString(), QStringLiteral("showControl"));
    QCOMPARE(left.value(QStringLiteral("note")).toString(), begunNote);
    QVERIFY(left.value(QStringLiteral("row")).toInt() > 0);
    QVERIFY(left.value(QStringLiteral("rows")).toInt() < 20);
    QVERIFY(left.value(QStringLiteral("validated")).toBool());
    // A moment after the last key, what is shown is written down.
    QTRY_COMPARE_WITH_TIMEOUT(kept(QStringLiteral("control/begunNotes/1/text")), begunNote, waitMs);
    kill(first);
    QCOMPARE(first.exitStatus(), QProcess::CrashExit);

    QProcess second;
    QCOMPARE(start(second, QStringLiteral("look")), left);
    kill(second);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (QDir(arguments.value(1)).exists() && arguments.size() == 3)
        return runProgram(arguments);
    RestartTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restart.moc"
