// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sessiontask.h"

#include "core/tokentable.h"
#include "models/words.h"
#include "services/editionchecks.h"

namespace recoupe {

namespace {

constexpr int soonDays = 3;

constexpr std::array taskTokens{Token{SessionTask::ToCheck, u"to-check"},
                                Token{SessionTask::Changed, u"changed"},
                                Token{SessionTask::Correction, u"correction"},
                                Token{SessionTask::Overridden, u"overridden"},
                                Token{SessionTask::Gap, u"gap"},
                                Token{SessionTask::Recruitment, u"recruitment"}};
constexpr std::array urgencyTokens{Token{Urgency::Overdue, u"overdue"},
                                   Token{Urgency::Soon, u"soon"}, Token{Urgency::Later, u"later"},
                                   Token{Urgency::None, u"none"}};

//! Nobody said whether it recruits, or it began on a fixed day and recruits still.
bool isRecruitmentStale(const CheckedSession &session, QDate today)
{
    const bool isShown = session.audience.publicPortal || session.audience.proPortal;
    if (session.stored.active && session.stored.recruitment == RecruitmentState::Unknown)
        return true;
    const TrainingSession &published = session.stored.published();
    return isShown && published.entryMode == EntryMode::Fixed && published.start.isKnown() &&
           published.start.latest() < today;
}

} // namespace

QList<SessionTask> tasksOf(const CheckedSession &session, const Workspace &workspace)
{
    QList<SessionTask> tasks;
    if (awaitsDecision(session))
        tasks << SessionTask::ToCheck;
    if (session.control == Control::ToReview)
        tasks << SessionTask::Changed;
    if (workspace.awaitsCorrection(session))
        tasks << SessionTask::Correction;
    if (session.stored.active && session.stored.overridden)
        tasks << SessionTask::Overridden;
    if (hasUnacceptedGap(workspace, session))
        tasks << SessionTask::Gap;
    if (session.session().funder() != Funder::Other && isRecruitmentStale(session, workspace.today))
        tasks << SessionTask::Recruitment;
    return tasks;
}

QString taskFacetName()
{
    return QStringLiteral("task");
}

QString urgencyFacetName()
{
    return QStringLiteral("deadline");
}

QString toToken(SessionTask task)
{
    return tokenOf(taskTokens, task);
}

QString sessionTaskName(SessionTask task)
{
    switch (task) {
    case SessionTask::ToCheck: return ModelsTr::tr("À contrôler");
    case SessionTask::Changed: return ModelsTr::tr("Modifiées depuis validation");
    case SessionTask::Correction: return ModelsTr::tr("Corrections demandées");
    case SessionTask::Overridden: return ModelsTr::tr("Activées malgré un écart");
    case SessionTask::Gap: return ModelsTr::tr("Dans le tableau avec un écart bloquant");
    case SessionTask::Recruitment: break;
    }
    return ModelsTr::tr("Recrutement à actualiser");
}

Urgency urgencyOf(QDate deadline, bool isOpen, QDate today)
{
    if (!isOpen || !deadline.isValid())
        return Urgency::None;
    if (deadline < today)
        return Urgency::Overdue;
    return today.daysTo(deadline) <= soonDays ? Urgency::Soon : Urgency::Later;
}

QString toToken(Urgency urgency)
{
    return tokenOf(urgencyTokens, urgency);
}

QString urgencyName(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Overdue: return ModelsTr::tr("En retard");
    case Urgency::Soon: return ModelsTr::tr("Dans 3 jours");
    case Urgency::Later: return ModelsTr::tr("Plus tard");
    case Urgency::None: break;
    }
    return ModelsTr::tr("Sans échéance");
}

QDate deadlineOf(const CheckedSession &session, const Workspace &workspace)
{
    return session.match.award < 0 ? QDate()
                                   : workspace.checkedAwards.at(session.match.award).deadline;
}

bool awaitsDecision(const CheckedSession &session)
{
    return session.session().funder() != Funder::Other && !session.stored.active &&
           session.control != Control::SetAside;
}

} // namespace recoupe
