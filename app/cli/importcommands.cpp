// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/fundername.h"
#include "cli/jsonresults.h"
#include "services/rejectedrows.h"
#include "services/words.h"

#include <QMap>

#include <algorithm>

namespace recoupe {

namespace {

void report(const CommandContext &context, const ImportSummary &summary)
{
    for (const QString &warning : summary.warnings)
        context.say(warning);
    for (const Rejection &rejection : summary.rejections)
        context.say(describe(rejection));
    context.print(importInWords(summary));
}

ExitStatus statusOf(const CommandContext &context, const ImportOutcome &outcome)
{
    if (!outcome.summary)
        return context.fail(outcome.summary.error());
    return outcome.summary->rejections.isEmpty() ? ExitStatus::Done : ExitStatus::DoneWithRemarks;
}

//! What becomes of each file, or would. Fails where the base does.
Result<ImportTrial> outcomesOf(CommandContext &context, const QList<ImportPlan> &plans)
{
    if (!context.isSet(QStringLiteral("dry-run")))
        return ImportTrial{context.office().imports().importAll(plans), {}};
    const Result<WorkspacePtr> workspace = context.office().workspace();
    if (!workspace)
        return failureOf(workspace);
    return context.office().imports().tryAll(plans, *workspace);
}

void reportTrial(const CommandContext &context, const ImportTrial &trial)
{
    for (const QString &sentence : activeChangesInWords(trial.activeChanges))
        context.print(sentence);
    context.say(CliTr::tr("Rien n'a été changé : c'était un essai."));
}

void print(const CommandContext &context, const ImportTrial &trial)
{
    const bool isTrial = context.isSet(QStringLiteral("dry-run"));
    if (!context.isSet(QStringLiteral("json"))) {
        for (const ImportOutcome &outcome : trial.files) {
            if (outcome.summary)
                report(context, *outcome.summary);
        }
        if (isTrial)
            reportTrial(context, trial);
        return;
    }
    QJsonArray results;
    for (const ImportOutcome &outcome : trial.files)
        results.append(importJson(outcome));
    if (!isTrial)
        return context.print(QJsonDocument(results));
    context.print(QJsonDocument(
        QJsonObject{{QStringLiteral("dryRun"), true},
                    {QStringLiteral("files"), results},
                    {QStringLiteral("activeSessions"), activeChangesJson(trial.activeChanges)}}));
}

//! The rejected rows of the one file that was imported.
ExitStatus saveRejections(const CommandContext &context, const ImportOutcome &outcome)
{
    const QString target = context.value(QStringLiteral("rejected"));
    if (target.isEmpty() || !outcome.summary)
        return ExitStatus::Done;
    if (outcome.summary->rejections.isEmpty()) {
        context.say(CliTr::tr("Aucune ligne rejetée : « %1 » n'a pas été écrit.").arg(target));
        return ExitStatus::Done;
    }
    const Result<> saved = saveRejected(outcome.plan, *outcome.summary, target);
    return saved ? ExitStatus::Done : context.fail(saved.error());
}

ExitStatus importAll(CommandContext &context, const QList<ImportPlan> &plans)
{
    const Result<ImportTrial> trial = outcomesOf(context, plans);
    if (!trial)
        return context.fail(trial.error());
    ExitStatus status = ExitStatus::Done;
    for (const ImportOutcome &outcome : trial->files) {
        status = std::max(status, statusOf(context, outcome));
        status = std::max(status, saveRejections(context, outcome));
    }
    print(context, *trial);
    return status;
}

std::optional<ImportKind> kindNamed(const QString &name)
{
    static const QMap<QString, ImportKind> kinds{
        {QStringLiteral("lheo"), ImportKind::Lheo},
        {QStringLiteral("awards"), ImportKind::Awards},
        {QStringLiteral("sesar"), ImportKind::Sesar},
        {QStringLiteral("prescribers"), ImportKind::Prescribers}};
    const auto kind = kinds.constFind(name);
    return kind == kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

//! Why the command cannot be done as it was given; empty when it can.
QString faultOf(const CommandContext &context)
{
    const std::optional<ImportKind> kind = kindNamed(context.arguments().value(0));
    const qsizetype files = context.arguments().size() - 1;
    if (context.isSet(QStringLiteral("profile")) &&
        kind.value_or(ImportKind::Lheo) == ImportKind::Lheo)
        return CliTr::tr(
            "Un profil décrit un tableau : « recoupe import awards|sesar|prescribers ».");
    if (!kind)
        return CliTr::tr(
            "Dire ce qui est importé : « recoupe import lheo|awards|sesar|prescribers FICHIER… ».");
    if (files < 1)
        return CliTr::tr("Donner au moins un fichier à importer.");
    if (files > 1 && context.isSet(QStringLiteral("rejected")))
        return CliTr::tr("Avec --rejected, ne donner qu'un fichier à importer.");
    return {};
}

} // namespace

ExitStatus runImport(CommandContext &context)
{
    std::optional<Funder> funder;
    if (const QString fault = readFunder(context, funder); !fault.isEmpty())
        return context.misuse(fault);
    if (const QString fault = faultOf(context); !fault.isEmpty())
        return context.misuse(fault);
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    TableProfile profile;
    if (context.isSet(QStringLiteral("profile"))) {
        const Result<TableProfile> found =
            context.office().profiles().find(context.value(QStringLiteral("profile")));
        if (!found)
            return context.fail(found.error());
        profile = *found;
    }
    if (funder) // goes before the profile's own
        profile.funder = funder;
    QList<ImportPlan> plans;
    for (const QString &file : context.arguments().mid(1))
        plans << ImportPlan{file, kindNamed(context.arguments().first()), profile, {}};
    return importAll(context, plans);
}

ExitStatus runDemo(CommandContext &context)
{
    const Result<QList<ImportSummary>> summaries = context.office().loadDemo();
    if (!summaries)
        return context.fail(summaries.error());
    for (const ImportSummary &summary : *summaries)
        report(context, summary);
    context.say(CliTr::tr("Données de démonstration, toutes fictives, arrêtées au 23/11/2026 : "
                          "travailler avec « --today 2026-11-23 »."));
    return ExitStatus::Done;
}

} // namespace recoupe
