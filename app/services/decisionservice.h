// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "services/decisionbatch.h"
#include "storage/decisionrepository.h"

#include <functional>

namespace recoupe {

//! Decisions of one operator, each request one transaction, one batch, one undo. What somebody else
//! changed since the operator saw it is not decided on: DecisionOutcome::meanwhile.
class DecisionService
{
public:
    //! \a current: what was last read of the base, which is brought up to date. A request with an
    //! id is for one call.
    DecisionService(Database &database, CurrentWorkspace &current, DecisionRequest request,
                    QString operatorName, Clock clock);

    //! Activates sessions, and their actions with them. A session with a blocking finding is
    //! refused unless a reason is given; so is one of another funder.
    [[nodiscard]] Result<DecisionOutcome> activate(const QList<SessionKey> &sessions,
                                                   const QString &reason = {});
    //! Every session of which Workspace::isReadyToActivate() holds, and held when it was seen.
    [[nodiscard]] Result<DecisionOutcome> activateConforming();
    [[nodiscard]] Result<DecisionOutcome> deactivate(const QList<SessionKey> &sessions,
                                                     const QString &reason = {});
    //! The toggle on whole actions, by numero; their sessions keep their own.
    [[nodiscard]] Result<DecisionOutcome> setActionsActive(const QStringList &numeros, bool active,
                                                           const QString &reason = {});
    //! Takes sessions out of the queue, and back from where they are published. A session that the
    //! portal changes afterwards is to be reviewed.
    [[nodiscard]] Result<DecisionOutcome> setAside(const QList<SessionKey> &sessions,
                                                   ReturnReason why, const QString &reason = {});
    //! Brings sessions that were set aside back into the queue; they stay inactive.
    [[nodiscard]] Result<DecisionOutcome> takeUp(const QList<SessionKey> &sessions,
                                                 const QString &reason = {});
    [[nodiscard]] Result<DecisionOutcome> setRecruitment(const QList<SessionKey> &sessions,
                                                         RecruitmentState state,
                                                         const QString &reason = {});
    //! Makes a notification the session's, whatever its number; what was associated before gives
    //! way, a refusal of the same one too. Refused where the notification is not known or another
    //! funder's.
    [[nodiscard]] Result<DecisionOutcome>
    associate(const QList<SessionKey> &sessions, const AwardKey &award, const QString &reason = {});
    //! Forgets the association: the market number decides again.
    [[nodiscard]] Result<DecisionOutcome> dissociate(const QList<SessionKey> &sessions,
                                                     const QString &reason = {});
    //! "Not this one": the notification is proposed for these sessions no more, and does not match
    //! them even under their number.
    [[nodiscard]] Result<DecisionOutcome> refuseAward(const QList<SessionKey> &sessions,
                                                      const AwardKey &award,
                                                      const QString &reason = {});
    //! Changes settings, by name, all or none: those of one request belong together, as an address
    //! and how to reach it. InvalidArgument when one of them is none or its text no value of it; in
    //! DecisionOutcome::meanwhile where one is not what was seen. \a seen: the texts that the
    //! operator saw, where those of the request's workspace do not tell.
    [[nodiscard]] Result<DecisionOutcome> changeSettings(const QMap<QString, QString> &texts,
                                                         const QString &reason = {},
                                                         const QMap<QString, QString> &seen = {});
    //! Takes back the newest batch that still stands; NotFound when there is none. What was changed
    //! otherwise since, by an operator or by the portal, stays as it is and is among the refused.
    [[nodiscard]] Result<DecisionOutcome> undo();
    //! The same for any batch that is no undo.
    [[nodiscard]] Result<DecisionOutcome> undoBatch(const QString &batch);
    //! Takes back the newest undo, unless something was decided since; NotFound when there is none.
    [[nodiscard]] Result<DecisionOutcome> redo();

private:
    using FindDecisions = std::function<Result<QList<Decision>>(const DecisionRepository &)>;
    //! Whether those are others than the operator saw.
    using AreOthers = std::function<bool(DecisionBatch &, const QList<Decision> &)>;

    [[nodiscard]] Result<DecisionOutcome> run(const DecisionBatch::Decide &decide);
    [[nodiscard]] Result<DecisionOutcome> takeBack(const FindDecisions &find, const QString &none,
                                                   const AreOthers &areOthers = {});

    Database &m_database;
    CurrentWorkspace &m_current;
    DecisionRequest m_request;
    QString m_operatorName;
    Clock m_clock;
};

} // namespace recoupe
