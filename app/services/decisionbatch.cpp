// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/decisionbatch.h"

#include "core/clock.h"
#include "services/currentworkspace.h"
#include "services/decidedvalues.h"
#include "services/meanwhile.h"
#include "services/settings.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString nameOf(const Decision &decision)
{
    switch (decision.subject) {
    case DecisionSubject::Session: return Tr::tr("La session %1").arg(decision.key.session);
    case DecisionSubject::Action: return Tr::tr("L'action %1").arg(decision.key.formation);
    case DecisionSubject::Setting: break;
    }
    return Tr::tr("Le réglage « %1 »").arg(decision.setting);
}

//! The same the other way round.
Decision inverseOf(const Decision &decision)
{
    Decision inverse = decision;
    inverse.id = 0;
    inverse.undoes = decision.id;
    inverse.redo = decision.isUndo();
    std::swap(inverse.before, inverse.after);
    inverse.reason = inverse.redo ? Tr::tr("Rétablissement") : Tr::tr("Annulation");
    return inverse;
}

} // namespace

DecisionBatch::DecisionBatch(Database &database, CurrentWorkspace &current, DecisionRequest request,
                             QString operatorName, QDate today)
    : m_database(database)
    , m_current(current)
    , m_request(std::move(request))
    , m_operatorName(std::move(operatorName))
    , m_today(today)
{
}

Result<DecisionOutcome> DecisionBatch::run(const Decide &decide)
{
    if (Result<> caughtUp = m_current.catchUp(m_database, m_today); !caughtUp)
        return failureOf(caughtUp);
    const Result<> done = m_database.inTransaction([&]() -> Result<> {
        m_outcome = {};
        m_activatedActions.clear();
        m_batch = m_request.id.isEmpty() ? DecisionRequest::on({}).id : m_request.id;
        const Result<bool> isDone = readBack();
        if (!isDone || *isDone)
            return isDone.map([](bool) {});
        const Result<WorkspacePtr> workspace = m_current.within(m_database, m_today);
        if (!workspace)
            return failureOf(workspace);
        m_workspace = *workspace;
        return decide(*this);
    });
    if (!done)
        return failureOf(done);
    return m_outcome;
}

//! What a request of this id brought about when it was made before, if it was.
Result<bool> DecisionBatch::readBack()
{
    if (m_request.id.isEmpty())
        return false;
    return DecisionRepository(m_database).batch(m_batch).map([&](const QList<Decision> &events) {
        m_outcome.applied = events;
        m_outcome.wasDoneBefore = !events.isEmpty();
        return m_outcome.wasDoneBefore;
    });
}

const Workspace &DecisionBatch::seen() const
{
    return m_request.seen ? *m_request.seen : *m_workspace;
}

Result<bool> DecisionBatch::isChanged(const CheckedSession &session)
{
    return note(Meanwhile(m_database, m_request.seen.get(), *m_workspace, m_operatorName)
                    .ofSession(session));
}

Result<bool> DecisionBatch::isActionChanged(const QString &numero)
{
    return note(
        Meanwhile(m_database, m_request.seen.get(), *m_workspace, m_operatorName).ofAction(numero));
}

Result<bool> DecisionBatch::isSettingChanged(const QString &name,
                                             const std::optional<QString> &before,
                                             const QString &now, const QString &wanted)
{
    const QString told = m_request.seen ? m_request.seen->settings.toTexts().value(name, now) : now;
    return note(Meanwhile(m_database, m_request.seen.get(), *m_workspace, m_operatorName)
                    .ofSetting(name, before.value_or(told), now, wanted));
}

bool DecisionBatch::isBatchChanged(const QString &field, const QList<Decision> &before,
                                   const QList<Decision> &now)
{
    const Meanwhile meanwhile(m_database, m_request.seen.get(), *m_workspace, m_operatorName);
    const QList<MeanwhileChange> changes = meanwhile.ofBatch(field, before, now);
    m_outcome.meanwhile += changes;
    return !changes.isEmpty();
}

Result<bool> DecisionBatch::note(const Result<QList<MeanwhileChange>> &changes)
{
    return changes.map([&](const QList<MeanwhileChange> &found) {
        m_outcome.meanwhile += found;
        return !found.isEmpty();
    });
}

void DecisionBatch::refuse(const SessionKey &key, const QString &sentence)
{
    m_outcome.refused.append({key, sentence});
}

Result<> DecisionBatch::decide(DecisionSubject subject, DecisionKind kind, const SessionKey &key,
                               const QString &before, const QString &after, const QString &reason)
{
    if (before == after) {
        ++m_outcome.unchanged;
        return {};
    }
    Decision decision = made(subject, kind, before, after, reason);
    decision.key = key;
    return append(std::move(decision));
}

Result<> DecisionBatch::changeSetting(const QString &name, const QString &before,
                                      const QString &after, const QString &reason)
{
    if (before == after) {
        ++m_outcome.unchanged;
        return {};
    }
    Decision decision =
        made(DecisionSubject::Setting, DecisionKind::Setting, before, after, reason);
    decision.setting = name;
    return append(std::move(decision));
}

