// SPDX-License-Identifier: GPL-3.0-or-later
// Measures from the start of a process to the first frame of the window, beside a bare widget:
//   bench_window ROUNDS LARGE-BASE [PROGRAM]
// On an empty base the window opens on the home page, on the other on the page of sessions, as it
// was left; PROGRAM, the installed one, opens on the empty base as for the first time. Each time is
// that of a process of its own; they take turns.
// Prints lines of "name value": medians in milliseconds, and the megabytes that each then takes.
#include "benchmark/frametime.h"
#include "jobs/jobqueue.h"
#include "services/backoffice.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/style/translations.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <map>

using namespace recoupe;

namespace {

const QDate day(2026, 11, 23);

QString urlOf(const QString &file)
{
    return QStringLiteral("sqlite:") + file;
}

//! The other half of timeOfFreshProcess(): all that the program does for its window.
int showWindow(QApplication &application, const QStringList &arguments,
               const QElapsedTimer &sinceMain)
{
    installTranslations(application);
    JobQueue queue;
    QSettings settings(arguments.at(1), QSettings::IniFormat);
    ThemeSetting theme(application, settings);
    DesktopDialogs dialogs;
    MainWindow window(
        std::make_shared<BackOffice>(urlOf(arguments.at(2)), QStringLiteral("Odile"), Clock{day}),
        queue, settings, dialogs, theme);
    showAndTell(window, sinceMain);
    return QApplication::exec();
}

//! Settings of a window that was left on a page.
QString settingsOn(const QTemporaryDir &folder, const QString &page)
{
    const QString file = folder.filePath(page + QStringLiteral(".ini"));
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("window/page"), page);
    return file;
}

//! Makes a base that holds nothing.
QString emptyBase(const QTemporaryDir &folder)
{
    const QString file = folder.filePath(QStringLiteral("vide.recoupe"));
    BackOffice office(urlOf(file), QStringLiteral("Odile"), Clock{day});
    if (const Result<> opened = office.open(); !opened)
        qFatal("%s", qPrintable(opened.error().message));
    return file;
}

//! What is started: the arguments, of this program where none is named.
struct Start
{
    QStringList arguments;
    QString program;
};

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

int measure(int rounds, const QString &largeBase, const QString &installed)
{
    const QTemporaryDir folder;
    const QString empty = emptyBase(folder);
    std::map<QString, Start> programs{
        {QStringLiteral("bare"), {{bareArgument()}, {}}},
        {QStringLiteral("home"),
         {{QStringLiteral("window"), settingsOn(folder, QStringLiteral("showHome")), empty}, {}}},
        {QStringLiteral("control"),
         {{QStringLiteral("window"), settingsOn(folder, QStringLiteral("showControl")), largeBase},
          {}}},
    };
    if (!installed.isEmpty()) {
        qputenv("RECOUPE_DEBUG", "1"); // it tells its first frame
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        programs[QStringLiteral("installed")] = {{QStringLiteral("--database"), urlOf(empty)},
                                                 installed};
    }
    std::map<QString, QList<double>> times;
    std::map<QString, QList<double>> sizes;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[name, start] : programs) {
            const FrameTime frame = timeOfFreshProcess(start.arguments, start.program);
            times[name] << frame.all;
            sizes[name] << frame.megabytes;
        }
    }
    QTextStream out(stdout);
    for (const auto &[name, ofName] : times)
        out << name << "_frame " << median(ofName) << '\n'
            << name << "_mb " << median(sizes[name]) << '\n';
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer timer;
    timer.start();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == bareArgument())
        return showBareWidget(timer);
    if (arguments.value(0) == QStringLiteral("window"))
        return showWindow(application, arguments, timer);
    if (arguments.size() < 2)
        return 2;
    return measure(arguments[0].toInt(), arguments[1], arguments.value(2));
}
