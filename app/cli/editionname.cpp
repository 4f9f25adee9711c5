// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editionname.h"

#include "cli/command.h"

#include <QRegularExpression>

namespace recoupe {

Result<EditionContent> editionNamed(const EditionService &editions, const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})-(\\d{1,3})$"));
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return fail(ErrorCode::InvalidArgument,
                    CliTr::tr("« %1 » n'est pas un numéro d'édition : l'écrire AAAA-NN, comme "
                              "2026-03.")
                        .arg(name));
    return editions.find(match.captured(1).toInt(), match.captured(2).toInt());
}

} // namespace recoupe
