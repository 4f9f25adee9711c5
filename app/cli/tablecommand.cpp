// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/editionname.h"
#include "cli/jsonresults.h"
#include "core/counted.h"
#include "core/shortdate.h"
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
            CliTr::tr("Dire où écrire le tableau\u00A0: «\u00A0--output FICHIER.pdf\u00A0»."));
    if (const Result<TableFormat> format = tableFormatOf(output); !format)
        return failureOf(format);
    return output;
}

Result<QDate> dateOf(const CommandContext &context, QDate today)
{
    const QString text = context.value(QStringLiteral("date"));
    if (text.isEmpty())
        return today;
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidArgument,
                    CliTr::tr("« %1 » n'est pas une date : l'écrire AAAA-MM-JJ.").arg(text));
    return date;
}

//! Composes, issues or finds the edition, and sees to its file.
Result<EditionContent> produce(CommandContext &context, const QString &file)
{
    const Result<QDate> date = dateOf(context, context.office().clock().today());
    if (!date)
        return failureOf(date);
    EditionService editions = context.office().editions();
    if (context.isSet(QStringLiteral("issue")))
        return editions.issue(*date, {file});
    Result<EditionContent> content =
        context.isSet(QStringLiteral("draft"))
            ? editions.draft(*date).map([](EditionDraft &&draft) { return draft.content; })
            : editionNamed(editions, context.value(QStringLiteral("edition")));
    if (!content)
        return content;
    if (const Result<> saved = saveEdition(*content, {file}); !saved)
        return failureOf(saved);
    return content;
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
    const Result<QString> file = outputOf(context);
    if (!file)
        return context.fail(file.error());
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<EditionContent> content = produce(context, *file);
    if (!content)
        return context.fail(content.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(editionJson(*content, *file)));
    } else {
        const QString what = content->isDraft() ? CliTr::tr("Projet de tableau")
                                                : CliTr::tr("Édition n° %1").arg(content->label());
        context.print(CliTr::tr("%1 au %2 : %3, %4")
                          .arg(what, shortDate(content->date))
                          .arg(counted(content->rowCount(), CliTr::tr("%1 session"),
                                       CliTr::tr("%1 sessions")))
                          .arg(QDir::toNativeSeparators(*file)));
    }
    return ExitStatus::Done;
}

} // namespace recoupe
