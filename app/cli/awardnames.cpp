// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/awardnames.h"

#include "cli/command.h"

namespace recoupe {

Result<AwardKey> awardNamed(const Workspace &workspace, Funder funder, const QString &name)
{
    const auto isNamed = [&name](const AwardKey &key) {
        return MarketNumber(name).normalized() == key.market ||
               (!key.lot.isEmpty() &&
                MarketNumber(name.section(u'/', 0, 0)).normalized() == key.market &&
                name.section(u'/', 1) == key.lot);
    };
    QList<AwardKey> found;
    for (const AwardNotification &award : workspace.awards) {
        if (award.funder == funder && isNamed(award.key()))
            found << award.key();
    }
    if (found.isEmpty()) {
        return fail(
            ErrorCode::NotFound,
            CliTr::tr("Aucune notification de ce financeur ne porte le numéro « %1 ».").arg(name));
    }
    if (found.size() > 1) {
        QStringList lots;
        for (const AwardKey &key : found)
            lots << key.market + u'/' + key.lot;
        return fail(ErrorCode::AmbiguousName,
                    CliTr::tr("Plusieurs notifications portent le numéro « %1 » ; en nommer une "
                              "avec son lot : %2.")
                        .arg(name, lots.join(QLatin1String(", "))));
    }
    return found.first();
}

} // namespace recoupe
