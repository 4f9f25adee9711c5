// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/frametime.h"

#include "ui/widgets/firstframe.h"

#include <QApplication>
#include <QProcess>
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

FrameTime timeOfFreshProcess(const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForReadyRead())
        qFatal("The program shows nothing.");
    const double all = milliseconds(timer);
    const double withinMain = process.readLine().trimmed().toDouble();
    process.kill();
    process.waitForFinished();
    return {all, all - withinMain};
}

} // namespace recoupe
