// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/decisionservice.h"

#include "core/textfolding.h"
#include "services/decidedvalues.h"
#include "services/settings.h"
#include "storage/decisionrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! A reason somebody can read later: "." is none.
QString writtenReason(const QString &reason)
{
    return isPlaceholder(reason) ? QString() : reason.trimmed();
}

//! Why a session cannot be activated; empty when it can.
QString refusalOf(const CheckedSession &session, const QString &reason)
{
    if (session.control == Control::SetAside)
        return Tr::tr("La session %1 est écartée (%2) : la remettre dans la file d'abord.")
            .arg(session.key().session, returnReasonName(session.stored.aside->reason).toLower());
    if (session.session().funder() == Funder::Other)
        return Tr::tr("La session %1 n'est payée par aucun des trois financeurs : le Carif ne "
                      "l'active pas, le portail décide de sa diffusion.")
            .arg(session.key().session);
    if (!session.isBlocked() || !reason.isEmpty())
        return {};
    QStringList sentences;
    for (const Finding &finding : session.findings) {
        if (finding.severity == Severity::Blocking)
            sentences << finding.message;
    }
    return Tr::tr(
               "La session %1 n'est pas activée. %2 Pour l'activer malgré tout, donner un motif.")
        .arg(session.key().session, sentences.join(u' '));
}

Result<> takeUpOne(DecisionBatch &batch, const CheckedSession &session, const QString &reason)
{
    return batch.decide(DecisionSubject::Session, DecisionKind::SetAside, session.key(),
                        valueOf(session.stored, DecisionKind::SetAside), {}, reason);
}

//! What is published is taken back first: what nobody looks at any more must not stand.
Result<> setAsideOne(DecisionBatch &batch, const CheckedSession &session, ReturnReason why,
                     const QString &reason)
{
    if (session.stored.active) {
        Result<> done =
            batch.decide(DecisionSubject::Session, DecisionKind::Activation, session.key(),
                         activationToken(true), activationToken(false), reason);
        if (!done)
            return done;
    }
    const QString before = valueOf(session.stored, DecisionKind::SetAside);
    if (before == toToken(why) && session.control != Control::SetAside)
        return batch.decideAgain(DecisionSubject::Session, DecisionKind::SetAside, session.key(),
                                 before, reason); // what it has become since
    return batch.decide(DecisionSubject::Session, DecisionKind::SetAside, session.key(), before,
                        toToken(why), reason);
}

Result<> activateOne(DecisionBatch &batch, const CheckedSession &session, const QString &reason)
{
    const bool isNews = !session.stored.active || session.control == Control::ToReview;
    const QString refusal = isNews ? refusalOf(session, reason) : QString();
    if (!refusal.isEmpty()) {
        batch.refuse(session.key(), refusal);
        return {};
    }
    if (session.stored.aside) {
        if (Result<> done = takeUpOne(batch, session, {}); !done)
            return done;
    }
    if (Result<> done = batch.activateActionOf(session); !done)
        return done;
    if (changedSinceVerified(session.stored))
        return batch.verifyAgain(DecisionSubject::Session, session.key(), reason);
    return batch.decide(DecisionSubject::Session, DecisionKind::Activation, session.key(),
                        activationToken(session.stored.active), activationToken(true), reason);
}

//! Why a notification cannot be made a session's; empty when it can.
QString refusalOf(const CheckedSession &session, const AwardKey &award, const Workspace &workspace)
{
    if (workspace.indexOf(award) < 0)
        return Tr::tr("La notification « %1 » n'est pas dans la base : l'importer d'abord.")
            .arg(award.market);
    const Funder funder = session.session().funder();
    if (funder == award.funder)
        return {};
    if (funder == Funder::Other)
        return Tr::tr("La session %1 n'est payée par aucun des trois financeurs : elle n'a pas de "
                      "notification.")
            .arg(session.key().session);
    return Tr::tr("La session %1 est payée par un autre financeur (%2) que la notification « %3 » "
                  "(%4) : faire corriger le financeur d'abord.")
        .arg(session.key().session, funderName(funder, workspace.today), award.market,
             funderName(award.funder, workspace.today));
}

