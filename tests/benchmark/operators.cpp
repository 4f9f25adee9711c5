// SPDX-License-Identifier: GPL-3.0-or-later
// Operators who decide on one base of a PostgreSQL server of its own, each a process.
//   bench_operators SESSIONS OPERATORS DECISIONS SCRIPT
// DECISIONS: of all together. Fills a base, lets them decide, looks for what was lost, then lets
// pgbench run SCRIPT, the statements of one decision, with as many clients. Prints what was found,
// a name and a number a line.
#include "services/backoffice.h"
#include "storage/database.h"
#include "support/generator/generator.h"
#include "support/operators/operatorcheck.h"
#include "support/operators/operatorcrowd.h"
#include "support/postgresserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <numeric>

using namespace recoupe;

namespace {

constexpr int decisionsBetweenLooks = 200;

void found(const char *name, const QString &value)
{
    QTextStream(stdout) << name << ' ' << value << Qt::endl;
}

int failed(const QString &why)
{
    QTextStream(stderr) << why << '\n';
    return 1;
}

Result<> fill(const QString &url, qint64 sessions)
{
    const QTemporaryDir folder;
    const auto files = generate({.sessions = sessions, .folder = folder.path()});
    if (!files)
        return failureOf(files);
    BackOffice office(url, QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)});
    if (Result<> opened = office.open(); !opened)
        return opened;
    for (const QString &file : {files->awards, files->sesar, files->feed}) {
        if (const auto imported = office.imports().import({.file = file}); !imported)
            return failureOf(imported);
    }
    return {};
}

//! The one that \a percent of the requests are not slower than.
QString percentile(const QList<qint64> &microseconds, int percent)
{
    const qsizetype last = microseconds.size() - 1;
    return QString::number(double(microseconds.at(last * percent / 100)) / 1000, 'f', 2);
}

void tell(const test::CrowdReport &report)
{
    const auto count = double(report.microseconds.size());
    found("requests", QString::number(report.microseconds.size()));
    found("events", QString::number(report.events.size()));
    found("per_second", QString::number(count / report.seconds, 'f', 1));
    found("mean_ms", QString::number(double(std::accumulate(report.microseconds.begin(),
                                                            report.microseconds.end(), qint64(0))) /
                                         count / 1000,
                                     'f', 2));
    found("median_ms", percentile(report.microseconds, 50));
    found("p99_ms", percentile(report.microseconds, 99));
    found("meanwhile", QString::number(report.meanwhile));
    found("unchanged", QString::number(report.unchanged));
    found("refused", QString::number(report.refused));
    found("repeated", QString::number(report.repeated));
    found("largest_kib", QString::number(report.largestKib));
}

//! Decisions per second and mean milliseconds of each, as pgbench tells them.
bool runPgbench(const DatabaseUrl &url, int clients, int decisions, const QString &script)
{
    QProcess pgbench;
    pgbench.start(QStringLiteral("pgbench"),
                  {QStringLiteral("-h"), url.host, QStringLiteral("-U"), url.user,
                   QStringLiteral("-n"), QStringLiteral("-M"), QStringLiteral("prepared"),
                   QStringLiteral("-c"), QString::number(clients), QStringLiteral("-t"),
                   QString::number(std::max(1, decisions / clients)), QStringLiteral("-f"), script,
                   url.name});
    if (!pgbench.waitForFinished(-1) || pgbench.exitCode() != 0) {
        failed(QString::fromUtf8(pgbench.readAllStandardError()) + pgbench.errorString());
        return false;
    }
    const QString said = QString::fromUtf8(pgbench.readAllStandardOutput());
    static const QRegularExpression tps(QStringLiteral("tps = ([0-9.]+)"));
    static const QRegularExpression latency(QStringLiteral("latency average = ([0-9.]+)"));
    found("pgbench_per_second", tps.match(said).captured(1));
    found("pgbench_mean_ms", latency.match(said).captured(1));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const int operators = arguments[2].toInt();
    const int decisions = arguments[3].toInt();
    const auto server = test::PostgresServer::start();
    if (!server)
        return failed(server.error().message);
    const DatabaseUrl base = (*server)->newDatabase().value();
    const QString url =
        QStringLiteral("postgresql://%1@/%2?host=%3").arg(base.user, base.name, base.host);
    if (const Result<> filled = fill(url, arguments[1].toLongLong()); !filled)
        return failed(filled.error().message);
    const auto report = test::runCrowd({.url = url,
                                        .operators = operators,
                                        .decisions = decisions / operators,
                                        .look = decisionsBetweenLooks});
    if (!report)
        return failed(report.error().message);
    tell(*report);
    const auto database = Database::open(DatabaseUrl::parse(url).value());
    const auto lost = test::lostUpdates(**database, report->events);
    if (!lost)
        return failed(lost.error().message);
    found("lost", QString::number(lost->size()));
    if (!lost->isEmpty())
        return failed(lost->first(std::min<qsizetype>(lost->size(), 5)).join(u'\n'));
    return runPgbench(base, operators, decisions, arguments[4]) ? 0 : 1;
}
