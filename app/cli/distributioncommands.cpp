// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editionnames.h"
#include "cli/jsonresults.h"
#include "cli/outputfolder.h"
#include "core/counted.h"
#include "domain/departement.h"
#include "services/words.h"

namespace recoupe {

namespace {

void list(const CommandContext &context, const QList<Prescriber> &prescribers)
{
    if (context.isSet(QStringLiteral("json")))
        return context.print(QJsonDocument(prescribersJson(prescribers)));
    for (const Prescriber &one : prescribers)
        context.print(
            QStringList{scopeInWords(one.departement), one.structure, one.address}.join(u'\t'));
    if (prescribers.isEmpty())
        context.say(CliTr::tr("Aucun destinataire : « recoupe import prescribers FICHIER »."));
}

void list(const CommandContext &context, const QList<MailingTarget> &targets)
{
    if (context.isSet(QStringLiteral("json")))
        return context.print(QJsonDocument(targetsJson(targets)));
    for (const MailingTarget &target : targets)
        context.print(QStringList{scopeInWords(target.departement),
                                  addressesInWords(target.addresses),
                                  sessionsInWords(target.sessions), roundInWords(target)}
                          .join(u'\t'));
}

Result<EditionContent> editionOf(CommandContext &context)
{
    if (const Result<> opened = context.office().open(); !opened)
        return failureOf(opened);
    return editionNamed(context.office().editions(), context.value(QStringLiteral("edition")));
}

//! Those that had nothing of this edition yet; says who is left out because they had.
Result<QStringList> waitingDepartements(CommandContext &context, const EditionContent &edition)
{
    const auto targets = context.office().distribution().targets(edition.year, edition.number);
    if (!targets)
        return failureOf(targets);
    QStringList codes;
    QStringList prepared;
    for (const MailingTarget &target : *targets) {
        if (target.isWaiting())
            codes << target.departement;
        else if (target.addresses > 0)
            prepared << scopeInWords(target.departement);
    }
    if (codes.isEmpty() && prepared.isEmpty())
        return fail(ErrorCode::Refused,
                    CliTr::tr("Aucun destinataire : « recoupe import prescribers FICHIER »."));
    if (!prepared.isEmpty())
        context.say(CliTr::tr("Déjà préparé pour cette édition, laissé de côté : %1. Avec "
                              "« --departement », l'envoi est préparé de nouveau.")
                        .arg(prepared.join(u", ")));
    return codes;
}

//! What --departement names, else all that wait for this edition.
Result<QStringList> departementsOf(CommandContext &context, const EditionContent &edition)
{
    const QString named = context.value(QStringLiteral("departement"));
    if (named == u"region")
        return QStringList(QString());
    if (!named.isEmpty()) {
        const QString code = departementCode(named);
        if (code.isEmpty())
            return fail(ErrorCode::InvalidArgument,
                        CliTr::tr("« %1 » n'est pas un département : l'écrire comme 63, ou "
                                  "« region » pour ceux qui reçoivent tout.")
                            .arg(named));
        return QStringList(code);
    }
    return waitingDepartements(context, edition);
}

Result<QList<MailingDraft>> prepare(CommandContext &context)
{
    const Result<EditionContent> edition = editionOf(context);
    if (!edition)
        return failureOf(edition);
    const Result<QStringList> departements = departementsOf(context, *edition);
    if (!departements)
        return failureOf(departements);
    const Result<QDir> folder = outputFolder(context);
    if (!folder)
        return failureOf(folder);
    return context.office().distribution().prepare(
        {edition->year, edition->number, *departements, folder->path()});
}

} // namespace

ExitStatus runPrescribers(CommandContext &context)
{
    if (context.isSet(QStringLiteral("edition"))) {
        const Result<EditionContent> edition = editionOf(context);
        if (!edition)
            return context.fail(edition.error());
        const auto targets =
            context.office().distribution().targets(edition->year, edition->number);
        if (!targets)
            return context.fail(targets.error());
        list(context, *targets);
        return ExitStatus::Done;
    }
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<QList<Prescriber>> prescribers = context.office().distribution().prescribers();
    if (!prescribers)
        return context.fail(prescribers.error());
    list(context, *prescribers);
    return ExitStatus::Done;
}

ExitStatus runMailTable(CommandContext &context)
{
    if (context.value(QStringLiteral("edition")).isEmpty())
        return context.misuse(CliTr::tr("Dire quelle édition envoyer : « --edition AAAA-NN »."));
    if (context.value(QStringLiteral("output")).isEmpty())
        return context.misuse(CliTr::tr("Dire où écrire les brouillons : « --output DOSSIER »."));
    const Result<QList<MailingDraft>> drafts =
        context.openToWrite().and_then([&] { return prepare(context); });
    if (!drafts)
        return context.fail(drafts.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(draftsJson(*drafts)));
        return ExitStatus::Done;
    }
    for (const MailingDraft &draft : *drafts) {
        context.print(CliTr::tr("%1 : %2, %3")
                          .arg(scopeInWords(draft.mailing.departement),
                               addressesInWords(draft.mailing.recipients),
                               QDir::toNativeSeparators(draft.file)));
        if (draft.size > MailingDraft::largeSize)
            context.say(largeDraftInWords(draft));
    }
    return ExitStatus::Done;
}

} // namespace recoupe
