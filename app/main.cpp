// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that wires all together: the command line, or the window on the same services.
#include "cli/commandline.h"
#include "jobs/jobqueue.h"
#include "platform/environment.h"
#include "platform/singleinstance.h"
#include "platform/taskbarprogress.h"
#include "services/backoffice.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/help/guide.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/style/translations.h"
#include "ui/tour/demonstration.h"
#include "ui/widgets/firstframe.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>

#include <cstdio>
#include <memory>

using namespace recoupe;

namespace {

bool asksForTextOnly(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" ||
            argument == "-v" || argument == "--man")
            return true;
    }
    return false;
}

//! A command that draws pages needs fonts but no screen; any other needs neither.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const QString command = commandIn(argc, argv);
    if (asksForTextOnly(argc, argv) || (!command.isEmpty() && !needsFonts(command)))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (command.isEmpty() && hasDisplay())
        return std::make_unique<QApplication>(argc, argv);
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

//! Qt's own remarks are English and for developers: they stay out of what an operator or a
//! scheduler reads, unless asked for.
void keepQtQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg || qEnvironmentVariableIsSet("RECOUPE_DEBUG"))
        std::fputs((message + u'\n').toUtf8().constData(), stderr);
}

//! The page that the build makes of a guide; nothing where none was asked for.
QString askedGuide()
{
    for (const QString &name : guideNames()) {
        if (QCoreApplication::arguments().contains(QStringLiteral("--guide=") + name))
            return guidePage(name);
    }
    return {};
}

//! For whoever measures how long a start takes: a line on standard output.
void tellFirstFrame(MainWindow &window)
{
    if (qEnvironmentVariableIsSet("RECOUPE_DEBUG")) {
        afterFirstFrame(&window, [] {
            std::fputs("first frame\n", stdout);
            std::fflush(stdout);
        });
    }
}

//! Another start as this one was, on the base that the settings name by now. What it was given to
//! open is opened.
void startAgain(const Invocation &invocation)
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const QString &file : invocation.arguments)
        arguments.removeAll(file);
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        std::fputs("recoupe: not started again\n", stderr);
}

int runWindow(QApplication &application, const Invocation &invocation)
{
    const GlobalOptions &options = invocation.options;
    QStringList files;
    for (const QString &file : invocation.arguments)
        files << QFileInfo(file).absoluteFilePath();
    SingleInstance instance(options.database.url);
    if (!instance.becomeFirst() && instance.handOver(files))
        return int(ExitStatus::Done);
    JobQueue queue;
    // A file of ours: without an organisation the system's own store keeps nothing on Windows.
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Recoupe"),
                       QStringLiteral("recoupe"));
    ThemeSetting theme(application, settings);
    DesktopDialogs dialogs;
    MainWindow window(
        std::make_shared<BackOffice>(options.database.url, options.operatorName, options.clock),
        queue, settings, dialogs, theme);
    QObject::connect(&instance, &SingleInstance::called, &window, &MainWindow::comeForward);
    window.setDatabaseOrigin(options.database.origin);
    QObject::connect(&window, &MainWindow::restartWanted, &window,
                     [&invocation] { startAgain(invocation); });
    std::unique_ptr<Demonstration> demonstration;
    QObject::connect(&window, &MainWindow::demonstrationWanted, &window, [&] {
        if (!demonstration || !demonstration->isOpen())
            demonstration =
                std::make_unique<Demonstration>(options.operatorName, settings, dialogs, theme);
        demonstration->window().comeForward({});
    });
    QObject::connect(&window, &MainWindow::closed, &window, [&demonstration] {
        if (demonstration)
            demonstration->window().close();
    });
    tellFirstFrame(window);
    window.show();
    TaskbarProgress taskbar(window.winId());
    QObject::connect(&queue, &JobQueue::progressed, &window,
                     [&taskbar](quint64, qint64 done, qint64 total) { taskbar.show(done, total); });
    QObject::connect(&queue, &JobQueue::finished, &window, [&taskbar] { taskbar.hide(); });
    window.importFiles(files);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("recoupe"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RECOUPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("fr.recoupe.Recoupe"));
    qInstallMessageHandler(keepQtQuiet);
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    installTranslations(*application, qEnvironmentVariable("RECOUPE_LANGUAGE"));

    if (const QString page = askedGuide(); !page.isEmpty()) {
        std::fputs(page.toUtf8().constData(), stdout);
        return int(ExitStatus::Done);
    }
    ExitStatus status = ExitStatus::Done;
    const std::optional<Invocation> invocation =
        parseCommandLine(QCoreApplication::arguments(), status);
    if (!invocation)
        return int(status);
    if (!invocation->command.isEmpty())
        return int(runCommand(*invocation));
    auto *windowed = qobject_cast<QApplication *>(application.get());
    return windowed ? runWindow(*windowed, *invocation) : int(explainMissingDisplay());
}
