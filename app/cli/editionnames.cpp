// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editionnames.h"

namespace recoupe {

Result<EditionNumber> editionNumber(const QString &text)
{
    if (const auto number = EditionNumber::fromLabel(text))
        return *number;
    return fail(ErrorCode::InvalidArgument,
                CliTr::tr("« %1 » n'est pas un numéro d'édition : l'écrire AAAA-NN, comme "
                          "2026-03.")
                    .arg(text));
}

Result<EditionContent> editionNamed(const EditionService &editions, const QString &name)
{
    const Result<EditionNumber> parts = editionNumber(name);
    if (!parts)
        return failureOf(parts);
    return editions.find(parts->year, parts->number);
}

Result<QDate> editionDate(CommandContext &context)
{
    const QString text = context.value(QStringLiteral("date"));
    if (text.isEmpty())
        return context.office().clock().today();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidArgument,
                    CliTr::tr("« %1 » n'est pas une date : l'écrire AAAA-MM-JJ.").arg(text));
    return date;
}

} // namespace recoupe
