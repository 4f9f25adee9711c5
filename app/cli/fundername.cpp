// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fundername.h"

namespace recoupe {

QString readFunder(const CommandContext &context, std::optional<Funder> &funder)
{
    const QString token = context.value(QStringLiteral("funder"));
    if (token.isEmpty())
        return {};
    funder = funderFromToken(token);
    return funder && *funder != Funder::Other
               ? QString()
               : CliTr::tr("Financeur « %1 » inconnu : donner region, pole-emploi ou agefiph.")
                     .arg(token);
}

} // namespace recoupe
