// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/fundername.h"
#include "cli/jsonresults.h"
#include "services/words.h"

#include <QFileInfo>

#include <algorithm>
#include <functional>

namespace recoupe {

namespace {

using ImportOne = std::function<Result<ImportSummary>(const QString &file)>;

void report(const CommandContext &context, const ImportSummary &summary)
{
    for (const QString &warning : summary.warnings)
        context.say(warning);
    for (const Rejection &rejection : summary.rejections)
        context.say(describe(rejection));
    context.print(importInWords(summary));
}

ExitStatus worse(ExitStatus a, ExitStatus b)
{
    return std::max(a, b);
}

QString noFile()
{
    return CliTr::tr("Donner au moins un fichier à importer.");
}

//! Each file is an import of its own: one that fails does not keep the others out.
ExitStatus importAll(CommandContext &context, const QStringList &files, const ImportOne &importOne)
{
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    ExitStatus status = ExitStatus::Done;
    QJsonArray results;
    for (const QString &file : files) {
        const Result<ImportSummary> summary = importOne(file);
        if (!summary) {
            status = worse(status, context.fail(summary.error()));
            results.append(QJsonObject{{QStringLiteral("file"), QFileInfo(file).fileName()},
                                       {QStringLiteral("error"), summary.error().message}});
            continue;
        }
        if (!summary->rejections.isEmpty())
            status = worse(status, ExitStatus::DoneWithRemarks);
        if (context.isSet(QStringLiteral("json")))
            results.append(importJson(*summary));
        else
            report(context, *summary);
    }
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(results));
    return status;
}

//! Tables whose columns are as a profile says; the funder that was named goes before its own.
ExitStatus importWithProfile(CommandContext &context, const QString &kind, const QStringList &files,
                             std::optional<Funder> funder)
{
    if (kind != u"awards" && kind != u"sesar")
        return context.misuse(
            CliTr::tr("Un profil décrit un tableau : « recoupe import awards|sesar »."));
    if (files.isEmpty())
        return context.misuse(noFile());
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    Result<TableProfile> profile =
        context.office().profiles().find(context.value(QStringLiteral("profile")));
    if (!profile)
        return context.fail(profile.error());
    if (funder)
        profile->funder = funder;
    const TableKind table = kind == u"awards" ? TableKind::Awards : TableKind::Sesar;
    return importAll(context, files, [&](const QString &file) {
        return context.office().imports().importTable(file, table, *profile);
    });
}

} // namespace

ExitStatus runImport(CommandContext &context)
{
    const QString kind = context.arguments().value(0);
    const QStringList files = context.arguments().mid(1);
    BackOffice &office = context.office();

    std::optional<Funder> funder;
    if (const QString fault = readFunder(context, funder); !fault.isEmpty())
        return context.misuse(fault);
    if (context.isSet(QStringLiteral("profile")))
        return importWithProfile(context, kind, files, funder);
    ImportOne importOne;
    if (kind == u"lheo")
        importOne = [&](const QString &file) { return office.imports().importLheo(file); };
    else if (kind == u"awards")
        importOne = [&](const QString &file) {
            return office.imports().importAwards(file, funder);
        };
    else if (kind == u"sesar")
        importOne = [&](const QString &file) { return office.imports().importSesar(file); };
    else
        return context.misuse(
            CliTr::tr("Dire ce qui est importé : « recoupe import lheo|awards|sesar FICHIER… »."));
    if (files.isEmpty())
        return context.misuse(noFile());
    return importAll(context, files, importOne);
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