Result<> DecisionBatch::decideAgain(DecisionSubject subject, DecisionKind kind,
                                    const SessionKey &key, const QString &value,
                                    const QString &reason)
{
    Decision decision = made(subject, kind, value, value, reason);
    decision.key = key;
    return append(std::move(decision));
}

Result<> DecisionBatch::verifyAgain(DecisionSubject subject, const SessionKey &key,
                                    const QString &reason)
{
    return decideAgain(subject, DecisionKind::Activation, key, activationToken(true), reason);
}

Result<> DecisionBatch::activateActionOf(const CheckedSession &session)
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
    return decide(DecisionSubject::Action, DecisionKind::Activation, key, activationToken(false),
                  activationToken(true), {});
}

Result<> DecisionBatch::takeBack(const Decision &decision)
{
    Decision inverse = inverseOf(decision);
    inverse.batch = m_batch;
    inverse.at = Clock::now();
    inverse.operatorName = m_operatorName;
    const Result<QString> now = valueNow(decision);
    if (!now)
        return failureOf(now);
    QString whyNot;
    if (*now != decision.after)
        whyNot = Tr::tr("changement intervenu depuis");
    else if (inverse.after != decision.after && isNeededByOthers(decision))
        whyNot = Tr::tr("d'autres sessions de l'action sont actives");
    if (whyNot.isEmpty())
        return append(std::move(inverse));
    inverse.before = *now;
    inverse.after = *now;
    inverse.reason = Tr::tr("%1 sans effet : %2").arg(inverse.reason, whyNot);
    refuse(decision.key, Tr::tr("%1 reste en l'état : %2.").arg(nameOf(decision), whyNot));
    return enter(std::move(inverse), &DecisionRepository::note);
}

Result<> DecisionBatch::forEach(const QList<SessionKey> &keys,
                                const std::function<Result<>(const CheckedSession &)> &each)
{
    std::set<SessionKey> met;
    for (const SessionKey &key : keys) {
        if (!met.insert(key).second)
            continue;
        const qsizetype row = m_workspace->indexOf(key);
        if (row < 0) {
            refuse(key, Tr::tr("La session %1 n'existe pas.").arg(key.toString()));
            continue;
        }
        const CheckedSession &session = m_workspace->sessions[row];
        const Result<bool> changed = isChanged(session);
        if (!changed)
            return failureOf(changed);
        if (*changed)
            continue;
        if (Result<> done = each(session); !done)
            return done;
    }
    return {};
}

Decision DecisionBatch::made(DecisionSubject subject, DecisionKind kind, const QString &before,
                             const QString &after, const QString &reason) const
{
    Decision decision;
    decision.batch = m_batch;
    decision.at = Clock::now();
    decision.operatorName = m_operatorName;
    decision.subject = subject;
    decision.kind = kind;
    decision.before = before;
    decision.after = after;
    decision.reason = reason;
    return decision;
}

Result<> DecisionBatch::append(Decision decision)
{
    return enter(std::move(decision), &DecisionRepository::append);
}

Result<> DecisionBatch::enter(Decision decision,
                              Result<qint64> (DecisionRepository::*how)(const Decision &))
{
    DecisionRepository trail(m_database);
    const Result<qint64> id = (trail.*how)(decision);
    if (!id)
        return failureOf(id);
    decision.id = *id;
    m_outcome.applied.append(std::move(decision));
    return {};
}

//! An action that was activated along with one session carries those that were activated since.
bool DecisionBatch::isNeededByOthers(const Decision &decision) const
{
    if (decision.subject != DecisionSubject::Action || decision.after != activationToken(true))
        return false;
    return std::ranges::any_of(m_workspace->sessions, [&](const CheckedSession &session) {
        const SessionKey key = session.key();
        const auto isTakenBack = [&](const Decision &applied) {
            return applied.key == key && applied.after == activationToken(false);
        };
        return key.formation == decision.key.formation && session.stored.active &&
               std::ranges::none_of(m_outcome.applied, isTakenBack);
    });
}

//! What holds in the base of what was decided, as the trail words it.
Result<QString> DecisionBatch::valueNow(const Decision &decision) const
{
    if (decision.subject == DecisionSubject::Setting) {
        return SettingRepository(m_database).settings().map([&](const auto &settings) {
            return settings.value(decision.setting,
                                  standardSetting(decision.setting).value_or(QString()));
        });
    }
    if (decision.subject == DecisionSubject::Action) {
        const qsizetype action = m_workspace->indexOfAction(decision.key.formation);
        return activationToken(action >= 0 && m_workspace->actions[action].active);
    }
    const qsizetype row = m_workspace->indexOf(decision.key);
    if (row < 0)
        return QString();
    const StoredSession &stored = m_workspace->sessions[row].stored;
    if (decision.kind != DecisionKind::Refusal)
        return valueOf(stored, decision.kind);
    const QString token = decision.after.isEmpty() ? decision.before : decision.after;
    const auto isIt = [&](const AwardKey &award) { return award.toToken() == token; };
    return std::ranges::any_of(stored.choice.refused, isIt) ? token : QString();
}

} // namespace recoupe
