// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/operators/operatorcrowd.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <memory>
#include <vector>

namespace recoupe::test {

namespace {

constexpr int readyMs = 600'000;
using Processes = std::vector<std::unique_ptr<QProcess>>;

Failure failureOf(QProcess &process)
{
    return fail(ErrorCode::DatabaseFailed,
                QStringLiteral("An operator failed: %1 %2")
                    .arg(process.errorString(), QString::fromUtf8(process.readAllStandardError())));
}

Result<> startAll(Processes &processes, const CrowdTask &task)
{
    for (int i = 0; i < task.operators; ++i) {
        const auto &process = processes.emplace_back(std::make_unique<QProcess>());
        process->start(QStringLiteral(RECOUPE_OPERATOR),
                       {task.url, QStringLiteral("Opérateur %1").arg(i + 1),
                        QString::number(task.decisions), QString::number(i + 1),
                        QString::number(task.look)});
    }
    for (const auto &process : processes) {
        while (!process->canReadLine()) {
            if (!process->waitForReadyRead(readyMs))
                return failureOf(*process);
        }
        (void)process->readLine();
    }
    return {};
}

void take(CrowdReport &report, const QByteArray &line)
{
    const QByteArray name = line.left(line.indexOf(' '));
    const qint64 value = line.mid(name.size()).trimmed().toLongLong();
    if (name == "event")
        report.events << value;
    else if (name == "us")
        report.microseconds << value;
    else if (name == "meanwhile")
        report.meanwhile += int(value);
    else if (name == "unchanged")
        report.unchanged += int(value);
    else if (name == "refused")
        report.refused += int(value);
    else if (name == "repeated")
        report.repeated += int(value);
    else if (name == "kib")
        report.largestKib = std::max(report.largestKib, value);
}

} // namespace

Result<CrowdReport> runCrowd(const CrowdTask &task)
{
    Processes processes;
    if (Result<> started = startAll(processes, task); !started)
        return recoupe::failureOf(started);
    CrowdReport report;
    QElapsedTimer watch;
    watch.start();
    for (const auto &process : processes)
        process->write("begin\n");
    for (const auto &process : processes) {
        if (!process->waitForFinished(-1) || process->exitCode() != 0)
            return failureOf(*process);
        for (const QByteArray &line : process->readAllStandardOutput().split('\n'))
            take(report, line);
    }
    report.seconds = double(watch.elapsed()) / 1000;
    std::ranges::sort(report.microseconds);
    return report;
}

} // namespace recoupe::test
