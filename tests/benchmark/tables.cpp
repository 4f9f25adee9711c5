// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the tables that the peers read.
//   bench_tables awards ROWS FILE       notifications as a funder sends them
//   bench_tables world SESSIONS FOLDER  the world of bench_crosscheck, for an SQL database
#include "benchmark/benchworld.h"
#include "support/generator/tablewriters.h"
#include "support/generator/worldbuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace recoupe;

namespace {

bool writeAwards(qint64 rows, const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(awardsHeader());
    WorldBuilder builder(1, QDate(2026, 11, 23));
    const FormationBrief brief{
        .minContracts = 3, .minSessions = 1, .maxSessions = 1, .isOurs = true};
    for (qint64 written = 0; written < rows; written += builder.block().contracts.size()) {
        builder.beginBlock();
        for (int i = 0; i < 5; ++i)
            builder.addFormation(brief, brief.maxContracts);
        file.write(awardLines(builder.block()));
    }
    return file.flush();
}

QString isoText(QDate day)
{
    return day.toString(Qt::ISODate);
}

bool writeSessions(const BenchWorld &world, QFile &file)
{
    file.write("id;funder;market;siret;name;title;first_day;last_day;postal_code;city;award\r\n");
    auto action = world.workspace.actions.begin(); // the sessions follow in the order of theirs
    for (qsizetype row = 0; row < world.awardOf.size(); ++row) {
        const TrainingSession &session = world.workspace.sessions[row].session();
        while (action->submitted.numero != session.key.formation)
            ++action;
        const TrainingAction &formation = action->submitted;
        file.write(csvLine(
            {QString::number(row), toToken(session.funder()), session.fundings.first().marketNumber,
             formation.mandataire.siret, formation.mandataire.legalName, formation.title,
             isoText(session.start.exact()), isoText(session.end.exact()), session.place.postalCode,
             session.place.city, QString::number(world.awardOf[row])}));
    }
    return file.flush();
}

bool writeAwards(const BenchWorld &world, QFile &file)
{
    file.write("id;funder;market;siret;name;title;first_day;last_day;postal_code;city\r\n");
    for (qsizetype row = 0; row < world.workspace.awards.size(); ++row) {
        const AwardNotification &award = world.workspace.awards[row];
        file.write(
            csvLine({QString::number(row), toToken(award.funder), award.market.text(),
                     award.awardeeSirets.first(), award.awardeeName, award.title,
                     isoText(award.start), isoText(award.end), award.postalCode, award.place}));
    }
    return file.flush();
}

bool writeWorld(qsizetype count, const QString &folder)
{
    const BenchWorld world = BenchWorld::of(count);
    QFile sessions(QDir(folder).filePath(QStringLiteral("sessions.csv")));
    QFile awards(QDir(folder).filePath(QStringLiteral("awards.csv")));
    return sessions.open(QIODevice::WriteOnly) && awards.open(QIODevice::WriteOnly) &&
           writeSessions(world, sessions) && writeAwards(world, awards);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const qint64 count = arguments[2].toLongLong();
    const bool written = arguments[1] == u"world" ? writeWorld(count, arguments[3])
                                                  : writeAwards(count, arguments[3]);
    return written ? 0 : 3;
}
