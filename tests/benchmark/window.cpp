// SPDX-License-Identifier: GPL-3.0-or-later
// Measures from the start of a process to the first frame of the window, beside a bare widget:
//   bench_window ROUNDS LARGE-BASE
// On an empty base the window opens on the home page, on the other on the page of sessions, as it
// was left. Each time is that of a process of its own; they take turns.
// Prints lines of "name value": medians in milliseconds.
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

int measure(int rounds, const QString &largeBase)
{
    const QTemporaryDir folder;
    const std::map<QString, QStringList> programs{
        {QStringLiteral("bare_frame"), {bareArgument()}},
        {QStringLiteral("home_frame"),
         {QStringLiteral("window"), settingsOn(folder, QStringLiteral("showHome")),
          emptyBase(folder)}},
        {QStringLiteral("control_frame"),
         {QStringLiteral("window"), settingsOn(folder, QStringLiteral("showControl")), largeBase}},
    };
    std::map<QString, QList<double>> times;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[name, arguments] : programs)
            times[name] << timeOfFreshProcess(arguments).all;
    }
    QTextStream out(stdout);
    for (auto &[name, ofName] : times) {
        std::ranges::sort(ofName);
        out << name << ' ' << ofName.at(ofName.size() / 2) << '\n';
    }
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
    if (arguments.size() == 3)
        return showWindow(application, arguments, timer);
    return arguments.size() == 2 ? measure(arguments[0].toInt(), arguments[1]) : 2;
}
