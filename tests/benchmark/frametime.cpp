// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/frametime.h"

#include "ui/widgets/firstframe.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>
#include <QWidget>

namespace recoupe {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QString bareArgument()
{
    return QStringLiteral("bare");
}

void showAndTell(QWidget &window, const QElapsedTimer &sinceMain)
{
    afterFirstFrame(&window,
                    [sinceMain] { QTextStream(stdout) << milliseconds(sinceMain) << Qt::endl; });
    window.show();
}

int showBareWidget(const QElapsedTimer &sinceMain)
{
    QWidget bare;
    bare.resize(1280, 800); // as the window of Recoupe
    showAndTell(bare, sinceMain);
    return QApplication::exec();
}

namespace {

//! The proportional set size of a process of Linux; 0 where it cannot be read.
double megabytesOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression size(QStringLiteral("\nPss:\\s+(\\d+) kB"));
    return size.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
}

} // namespace

FrameTime timeOfFreshProcess(const QStringList &arguments, const QString &program)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program.isEmpty() ? QCoreApplication::applicationFilePath() : program, arguments);
    if (!process.waitForReadyRead())
        qFatal("The program shows nothing.");
    const double all = milliseconds(timer);
    const double withinMain = process.readLine().trimmed().toDouble();
    const double megabytes = megabytesOf(process.processId());
    process.kill();
    process.waitForFinished();
    return {all, all - withinMain, megabytes};
}

} // namespace recoupe
