// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editionnames.h"
#include "cli/jsonresults.h"
#include "core/oneline.h"
#include "core/shortdate.h"

namespace recoupe {

namespace {

QString lineOf(const EditionRecord &edition)
{
    QString line = CliTr::tr("%1 au %2, par %3")
                       .arg(EditionNumber{edition.year, edition.number}.label(),
                            shortDate(edition.date), edition.operatorName);
    if (!edition.overrideReason.isEmpty())
        line += CliTr::tr(", malgré les contrôles : %1").arg(edition.overrideReason);
    if (edition.annulment)
        line += CliTr::tr(", ANNULÉE : %1").arg(edition.annulment->reason);
    return line;
}

QStringList linesOf(const EditionDifference &difference)
{
    const QString session =
        QStringLiteral("%1 %2 (%3)")
            .arg(difference.key.session, difference.title, commaSeparated(difference.place));
    switch (difference.kind) {
    case EditionDifference::Kind::New: return {CliTr::tr("Nouvelle : %1").arg(session)};
    case EditionDifference::Kind::Left:
        return {CliTr::tr("Sortie : %1, %2").arg(session, difference.reason)};
    case EditionDifference::Kind::Changed: break;
    }
    QStringList lines{CliTr::tr("Modifiée : %1").arg(session)};
    for (const FieldDifference &field : difference.fields) {
        lines << CliTr::tr("    %1 : « %2 », au lieu de « %3 »")
                     .arg(field.field, commaSeparated(field.after), commaSeparated(field.before));
    }
    return lines;
}

//! The edition that is named, else the draft of the day.
Result<EditionContent> editionToCompare(CommandContext &context)
{
    EditionService editions = context.office().editions();
    if (context.arguments().isEmpty()) {
        const Result<QDate> date = editionDate(context);
        if (!date)
            return failureOf(date);
        return editions.draft(*date).map([](EditionDraft &&draft) { return draft.content; });
    }
    return editionNamed(editions, context.arguments().first());
}

} // namespace

ExitStatus runEditions(CommandContext &context)
{
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<QList<EditionRecord>> editions = context.office().editions().editions();
    if (!editions)
        return context.fail(editions.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(editionsJson(*editions)));
        return ExitStatus::Done;
    }
    for (const EditionRecord &edition : *editions)
        context.print(lineOf(edition));
    if (editions->isEmpty())
        context.say(CliTr::tr("Aucune édition : « recoupe table --issue » en fait une."));
    return ExitStatus::Done;
}

ExitStatus runCompareEdition(CommandContext &context)
{
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<EditionContent> content = editionToCompare(context);
    if (!content)
        return context.fail(content.error());
    const Result<QList<EditionDifference>> differences =
        context.office().editions().differencesFromPrevious(*content);
    if (!differences)
        return context.fail(differences.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(differencesJson(*differences)));
        return ExitStatus::Done;
    }
    for (const EditionDifference &difference : *differences) {
        for (const QString &line : linesOf(difference))
            context.print(line);
    }
    if (!content->previousDate.isValid())
        context.say(CliTr::tr("C'est la première édition : aucune autre ne la précède."));
    else if (differences->isEmpty())
        context.say(CliTr::tr("Aucune différence."));
    return ExitStatus::Done;
}

ExitStatus runAnnulEdition(CommandContext &context)
{
    if (context.arguments().isEmpty())
        return context.misuse(
            CliTr::tr("Nommer l'édition à annuler, la dernière en vigueur : AAAA-NN."));
    const Result<EditionNumber> name = editionNumber(context.arguments().first());
    if (!name)
        return context.fail(name.error());
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<> done = context.office().editions().annul(
        name->year, name->number, context.value(QStringLiteral("reason")));
    if (!done)
        return context.fail(done.error());
    context.say(CliTr::tr("L'édition %1 est annulée ; elle reste dans la liste.")
                    .arg(context.arguments().first()));
    return ExitStatus::Done;
}

} // namespace recoupe
