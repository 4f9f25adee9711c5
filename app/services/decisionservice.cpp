// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/decisionservice.h"

#include "core/textfolding.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <set>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString activationToken(bool active)
{
    return QString::fromUtf16(active ? activeToken : inactiveToken);
}

//! One batch of decisions in one transaction, on the base as it stands in that transaction.
class Batch
{
public:
    Batch(Database &database, const QString &operatorName, QDate today)
        : m_database(database)
        , m_operatorName(operatorName)
        , m_today(today)
    {
    }

    using Decide = std::function<Result<>(Batch &)>;

    Result<DecisionOutcome> run(const Decide &decide)
    {
        const Result<> done = m_database.inTransaction([&]() -> Result<> {
            m_outcome = {};
            m_activatedActions.clear();
            m_batch = QUuid::createUuid().toString(QUuid::WithoutBraces);
            const Result<WorkspacePtr> workspace = loadWorkspace(m_database, m_today);
            if (!workspace)
                return failureOf(workspace);
            m_workspace = *workspace;
            return decide(*this);
        });
        if (!done)
            return failureOf(done);
        return m_outcome;
    }

    const Workspace &workspace() const { return *m_workspace; }

    void refuse(const SessionKey &key, const QString &sentence)
    {
        m_outcome.refused.append({key, sentence});
    }

    //! Appends the decision unless it would change nothing.
    Result<> decide(DecisionSubject subject, DecisionKind kind, const SessionKey &key,
                    const QString &before, const QString &after, const QString &reason)
    {
        if (before == after) {
            ++m_outcome.unchanged;
            return {};
        }
        return record(subject, kind, key, before, after, reason);
    }

    //! Changes a setting unless it is so already.
    Result<> changeSetting(const QString &name, const QString &before, const QString &after,
                           const QString &reason)
    {
        if (before == after) {
            ++m_outcome.unchanged;
            return {};
        }
        return append({.batch = m_batch,
                       .at = Clock::now(),
                       .operatorName = m_operatorName,
                       .subject = DecisionSubject::Setting,
                       .kind = DecisionKind::Setting,
                       .key = {},
                       .setting = name,
                       .before = before,
                       .after = after,
                       .reason = reason});
    }

    //! Activates again what is active: what was submitted since becomes what is verified.
    Result<> verifyAgain(DecisionSubject subject, const SessionKey &key, const QString &reason)
    {
        return record(subject, DecisionKind::Activation, key, activationToken(true),
                      activationToken(true), reason);
    }

    //! An active session under an inactive action is published nowhere, and what it prints of its
    //! action must have been verified too: activating the first activates the second, once a batch.
    Result<> activateActionOf(const CheckedSession &session)
    {
        const StoredAction &action = m_workspace->actionOf(session);
        const QString &numero = action.submitted.numero;
        if (m_activatedActions.contains(numero))
            return {};
        m_activatedActions.append(numero);
        const SessionKey key{numero, {}, {}};
        if (changedSinceVerified(action))
            return verifyAgain(DecisionSubject::Action, key, {});
        if (action.active)
            return {};
        return decide(DecisionSubject::Action, DecisionKind::Activation, key,
                      activationToken(false), activationToken(true), {});
    }

    Result<> append(Decision decision)
    {
        DecisionRepository trail(m_database);
        const Result<qint64> id = trail.append(decision);
        if (!id)
            return failureOf(id);
        decision.id = *id;
        m_outcome.applied.append(std::move(decision));
        return {};
    }

    //! Runs \a each on every session of the list that exists; refuses the others.
    Result<> forEach(const QList<SessionKey> &keys,
                     const std::function<Result<>(const CheckedSession &)> &each)
    {
        std::set<SessionKey> seen;
        for (const SessionKey &key : keys) {
            if (!seen.insert(key).second)
                continue;
            const qsizetype row = m_workspace->indexOf(key);
            if (row < 0) {
                refuse(key, Tr::tr("La session %1 n'existe pas.").arg(key.toString()));
                continue;
            }
            if (Result<> done = each(m_workspace->sessions[row]); !done)
                return done;
        }
        return {};
    }

    const QString &batch() const { return m_batch; }

private:
    Result<> record(DecisionSubject subject, DecisionKind kind, const SessionKey &key,
                    const QString &before, const QString &after, const QString &reason)
    {
        return append({.batch = m_batch,
                       .at = Clock::now(),
                       .operatorName = m_operatorName,
                       .subject = subject,
                       .kind = kind,
                       .key = key,
                       .setting = {},
                       .before = before,
                       .after = after,
                       .reason = reason});
    }

    Database &m_database;
    QString m_operatorName;
    QDate m_today;
    QString m_batch;
    WorkspacePtr m_workspace;
    QStringList m_activatedActions;
    DecisionOutcome m_outcome;
};

//! A reason somebody can read later: "." is none.
QString writtenReason(const QString &reason)
{
    return isPlaceholder(reason) ? QString() : reason.trimmed();
}