//! The text of a setting, the program's own where none was given.
QString standing(const QMap<QString, QString> &settings, const QString &name)
{
    return settings.value(name, standardSetting(name).value_or(QString()));
}

//! Whether one of the settings is not what was seen; all that are not are in the outcome.
Result<bool> areSettingsChanged(DecisionBatch &batch, const QMap<QString, QString> &now,
                                const QMap<QString, QString> &wanted,
                                const QMap<QString, QString> &seen)
{
    bool areChanged = false;
    for (auto text = wanted.begin(); text != wanted.end(); ++text) {
        const QString &name = text.key();
        const auto shown = seen.contains(name) ? std::optional(seen[name]) : std::nullopt;
        const Result<bool> isChanged =
            batch.isSettingChanged(name, shown, standing(now, name), *text);
        if (!isChanged)
            return isChanged;
        areChanged = areChanged || *isChanged;
    }
    return areChanged;
}

} // namespace

DecisionService::DecisionService(Database &database, CurrentWorkspace &current,
                                 DecisionRequest request, QString operatorName, Clock clock)
    : m_database(database)
    , m_current(current)
    , m_request(std::move(request))
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
{
}

Result<DecisionOutcome> DecisionService::activate(const QList<SessionKey> &sessions,
                                                  const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return activateOne(batch, session, writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::activateConforming()
{
    return run([](DecisionBatch &batch) {
        QList<SessionKey> ready;
        for (const CheckedSession &session : batch.seen().sessions) {
            if (batch.seen().isReadyToActivate(session))
                ready << session.key();
        }
        return batch.forEach(ready, [&](const CheckedSession &session) {
            return batch.workspace().isReadyToActivate(session) ? activateOne(batch, session, {})
                                                                : Result<>();
        });
    });
}

Result<DecisionOutcome> DecisionService::deactivate(const QList<SessionKey> &sessions,
                                                    const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return batch.decide(DecisionSubject::Session, DecisionKind::Activation, session.key(),
                                activationToken(session.stored.active), activationToken(false),
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::setActionsActive(const QStringList &numeros, bool active,
                                                          const QString &reason)
{
    return run([&](DecisionBatch &batch) -> Result<> {
        for (const QString &numero : numeros) {
            const SessionKey key{numero, {}, {}};
            const qsizetype action = batch.workspace().indexOfAction(numero);
            if (action < 0) {
                batch.refuse(key, Tr::tr("L'action %1 n'existe pas.").arg(numero));
                continue;
            }
            const Result<bool> changed = batch.isActionChanged(numero);
            if (!changed)
                return failureOf(changed);
            if (*changed)
                continue;
            Result<> done = batch.decide(DecisionSubject::Action, DecisionKind::Activation, key,
                                         activationToken(batch.workspace().actions[action].active),
                                         activationToken(active), writtenReason(reason));
            if (!done)
                return done;
        }
        return {};
    });
}

Result<DecisionOutcome> DecisionService::setAside(const QList<SessionKey> &sessions,
                                                  ReturnReason why, const QString &reason)
{
    const QString words = writtenReason(reason);
    if (why == ReturnReason::Other && words.isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("« Autre » ne dit rien : écrire pourquoi les sessions sont écartées."));
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return setAsideOne(batch, session, why, words);
        });
    });
}

