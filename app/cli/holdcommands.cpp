// SPDX-License-Identifier: GPL-3.0-or-later
// Who works on which session.
#include "cli/command.h"
#include "cli/sessionnames.h"
#include "core/counted.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace recoupe {

namespace {

QJsonObject outcomeJson(const HoldOutcome &outcome)
{
    QJsonArray changed;
    for (const SessionKey &key : outcome.changed)
        changed.append(key.session);
    QJsonArray refused;
    for (const Refusal &refusal : outcome.refused) {
        refused.append(QJsonObject{{QStringLiteral("id"), refusal.key.session},
                                   {QStringLiteral("message"), refusal.sentence}});
    }
    return {{QStringLiteral("changed"), changed},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("unchanged"), outcome.unchanged}};
}

using OnSessions = std::function<Result<HoldOutcome>(HoldService, const QList<SessionKey> &)>;

ExitStatus changeHolds(CommandContext &context, const OnSessions &change)
{
    if (context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Nommer au moins une session."));
    const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
    if (!keys)
        return context.fail(keys.error());
    const Result<HoldOutcome> outcome = change(context.office().holds(), *keys);
    if (!outcome)
        return context.fail(outcome.error());
    for (const Refusal &refusal : outcome->refused)
        context.say(refusal.sentence);
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(outcomeJson(*outcome)));
    } else {
        context.print(counted(outcome->changed.size(), CliTr::tr("%1 session changée"),
                              CliTr::tr("%1 sessions changées")));
    }
    return outcome->refused.isEmpty() ? ExitStatus::Done : ExitStatus::DoneWithRemarks;
}

} // namespace

ExitStatus runHold(CommandContext &context)
{
    const bool takesOver = context.isSet(QStringLiteral("take-over"));
    return changeHolds(context, [takesOver](HoldService holds, const QList<SessionKey> &keys) {
        return holds.take(keys, takesOver);
    });
}

ExitStatus runRelease(CommandContext &context)
{
    return changeHolds(context, [](HoldService holds, const QList<SessionKey> &keys) {
        return holds.release(keys);
    });
}

} // namespace recoupe