//! Why a session cannot be activated; empty when it can.
QString refusalOf(const CheckedSession &session, const QString &reason)
{
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

Result<> activateOne(Batch &batch, const CheckedSession &session, const QString &reason)
{
    const bool isNews = !session.stored.active || session.control == Control::ToReview;
    const QString refusal = isNews ? refusalOf(session, reason) : QString();
    if (!refusal.isEmpty()) {
        batch.refuse(session.key(), refusal);
        return {};
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
        return Tr::tr("La notification « %1 » n'est pas dans la base : l'importer d'abord.")
            .arg(award.market);
    const Funder funder = session.session().funder();
    if (funder == award.funder)
        return {};
    if (funder == Funder::Other)
        return Tr::tr("La session %1 n'est payée par aucun des trois financeurs : elle n'a pas de "
                      "notification.")
            .arg(session.key().session);
    return Tr::tr("La session %1 est payée par un autre financeur (%2) que la notification « %3 » "
                  "(%4) : faire corriger le financeur d'abord.")
        .arg(session.key().session, funderName(funder, workspace.today), award.market,
             funderName(award.funder, workspace.today));
}

QString acceptedToken(const AwardChoice &choice)
{
    return choice.accepted ? choice.accepted->toToken() : QString();
}

//! The inverse of a decision. What the portal changed since stays as the portal says: the undo is
//! then recorded without effect.
Decision inverseOf(const Decision &decision, const Workspace &workspace)
{
    Decision inverse = decision;
    inverse.id = 0;
    inverse.undoes = decision.id;
    inverse.before = decision.after;
    inverse.after = decision.before;
    inverse.reason = Tr::tr("Annulation");
    const qsizetype row = workspace.indexOf(decision.key);
    if (decision.kind == DecisionKind::Recruitment && row >= 0) {
        const QString inForce = toToken(workspace.sessions[row].stored.recruitment);
        if (inForce != decision.after) {
            inverse.before = inForce;
            inverse.after = inForce;
            inverse.reason =
                Tr::tr("Annulation sans effet : l'état a changé depuis sur le portail");
        }
    }
    return inverse;
}

} // namespace

DecisionService::DecisionService(Database &database, QString operatorName, Clock clock)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
{
}

Result<DecisionOutcome> DecisionService::activate(const QList<SessionKey> &sessions,
                                                  const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return activateOne(batch, session, writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::activateConforming()
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([](Batch &batch) -> Result<> {
        for (const CheckedSession &session : batch.workspace().sessions) {
            if (!batch.workspace().isReadyToActivate(session))
                continue;
            if (Result<> done = activateOne(batch, session, {}); !done)
                return done;
        }
        return {};
    });
}

Result<DecisionOutcome> DecisionService::deactivate(const QList<SessionKey> &sessions,
                                                    const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
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
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) -> Result<> {
        const QList<StoredAction> &actions = batch.workspace().actions;
        for (const QString &numero : numeros) {
            const SessionKey key{numero, {}, {}};
            const auto action = std::ranges::find_if(actions, [&](const StoredAction &stored) {
                return stored.submitted.numero == numero;
            });
            if (action == actions.end()) {
                batch.refuse(key, Tr::tr("L'action %1 n'existe pas.").arg(numero));
                continue;
            }
            Result<> done = batch.decide(DecisionSubject::Action, DecisionKind::Activation, key,
                                         activationToken(action->active), activationToken(active),
                                         writtenReason(reason));
            if (!done)
                return done;
        }
        return {};
    });
}

Result<DecisionOutcome> DecisionService::setRecruitment(const QList<SessionKey> &sessions,
                                                        RecruitmentState state,
                                                        const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return batch.decide(DecisionSubject::Session, DecisionKind::Recruitment, session.key(),
                                toToken(session.stored.recruitment), toToken(state),
                                writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::associate(const QList<SessionKey> &sessions,
                                                   const AwardKey &award, const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
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
                                acceptedToken(choice), token, writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::dissociate(const QList<SessionKey> &sessions,
                                                    const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) {
            return batch.decide(DecisionSubject::Session, DecisionKind::Association, session.key(),
                                acceptedToken(session.stored.choice), {}, writtenReason(reason));
        });
    });
}

Result<DecisionOutcome> DecisionService::refuseAward(const QList<SessionKey> &sessions,
                                                     const AwardKey &award, const QString &reason)
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) {
        return batch.forEach(sessions, [&](const CheckedSession &session) -> Result<> {
            const AwardChoice &choice = session.stored.choice;
            const QString token = award.toToken();
            // The one that is refused may stand for the one that was chosen: it replaced it.
            const bool isChosen =
                choice.accepted == award || (session.match.outcome == AwardMatch::Outcome::Chosen &&
                                             batch.workspace().awardOf(session)->key() == award);
            if (isChosen) {
                if (Result<> done =
                        batch.decide(DecisionSubject::Session, DecisionKind::Association,
                                     session.key(), acceptedToken(choice), {}, {});
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
                                                        const QString &reason)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (const QString defect = settingDefect(text.key(), text.value()); !defect.isEmpty())
            return fail(ErrorCode::InvalidArgument, defect);
    }
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) -> Result<> {
        const Result<QMap<QString, QString>> now = SettingRepository(m_database).settings();
        if (!now)
            return failureOf(now);
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            const QString before =
                now->value(text.key(), defaultSetting(text.key()).value_or(QString()));
            if (Result<> done =
                    batch.changeSetting(text.key(), before, text.value(), writtenReason(reason));
                !done)
                return done;
        }
        return {};
    });
}

Result<DecisionOutcome> DecisionService::undo()
{
    return Batch(m_database, m_operatorName, m_clock.today()).run([&](Batch &batch) -> Result<> {
        const Result<QList<Decision>> decisions =
            DecisionRepository(m_database).lastUndoableBatch();
        if (!decisions)
            return failureOf(decisions);
        if (decisions->isEmpty())
            return fail(ErrorCode::NotFound, Tr::tr("Il n'y a aucune décision à annuler."));
        for (auto decision = decisions->rbegin(); decision != decisions->rend(); ++decision) {
            Decision inverse = inverseOf(*decision, batch.workspace());
            inverse.batch = batch.batch();
            inverse.at = Clock::now();
            inverse.operatorName = m_operatorName;
            if (Result<> done = batch.append(std::move(inverse)); !done)
                return done;
        }
        return {};
    });
}

} // namespace recoupe
