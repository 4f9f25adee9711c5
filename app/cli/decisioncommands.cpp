// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/decisioncommands.h"

#include "cli/awardnames.h"
#include "cli/jsonresults.h"
#include "cli/sessionnames.h"
#include "core/counted.h"
#include "domain/returnreason.h"
#include "services/words.h"

namespace recoupe {

ExitStatus concludeDecision(const CommandContext &context, const Result<DecisionOutcome> &outcome)
{
    if (!outcome)
        return context.fail(outcome.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(outcomeJson(*outcome)));
    } else {
        for (const Refusal &refusal : outcome->refused)
            context.say(refusal.sentence);
        context.print(QStringList{
            counted(outcome->applied.size(), CliTr::tr("%1 décision enregistrée"),
                    CliTr::tr("%1 décisions enregistrées")),
            counted(outcome->unchanged, CliTr::tr("%1 déjà prise"), CliTr::tr("%1 déjà prises")),
            counted(outcome->refused.size(), CliTr::tr("%1 refusée"), CliTr::tr("%1 refusées"))}
                          .join(QLatin1String(", ")));
    }
    return outcome->refused.isEmpty() ? ExitStatus::Done : ExitStatus::DoneWithRemarks;
}

namespace {

ExitStatus toggle(CommandContext &context, bool active)
{
    const QString reason = context.value(QStringLiteral("reason"));
    const bool conforming = active && context.isSet(QStringLiteral("conforming"));
    if (conforming != context.arguments().isEmpty())
        return context.misuse(
            active
                ? CliTr::tr("Nommer des sessions, ou bien « --conforming » pour toutes celles qui "
                            "sont conformes.")
                : CliTr::tr("Nommer au moins une session."));
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    DecisionService decisions = context.office().decisions();
    if (conforming)
        return concludeDecision(context, decisions.activateConforming());
    if (context.isSet(QStringLiteral("action")))
        return concludeDecision(context,
                                decisions.setActionsActive(context.arguments(), active, reason));
    const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
    if (!keys)
        return context.fail(keys.error());
    return concludeDecision(context, active ? decisions.activate(*keys, reason)
                                            : decisions.deactivate(*keys, reason));
}

} // namespace

ExitStatus runActivate(CommandContext &context)
{
    return toggle(context, true);
}

ExitStatus runDeactivate(CommandContext &context)
{
    return toggle(context, false);
}

ExitStatus runRecruitment(CommandContext &context)
{
    if (context.arguments().size() != 2)
        return context.misuse(CliTr::tr("Donner une session et son état de recrutement."));
    const std::optional<RecruitmentState> state = recruitmentFromToken(context.arguments().at(1));
    if (!state || *state == RecruitmentState::Unknown)
        return context.misuse(
            CliTr::tr("État de recrutement « %1 » inconnu : donner open, suspended "
                      "ou closed.")
                .arg(context.arguments().at(1)));
    const Result<QList<SessionKey>> keys =
        sessionsNamed(context.office(), {context.arguments().first()});
    if (!keys)
        return context.fail(keys.error());
    return concludeDecision(context, context.office().decisions().setRecruitment(
                                         *keys, *state, context.value(QStringLiteral("reason"))));
}

namespace {

using OnAward = Result<DecisionOutcome> (DecisionService::*)(const QList<SessionKey> &,
                                                             const AwardKey &, const QString &);

//! Runs \a decide on the session and the notification that the arguments name.
ExitStatus decideOnAward(CommandContext &context, OnAward decide)
{
    if (context.arguments().size() != 2)
        return context.misuse(CliTr::tr("Donner une session et le numéro de marché d'une "
                                        "notification."));
    const Result<QList<SessionKey>> keys =
        sessionsNamed(context.office(), {context.arguments().first()});
    if (!keys)
        return context.fail(keys.error());
    const Result<WorkspacePtr> workspace = context.office().workspace();
    if (!workspace)
        return context.fail(workspace.error());
    const Workspace &base = **workspace;
    const Funder funder = base.sessions.at(base.indexOf(keys->first())).session().funder();
    const Result<AwardKey> award = awardNamed(base, funder, context.arguments().at(1));
    if (!award)
        return context.fail(award.error());
    DecisionService decisions = context.office().decisions();
    return concludeDecision(
        context, (decisions.*decide)(*keys, *award, context.value(QStringLiteral("reason"))));
}

} // namespace

ExitStatus runAssociate(CommandContext &context)
{
    if (!context.isSet(QStringLiteral("none")))
        return decideOnAward(context, &DecisionService::associate);
    const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
    if (!keys)
        return context.fail(keys.error());
    if (keys->isEmpty())
        return context.misuse(CliTr::tr("Nommer au moins une session."));
    return concludeDecision(context, context.office().decisions().dissociate(
                                         *keys, context.value(QStringLiteral("reason"))));
}

ExitStatus runRefuse(CommandContext &context)
{
    return decideOnAward(context, &DecisionService::refuseAward);
}

namespace {

using OnSessions = std::function<Result<DecisionOutcome>(const QList<SessionKey> &)>;

//! Runs \a decide on the sessions that the arguments name.
ExitStatus decideOnSessions(CommandContext &context, const OnSessions &decide)
{
    if (context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Nommer au moins une session."));
    const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
    return keys ? concludeDecision(context, decide(*keys)) : context.fail(keys.error());
}

} // namespace

ExitStatus runSetAside(CommandContext &context)
{
    const QString token = context.value(QStringLiteral("why"));
    const std::optional<ReturnReason> why = returnReasonFromToken(token);
    if (!why) {
        QStringList known;
        for (const ReturnReason reason : returnReasons)
            known << toToken(reason);
        return context.misuse(
            CliTr::tr("Raison « %1 » inconnue. Donner avec --why l'une de celles-ci : %2.")
                .arg(token, known.join(u", ")));
    }
    return decideOnSessions(context, [&](const QList<SessionKey> &keys) {
        return context.office().decisions().setAside(keys, *why,
                                                     context.value(QStringLiteral("reason")));
    });
}

ExitStatus runTakeUp(CommandContext &context)
{
    return decideOnSessions(context, [&](const QList<SessionKey> &keys) {
        return context.office().decisions().takeUp(keys, context.value(QStringLiteral("reason")));
    });
}

ExitStatus runNote(CommandContext &context)
{
    if (context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Nommer une session."));
    const Result<QList<SessionKey>> keys =
        sessionsNamed(context.office(), {context.arguments().first()});
    if (!keys)
        return context.fail(keys.error());
    if (context.arguments().size() == 2) {
        const Result<Note> note =
            context.office().notes().add(keys->first(), context.arguments().last());
        if (!note)
            return context.fail(note.error());
    }
    const Result<WorkspacePtr> workspace = context.office().workspace();
    if (!workspace)
        return context.fail(workspace.error());
    const Workspace &base = **workspace;
    const QList<Note> &notes = base.sessions.at(base.indexOf(keys->first())).notes;
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(notesJson(notes)));
        return ExitStatus::Done;
    }
    for (const Note &note : notes)
        context.print(noteInWords(note));
    return ExitStatus::Done;
}

ExitStatus runUndo(CommandContext &context)
{
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    DecisionService decisions = context.office().decisions();
    return concludeDecision(context, context.arguments().isEmpty()
                                         ? decisions.undo()
                                         : decisions.undoBatch(context.arguments().first()));
}

ExitStatus runRedo(CommandContext &context)
{
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    return concludeDecision(context, context.office().decisions().redo());
}

} // namespace recoupe
