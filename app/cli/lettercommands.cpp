// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonresults.h"
#include "cli/outputfolder.h"
#include "cli/sessionnames.h"
#include "core/counted.h"
#include "correspondence/mailmessage.h"

#include <QFileInfo>

namespace recoupe {

namespace {

//! A file of the folder that is not there yet: two organisations may have one name, and what was
//! written yesterday is not written over.
QString freeFile(const QDir &folder, const Letter &letter)
{
    const QFileInfo name(mailFileName(letter));
    QString file = folder.filePath(name.fileName());
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = folder.filePath(
            QStringLiteral("%1-%2.%3")
                .arg(name.completeBaseName(), QString::number(number), name.suffix()));
    return file;
}

std::optional<WrittenReason> reasonOf(const CommandContext &context)
{
    const QString text = context.value(QStringLiteral("reason")).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<ReturnReason> listed = returnReasonFromToken(text);
    return listed ? WrittenReason{*listed, {}} : WrittenReason{ReturnReason::Other, text};
}

Result<QList<ComposedLetter>> composed(CommandContext &context)
{
    const bool late = context.isSet(QStringLiteral("late"));
    const Result<WorkspacePtr> workspace = context.office().workspace();
    if (!workspace)
        return failureOf(workspace);
    const LetterService letters = context.office().letters();
    if (late)
        return letters.reminders(**workspace, overdueAwards(**workspace));
    const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
    if (!keys)
        return failureOf(keys);
    return letters.corrections(**workspace, *keys);
}

//! Writes and records each; those that were written before one fails stay written and recorded.
Result<QList<WrittenLetter>> writeAll(CommandContext &context, const QDir &folder,
                                      const QList<ComposedLetter> &letters)
{
    const std::optional<WrittenReason> reason = reasonOf(context);
    QList<WrittenLetter> written;
    for (const ComposedLetter &one : letters) {
        Letter letter = one.letter;
        if (reason && letter.kind == LetterKind::Correction)
            letter.reason = reason;
        const QString file = freeFile(folder, letter);
        const Result<Letter> saved = context.office().letters().saveDraft(letter, file);
        if (!saved)
            return failureOf(saved);
        written.append({*saved, file});
    }
    return written;
}

void print(const CommandContext &context, const QList<WrittenLetter> &letters)
{
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(lettersJson(letters)));
        return;
    }
    for (const auto &[letter, file] : letters) {
        context.print(
            CliTr::tr("%1 : %2, %3")
                .arg(letter.recipientName, letter.subject, QDir::toNativeSeparators(file)));
        if (letter.address.isEmpty())
            context.say(CliTr::tr("%1 : aucune adresse n'est connue ; la compléter dans le "
                                  "brouillon.")
                            .arg(letter.recipientName));
    }
}

} // namespace

ExitStatus runLetters(CommandContext &context)
{
    const bool late = context.isSet(QStringLiteral("late"));
    if (late != context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Nommer des sessions à faire corriger, ou bien « --late » "
                                        "pour relancer sur les notifications en retard."));
    if (context.value(QStringLiteral("output")).isEmpty())
        return context.misuse(CliTr::tr("Dire où écrire les brouillons : « --output DOSSIER »."));
    // Before a draft is written that the base could not note.
    const Result<QList<ComposedLetter>> letters =
        context.openToWrite().and_then([&] { return composed(context); });
    if (!letters)
        return context.fail(letters.error());
    if (letters->isEmpty())
        context.say(late ? CliTr::tr("Aucune notification n'est en retard de saisie.")
                         : CliTr::tr("Ces sessions n'ont rien que leur organisme ait à corriger."));
    const Result<QDir> folder = outputFolder(context);
    if (!folder)
        return context.fail(folder.error());
    const Result<QList<WrittenLetter>> written = writeAll(context, *folder, *letters);
    if (!written)
        return context.fail(written.error());
    print(context, *written);
    return ExitStatus::Done;
}

} // namespace recoupe
