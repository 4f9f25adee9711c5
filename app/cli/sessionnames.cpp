// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessionnames.h"

#include "cli/command.h"

#include <QHash>

namespace recoupe {

Result<QList<SessionKey>> sessionsNamed(BackOffice &office, const QStringList &names)
{
    const Result<WorkspacePtr> workspace = office.workspace();
    if (!workspace)
        return failureOf(workspace);
    QMultiHash<QString, SessionKey> known;
    for (const CheckedSession &session : (*workspace)->sessions) {
        known.insert(session.key().session, session.key());
        known.insert(session.key().toString(), session.key());
    }
    QList<SessionKey> keys;
    for (const QString &name : names) {
        const QList<SessionKey> found = known.values(name);
        if (found.isEmpty())
            return fail(ErrorCode::NotFound,
                        CliTr::tr("La session « %1 » n'existe pas dans la base.").arg(name));
        if (found.size() > 1) {
            QStringList full;
            for (const SessionKey &key : found)
                full << key.toString();
            return fail(ErrorCode::AmbiguousName,
                        CliTr::tr("Plusieurs sessions portent le numéro « %1 » ; la nommer en "
                                  "entier : %2.")
                            .arg(name, full.join(QLatin1String(", "))));
        }
        keys.append(found.first());
    }
    return keys;
}

} // namespace recoupe
