// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/decisionoutcome.h"
#include "services/decisionrequest.h"

#include <functional>

namespace recoupe {

class CurrentWorkspace;
class DecisionRepository;

//! One batch of decisions in one transaction, on the base as it stands in that transaction.
class DecisionBatch
{
public:
    DecisionBatch(Database &database, CurrentWorkspace &current, DecisionRequest request,
                  QString operatorName, QDate today);

    using Decide = std::function<Result<>(DecisionBatch &)>;

    //! Brings the workspace up to date and lets \a decide enter its decisions; all of them hold, or
    //! none. A request that was done before is not done again: its outcome is what it was then.
    [[nodiscard]] Result<DecisionOutcome> run(const Decide &decide);

    [[nodiscard]] const Workspace &workspace() const { return *m_workspace; }

    //! What the operator saw; the same as workspace() for who takes the base as it is.
    [[nodiscard]] const Workspace &seen() const;

    void refuse(const SessionKey &key, const QString &sentence);
    //! Whether something is not what the operator saw any more: it is then not to be decided on,
    //! and what differs is in the outcome.
    [[nodiscard]] Result<bool> isChanged(const CheckedSession &session);
    [[nodiscard]] Result<bool> isActionChanged(const QString &numero);
    //! \a before: the text that the operator saw; nothing where the workspace tells it. One that is
    //! what is \a wanted already is not changed.
    [[nodiscard]] Result<bool> isSettingChanged(const QString &name,
                                                const std::optional<QString> &before,
                                                const QString &now, const QString &wanted);
    //! Whether \a now, which is to be taken back, is another batch than the operator saw: \a field.
    [[nodiscard]] bool isBatchChanged(const QString &field, const QList<Decision> &before,
                                      const QList<Decision> &now);
    //! Appends the decision unless it would change nothing.
    [[nodiscard]] Result<> decide(DecisionSubject subject, DecisionKind kind, const SessionKey &key,
                                  const QString &before, const QString &after,
                                  const QString &reason);
    //! Changes a setting unless it is so already.
    [[nodiscard]] Result<> changeSetting(const QString &name, const QString &before,
                                         const QString &after, const QString &reason);
    //! Appends a decision for what holds already: it now speaks of the last submission.
    [[nodiscard]] Result<> decideAgain(DecisionSubject subject, DecisionKind kind,
                                       const SessionKey &key, const QString &value,
                                       const QString &reason);
    //! Activates again what is active: what was submitted since becomes what is verified.
    [[nodiscard]] Result<> verifyAgain(DecisionSubject subject, const SessionKey &key,
                                       const QString &reason);
    //! An active session under an inactive action is published nowhere, and what it prints of its
    //! action must have been verified too: activating the first activates the second, once a batch.
    [[nodiscard]] Result<> activateActionOf(const CheckedSession &session);
    //! Brings back what held before the decision. What was changed otherwise since stays as it is:
    //! that is noted in the trail, and refused.
    [[nodiscard]] Result<> takeBack(const Decision &decision);
    //! Runs \a each on every session of the list that exists and is what the operator saw; refuses
    //! the others.
    [[nodiscard]] Result<> forEach(const QList<SessionKey> &keys,
                                   const std::function<Result<>(const CheckedSession &)> &each);

private:
    [[nodiscard]] Decision made(DecisionSubject subject, DecisionKind kind, const QString &before,
                                const QString &after, const QString &reason) const;
    [[nodiscard]] Result<> append(Decision decision);
    [[nodiscard]] Result<> enter(Decision decision,
                                 Result<qint64> (DecisionRepository::*how)(const Decision &));
    [[nodiscard]] Result<QString> valueNow(const Decision &decision) const;
    [[nodiscard]] Result<bool> readBack();
    [[nodiscard]] Result<bool> note(const Result<QList<MeanwhileChange>> &changes);
    [[nodiscard]] bool isNeededByOthers(const Decision &decision) const;

    Database &m_database;
    CurrentWorkspace &m_current;
    DecisionRequest m_request;
    QString m_operatorName;
    QDate m_today;
    QString m_batch;
    WorkspacePtr m_workspace;
    QStringList m_activatedActions;
    DecisionOutcome m_outcome;
};

} // namespace recoupe
