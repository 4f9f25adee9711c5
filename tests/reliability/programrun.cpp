// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/programrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

namespace recoupe::test {

namespace {

constexpr int longestRunMs = 120'000;

Run endOf(QProcess &process)
{
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

ProgramRun::ProgramRun(QString url, QString folder)
    : m_url(std::move(url))
    , m_folder(std::move(folder))
{
}

void ProgramRun::start(QProcess &process, const QStringList &arguments) const
{
    const QStringList all = options + QStringList{QStringLiteral("--database"), m_url};
    process.setWorkingDirectory(m_folder);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RECOUPE_PROGRAM), all + arguments);
}

Run ProgramRun::operator()(const QStringList &arguments) const
{
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(longestRunMs))
        return {};
    return endOf(process);
}

Run ProgramRun::operator()(const char *arguments) const
{
    return (*this)(words(arguments));
}

StruckRun ProgramRun::struck(const QStringList &arguments, int afterMs,
                             const std::function<void()> &strike) const
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    start(process, arguments);
    StruckRun result;
    result.wasStruck = !process.waitForFinished(afterMs) && process.state() != QProcess::NotRunning;
    if (result.wasStruck && strike)
        strike();
    else if (result.wasStruck)
        process.kill();
    process.waitForFinished(longestRunMs);
    result.milliseconds = timer.elapsed();
    result.run = endOf(process);
    return result;
}

QString ProgramRun::path(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace recoupe::test