Result<DecisionOutcome> DecisionService::takeUp(const QList<SessionKey> &sessions,
                                                const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return takeUpOne(batch, session, writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::setRecruitment(const QList<SessionKey> &sessions,
                                                        RecruitmentState state,
                                                        const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return batch.decide(DecisionSubject::Session, DecisionKind::Recruitment, session.key(),
                                valueOf(session.stored, DecisionKind::Recruitment), toToken(state),
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::associate(const QList<SessionKey> &sessions,
                                                   const AwardKey &award, const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) -> Result<> {
            if (const QString refusal = refusalOf(session, award, batch.workspace());
                !refusal.isEmpty()) {
                batch.refuse(session.key(), refusal);
                return {};
            }
            const AwardChoice &choice = session.stored.choice;
            const QString token = award.toToken();
            if (choice.refused.contains(award)) {
                if (Result<> done = batch.decide(DecisionSubject::Session, DecisionKind::Refusal,
                                                 session.key(), token, {}, {});
                    !done)
                    return done;
            }
            return batch.decide(DecisionSubject::Session, DecisionKind::Association, session.key(),
                                valueOf(session.stored, DecisionKind::Association), token,
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::dissociate(const QList<SessionKey> &sessions,
                                                    const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return batch.decide(DecisionSubject::Session, DecisionKind::Association, session.key(),
                                valueOf(session.stored, DecisionKind::Association), {},
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::refuseAward(const QList<SessionKey> &sessions,
                                                     const AwardKey &award, const QString &reason)
{
    return run([&](DecisionBatch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) -> Result<> {
            const AwardChoice &choice = session.stored.choice;
            const QString token = award.toToken();
            // The one that is refused may stand for the one that was chosen: it replaced it.
            const bool isChosen =
                choice.accepted == award || (session.match.outcome == AwardMatch::Outcome::Chosen &&
                                             batch.workspace().awardOf(session)->key() == award);
            if (isChosen) {
                if (Result<> done = batch.decide(
                        DecisionSubject::Session, DecisionKind::Association, session.key(),
                        valueOf(session.stored, DecisionKind::Association), {}, {});
                    !done)
                    return done;
            }
            return batch.decide(DecisionSubject::Session, DecisionKind::Refusal, session.key(),
                                choice.refused.contains(award) ? token : QString(), token,
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::changeSettings(const QMap<QString, QString> &texts,
                                                        const QString &reason,
                                                        const QMap<QString, QString> &seen)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (const QString defect = settingFault(text.key(), text.value()); !defect.isEmpty())
            return fail(ErrorCode::InvalidArgument, defect);
    }
    return run([&](DecisionBatch &batch) -> Result<> {
        const Result<QMap<QString, QString>> now = SettingRepository(m_database).settings();
        if (!now)
            return failureOf(now);
        const Result<bool> changed = areSettingsChanged(batch, *now, texts, seen);
        if (!changed || *changed)
            return changed.map([](bool) {});
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            if (Result<> done = batch.changeSetting(text.key(), standing(*now, text.key()),
                                                    text.value(), writtenReason(reason));
                !done)
                return done;
        }
        return {};
    });
}

Result<DecisionOutcome> DecisionService::undo()
{
    return takeBack(
        &DecisionRepository::lastUndoableBatch, Tr::tr("Il n'y a aucune décision à annuler."),
        [](DecisionBatch &batch, const QList<Decision> &now) {
            return batch.isBatchChanged(Tr::tr("Décision à annuler"), batch.seen().undoable, now);
        });
}

Result<DecisionOutcome> DecisionService::undoBatch(const QString &batch)
{
    return takeBack([&](const DecisionRepository &trail) { return trail.undoableBatch(batch); },
                    Tr::tr("Le lot « %1 » est déjà annulé, ou il n'existe pas.").arg(batch));
}

Result<DecisionOutcome> DecisionService::redo()
{
    return takeBack(&DecisionRepository::lastRedoableBatch,
                    Tr::tr("Il n'y a aucune annulation à reprendre."),
                    [](DecisionBatch &batch, const QList<Decision> &now) {
                        return batch.isBatchChanged(Tr::tr("Annulation à reprendre"),
                                                    batch.seen().redoable, now);
                    });
}

Result<DecisionOutcome> DecisionService::run(const DecisionBatch::Decide &decide)
{
    return DecisionBatch(m_database, m_current, m_request, m_operatorName, m_clock.today())
        .run(decide);
}

Result<DecisionOutcome> DecisionService::takeBack(const FindDecisions &find, const QString &none,
                                                  const AreOthers &areOthers)
{
    return run([&](DecisionBatch &batch) -> Result<> {
        const Result<QList<Decision>> decisions = find(DecisionRepository(m_database));
        if (!decisions)
            return failureOf(decisions);
        if (decisions->isEmpty())
            return fail(ErrorCode::NotFound, none);
        if (areOthers && areOthers(batch, *decisions))
            return {};
        for (auto decision = decisions->rbegin(); decision != decisions->rend(); ++decision) {
            if (Result<> done = batch.takeBack(*decision); !done)
                return done;
        }
        return {};
    });
}

} // namespace recoupe
