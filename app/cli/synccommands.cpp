// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonresults.h"
#include "services/secrets.h"
#include "services/words.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace recoupe {

namespace {

ExitStatus statusOf(const SyncStep &step)
{
    if (step.error)
        return exitStatusOf(*step.error);
    switch (step.outcome) {
    case SyncStep::Outcome::Done:
    case SyncStep::Outcome::NothingNew: return ExitStatus::Done;
    case SyncStep::Outcome::WithRemarks:
    case SyncStep::Outcome::Held: return ExitStatus::DoneWithRemarks;
    case SyncStep::Outcome::Waiting:
    case SyncStep::Outcome::Failed: break;
    }
    return ExitStatus::ServerFailed;
}

QString subjectInWords(const SyncStep &step)
{
    if (step.isRetention)
        return CliTr::tr("Durées de conservation");
    return step.partner ? partnerName(*step.partner) : CliTr::tr("Relève du portail");
}

//! A line for who supervises: counts and codes, no word that came from a file.
QString logLine(const SyncStep &step, const QDateTime &now)
{
    QStringList fields{now.toString(Qt::ISODate), QStringLiteral("step=") + subjectOf(step),
                       QStringLiteral("outcome=") + toToken(step.outcome),
                       QStringLiteral("status=%1").arg(int(statusOf(step))),
                       QStringLiteral("ms=%1").arg(step.milliseconds)};
    const auto add = [&fields](const char *name, qint64 value) {
        fields << QStringLiteral("%1=%2").arg(QLatin1String(name)).arg(value);
    };
    if (!step.partner && !step.isRetention) {
        add("added", step.import.added);
        add("changed", step.import.changed);
        add("rejected", step.import.rejected);
        add("vanished", step.import.vanished);
    }
    if (step.delivery) {
        const DeliveryCounts &counts = step.delivery->counts;
        add("delivery", step.delivery->id);
        add("sessions", counts.lines);
        add("added", counts.added);
        add("changed", counts.changed);
        add("removed", counts.removed);
        add("left-out", counts.leftOut);
        add("try", step.delivery->tries);
    }
    return fields.join(u' ');
}

QByteArray linesOf(const QList<SyncStep> &steps)
{
    QByteArray lines;
    const QDateTime now = Clock::now();
    for (const SyncStep &step : steps)
        lines += logLine(step, now).toUtf8() + '\n';
    if (steps.isEmpty())
        lines = now.toString(Qt::ISODate).toUtf8() + " step=none outcome=nothing-new status=0\n";
    return lines;
}

Result<> appendToLog(const QString &fileName, const QByteArray &lines)
{
    QFile file(fileName);
    if (file.open(QIODevice::Append) && file.write(lines) == lines.size() && file.flush())
        return {};
    return fail(ErrorCode::FileUnwritable,
                CliTr::tr("Le journal « %1 » ne peut pas être écrit : %2. La ronde est faite ; "
                          "vérifiez le dossier et le droit d'y écrire.")
                    .arg(QDir::toNativeSeparators(fileName), file.errorString()));
}

void print(const CommandContext &context, const QList<SyncStep> &steps)
{
    if (context.isSet(QStringLiteral("json")))
        return context.print(QJsonDocument(syncJson(steps)));
    for (const SyncStep &step : steps)
        context.print(CliTr::tr("%1 : %2").arg(subjectInWords(step), step.sentence));
    if (steps.isEmpty())
        context.say(CliTr::tr("Rien à faire : ni portail ni destination dans les réglages des "
                              "échanges, ou tout est déjà envoyé."));
}

//! A supervisor who reads the log alone is to see that the round did not take place.
ExitStatus concludeWithoutBase(const CommandContext &context, const QString &log,
                               const Error &error)
{
    const ExitStatus status = context.fail(error);
    if (log.isEmpty())
        return status;
    const QString line = QStringLiteral("%1 step=base outcome=failed status=%2\n")
                             .arg(Clock::now().toString(Qt::ISODate))
                             .arg(int(status));
    if (const Result<> logged = appendToLog(log, line.toUtf8()); !logged)
        context.fail(logged.error());
    return status;
}

//! The base need not be open for its own: that is what it is for.
Result<SecretPlace> keep(CommandContext &context, const QString &name, const QString &secret)
{
    BackOffice &office = context.office();
    if (name == databaseSecretName())
        return office.keepPassword(secret);
    return office.open()
        .and_then([&] { return office.exports().settings(); })
        .and_then([&](const ExchangeSettings &settings) {
            return keepSecretFor(name, settings, secret);
        });
}

} // namespace

ExitStatus runSync(CommandContext &context)
{
    const QString log = context.value(QStringLiteral("log"));
    const Result<QList<SyncStep>> steps =
        context.office().open().and_then([&] { return context.office().synchronisation().run(); });
    if (!steps)
        return concludeWithoutBase(context, log, steps.error());
    context.office().noteHead();
    print(context, *steps);
    ExitStatus status = ExitStatus::Done;
    for (const SyncStep &step : *steps)
        status = std::max(status, statusOf(step));
    if (log.isEmpty())
        return status;
    const Result<> logged = appendToLog(log, linesOf(*steps));
    return logged ? status : std::max(status, context.fail(logged.error()));
}

ExitStatus runSecret(CommandContext &context)
{
    const QString name = context.arguments().value(0);
    const bool isKnown = name == feedSecretName() || name == databaseSecretName() ||
                         std::ranges::any_of(partners, [&name](Partner partner) {
                             return name == secretNameOf(partner);
                         });
    if (!isKnown)
        return context.misuse(
            CliTr::tr("« %1 » n'est le nom d'aucun mot de passe : database, feed, ou "
                      "partner/ suivi du partenaire.")
                .arg(name));
    if (context.isSet(QStringLiteral("remove-secret"))) {
        const Result<> forgotten = forgetSecret(name);
        return forgotten ? ExitStatus::Done : context.fail(forgotten.error());
    }
    const QString secret = QTextStream(stdin).readLine();
    if (secret.isEmpty())
        return context.misuse(
            CliTr::tr("L'entrée standard est vide : le mot de passe y est attendu."));
    const Result<SecretPlace> place = keep(context, name, secret);
    if (!place)
        return context.fail(place.error());
    if (*place == SecretPlace::Keychain)
        return ExitStatus::Done;
    return context.fail({ErrorCode::SecretMissing,
                         CliTr::tr("Il n'y a pas de trousseau ici : donnez le mot de passe par la "
                                   "variable d'environnement %1.")
                             .arg(secretVariableOf(name))});
}

} // namespace recoupe
