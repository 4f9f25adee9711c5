// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editionnames.h"
#include "cli/jsonresults.h"
#include "core/counted.h"
#include "core/shortdate.h"
#include "domain/departement.h"
#include "report/editionview.h"
#include "report/tablefile.h"

#include <QDir>

namespace recoupe {

namespace {

//! The file asked for, in a format that there is.
Result<QString> outputOf(const CommandContext &context)
{
    const QString output = context.value(QStringLiteral("output"));
    if (output.isEmpty())
        return fail(
            ErrorCode::InvalidArgument,
            CliTr::tr(
                "Dire où écrire le tableau\u00A0: «\u00A0--output FICHIER.pdf\u00A0» (ou .html, "
                ".csv, .xlsx)."));
    if (const Result<TableFormat> format = tableFormatOf(output); !format)
        return failureOf(format);
    return output;
}

Result<Paper> paperOf(const CommandContext &context)
{
    const QString text = context.value(QStringLiteral("paper")).toLower();
    if (text.isEmpty() || text == u"a4")
        return Paper::A4;
    if (text == u"a3")
        return Paper::A3;
    return fail(ErrorCode::InvalidArgument,
                CliTr::tr("«\u00A0%1\u00A0» n'est pas un papier du tableau\u00A0: écrire a4 ou a3.")
                    .arg(text));
}

//! Those that --funders names; none: all.
Result<QList<Funder>> fundersOf(const CommandContext &context)
{
    QList<Funder> funders;
    const QString names = context.value(QStringLiteral("funders"));
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Funder> funder = funderFromToken(name.trimmed());
        if (!funder || *funder == Funder::Other)
            return fail(ErrorCode::InvalidArgument,
                        CliTr::tr("« %1 » n'est pas un financeur du tableau : écrire region, "
                                  "pole-emploi ou agefiph.")
                            .arg(name));
        funders << *funder;
    }
    return funders;
}

Result<EditionGrouping> groupingOf(const CommandContext &context)
{
    const QString text = context.value(QStringLiteral("group"));
    if (text.isEmpty())
        return EditionGrouping::Departement;
    if (const auto grouping = groupingFromToken(text))
        return *grouping;
    return fail(ErrorCode::InvalidArgument,
                CliTr::tr("« %1 » ne groupe pas le tableau : écrire departement, funder ou domain.")
                    .arg(text));
}

//! The département that --departement names by its code; empty: all.
Result<QString> departementOf(const CommandContext &context)
{
    const QString code = context.value(QStringLiteral("departement")).toUpper();
    if (!code.isEmpty() && departementName(code).isEmpty())
        return fail(
            ErrorCode::InvalidArgument,
            CliTr::tr("« %1 » n'est pas un département : écrire son code, comme 63.").arg(code));
    return code;
}

//! What is to be written, where and how.
Result<TableFile> tableFileOf(const CommandContext &context)
{
    const Result<QString> output = outputOf(context);
    if (!output)
        return failureOf(output);
    const Result<Paper> paper = paperOf(context);
    if (!paper)
        return failureOf(paper);
    const Result<EditionGrouping> grouping = groupingOf(context);
    if (!grouping)
        return failureOf(grouping);
    const Result<QList<Funder>> funders = fundersOf(context);
    if (!funders)
        return failureOf(funders);
    const Result<QString> departement = departementOf(context);
    if (!departement)
        return failureOf(departement);
    return TableFile{*output, {*grouping, *funders, *departement}, *paper};
}

//! An edition and what was found wanting in it, where that was looked for.
struct Produced
{
    EditionContent content;
    QList<EditionCheck> checks;
};

//! Composes, issues or finds the edition, and sees to its file.
Result<Produced> produce(CommandContext &context, const TableFile &file)
{
    const Result<QDate> date = editionDate(context);
    if (!date)
        return failureOf(date);
    EditionService editions = context.office().editions();
    if (context.isSet(QStringLiteral("issue"))) {
        return editions.issue({*date, file, context.value(QStringLiteral("reason"))})
            .map([](IssuedEdition &&issued) {
                return Produced{std::move(issued.content), std::move(issued.checks)};
            });
    }
    Produced produced;
    if (context.isSet(QStringLiteral("draft"))) {
        Result<EditionDraft> draft = editions.draft(*date);
        if (!draft)
            return failureOf(draft);
        produced = {std::move(draft->content), std::move(draft->checks)};
    } else {
        Result<EditionContent> content =
            editionNamed(editions, context.value(QStringLiteral("edition")));
        if (!content)
            return failureOf(content);
        produced.content = *std::move(content);
    }
    if (const Result<> saved = saveEdition(produced.content, file); !saved)
        return failureOf(saved);
    return produced;
}

//! \a content: what the file shows.
void tell(const CommandContext &context, const EditionContent &content, const Produced &produced,
          const QString &file)
{
    for (const EditionCheck &check : produced.checks)
        context.say(CliTr::tr("%1 : %2").arg(check.title, check.message));
    const QString what = content.isDraft() ? CliTr::tr("Projet de tableau")
                                           : CliTr::tr("Édition n° %1").arg(content.label());
    context.print(
        CliTr::tr("%1 au %2 : %3, %4")
            .arg(what, shortDate(content.date))
            .arg(counted(content.rowCount(), CliTr::tr("%1 session"), CliTr::tr("%1 sessions")))
            .arg(QDir::toNativeSeparators(file)));
}

} // namespace

ExitStatus runTable(CommandContext &context)
{
    const int ways = int(context.isSet(QStringLiteral("issue"))) +
                     int(context.isSet(QStringLiteral("draft"))) +
                     int(context.isSet(QStringLiteral("edition")));
    if (ways != 1)
        return context.misuse(
            CliTr::tr("Choisir un de « --draft », « --issue » et « --edition »."));
    const Result<TableFile> file = tableFileOf(context);
    if (!file)
        return context.fail(file.error());
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<Produced> produced = produce(context, *file);
    if (!produced)
        return context.fail(produced.error());
    const EditionContent shown = arranged(produced->content, file->view);
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(editionJson(shown, produced->checks, file->name)));
    else
        tell(context, shown, *produced, file->name);
    // What was issued in spite of its checks was done as the reason says.
    const bool isRefused = produced->content.isDraft() && isBlocked(produced->checks);
    return isRefused ? ExitStatus::DoneWithRemarks : ExitStatus::Done;
}

} // namespace recoupe
