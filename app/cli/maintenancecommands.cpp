// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a base as a whole: checked, backed up, restored, moved.
#include "cli/command.h"
#include "core/counted.h"
#include "services/maintenanceservice.h"
#include "services/trailheads.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace recoupe {

namespace {

constexpr qsizetype headSize = 32; // bytes of a SHA-256

//! The bytes that 64 hexadecimal digits stand for; empty for any other text.
QByteArray headFromHex(const QString &text)
{
    const QByteArray digits = text.trimmed().toLatin1().toLower();
    const QByteArray head = QByteArray::fromHex(digits);
    return head.size() == headSize && head.toHex() == digits ? head : QByteArray();
}

//! A head as it was typed, or as verify --json printed it into a file.
Result<QByteArray> headNamed(const QString &text)
{
    if (const QByteArray head = headFromHex(text); !head.isEmpty())
        return head;
    QFile file(text);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::InvalidArgument,
                    CliTr::tr("« %1 » n'est ni une empreinte (64 chiffres hexadécimaux) ni un "
                              "fichier qui peut être lu.")
                        .arg(text));
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QByteArray head = headFromHex(json[QLatin1String("head")].toString());
    if (head.isEmpty()) {
        return fail(ErrorCode::NotTheFormat,
                    CliTr::tr("Le fichier « %1 » ne contient pas d'empreinte : gardez-y le "
                              "résultat de « recoupe verify --json ».")
                        .arg(QDir::toNativeSeparators(text)));
    }
    return head;
}

//! The heads that must still be in the chain: those that the command line names.
Result<QList<TrailHead>> notedIn(const CommandContext &context)
{
    QList<TrailHead> noted;
    if (context.isSet(QStringLiteral("heads"))) {
        const Result<QList<NotedHead>> heads = readHeads(context.value(QStringLiteral("heads")));
        if (!heads)
            return failureOf(heads);
        for (const NotedHead &head : *heads)
            noted << head.head;
    }
    if (context.isSet(QStringLiteral("head"))) {
        const Result<QByteArray> head = headNamed(context.value(QStringLiteral("head")));
        if (!head)
            return failureOf(head);
        noted << TrailHead{0, *head};
    }
    return noted;
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonArray summariesJson(const QList<TableSummary> &tables)
{
    QJsonArray list;
    for (const TableSummary &table : tables) {
        list.append(QJsonObject{{QStringLiteral("table"), table.table},
                                {QStringLiteral("rows"), table.rows},
                                {QStringLiteral("sha256"), hexOf(table.checksum)}});
    }
    return list;
}

QJsonObject reportJson(const BaseReport &report)
{
    return {{QStringLiteral("sound"), report.faults.isEmpty()},
            {QStringLiteral("events"), report.trail.events},
            {QStringLiteral("erased"), report.trail.erased},
            {QStringLiteral("head"), hexOf(report.trail.head)},
            {QStringLiteral("faults"), QJsonArray::fromStringList(report.faults)}};
}

//! The one file that a command is about; empty where it is not named.
QString onlyFile(const CommandContext &context)
{
    return context.arguments().value(0);
}

ExitStatus fileMissing(const CommandContext &context)
{
    return context.misuse(CliTr::tr("Nommer le fichier de la sauvegarde."));
}

} // namespace

ExitStatus runVerify(CommandContext &context)
{
    const Result<QList<TrailHead>> noted = notedIn(context);
    if (!noted)
        return context.fail(noted.error());
    const Result<BaseReport> report = context.office().maintenance().verify(*noted);
    if (!report)
        return context.fail(report.error());
    for (const QString &fault : report->faults)
        context.say(fault);
    if (!report->faults.isEmpty())
        context.say(CliTr::tr("N'enregistrez plus rien dans cette base : prévenez "
                              "l'administrateur, qui dira quelle sauvegarde restaurer."));
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(reportJson(*report)));
    } else if (report->faults.isEmpty()) {
        context.print(CliTr::tr("La base et son journal sont sains : %1.")
                          .arg(counted(report->trail.events, CliTr::tr("%1 événement"),
                                       CliTr::tr("%1 événements"))));
        context.print(CliTr::tr("Empreinte de tête : %1").arg(hexOf(report->trail.head)));
    }
    return report->faults.isEmpty() ? ExitStatus::Done : ExitStatus::DatabaseError;
}

ExitStatus runBackup(CommandContext &context)
{
    const QString file = onlyFile(context);
    if (file.isEmpty())
        return fileMissing(context);
    if (const Result<> done = context.office().maintenance().backUp(file); !done)
        return context.fail(done.error());
    context.say(
        CliTr::tr("La base est sauvegardée dans « %1 ».").arg(QDir::toNativeSeparators(file)));
    return ExitStatus::Done;
}

ExitStatus runRestore(CommandContext &context)
{
    const QString file = onlyFile(context);
    if (file.isEmpty())
        return fileMissing(context);
    const Result<QString> aside = context.office().maintenance().restore(file);
    if (!aside)
        return context.fail(aside.error());
    context.say(
        CliTr::tr("La sauvegarde « %1 » est en place.").arg(QDir::toNativeSeparators(file)));
    if (!aside->isEmpty())
        context.say(CliTr::tr("La base d'avant est gardée : « %1 ».")
                        .arg(QDir::toNativeSeparators(*aside)));
    return ExitStatus::Done;
}

ExitStatus runMove(CommandContext &context)
{
    const QString from = context.value(QStringLiteral("from"));
    const QString to = context.value(QStringLiteral("to"));
    if (from.isEmpty() || to.isEmpty())
        return context.misuse(CliTr::tr("Dire d'où et vers où : --from et --to."));
    const Result<QList<TableSummary>> tables = moveBase(from, to);
    if (!tables)
        return context.fail(tables.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(summariesJson(*tables)));
    } else {
        for (const TableSummary &table : *tables)
            context.print(
                QStringLiteral("%1\t%2\t%3")
                    .arg(table.table, QString::number(table.rows), hexOf(table.checksum)));
    }
    context.say(CliTr::tr("Tout est recopié, et relu à l'identique. La base d'origine n'a pas "
                          "changé : travaillez désormais sur l'autre."));
    return ExitStatus::Done;
}

} // namespace recoupe
