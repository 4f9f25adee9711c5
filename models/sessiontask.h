// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <array>

namespace recoupe {

//! What a session asks of an operator. It may ask for several things, or for nothing.
enum class SessionTask
{
    ToCheck,     //!< of one of the three funders, neither active nor set aside
    Changed,     //!< the portal changed what was decided on
    Correction,  //!< the organisation was asked to mend it and has not answered
    Overridden,  //!< active in spite of a blocking finding
    Gap,         //!< in the table with a blocking finding that nobody accepted
    Recruitment, //!< published with a recruitment state that can hardly be true any more
};

//! In the order in which they are offered.
inline constexpr std::array sessionTasks{SessionTask::ToCheck,    SessionTask::Changed,
                                         SessionTask::Correction, SessionTask::Overridden,
                                         SessionTask::Gap,        SessionTask::Recruitment};

[[nodiscard]] QList<SessionTask> tasksOf(const CheckedSession &session, const Workspace &workspace);
//! Stable, kept in the settings.
[[nodiscard]] QString toToken(SessionTask task);
//! Of the facets in which tables offer them.
[[nodiscard]] QString taskFacetName();
[[nodiscard]] QString urgencyFacetName();
[[nodiscard]] QString sessionTaskName(SessionTask task);

//! How near the last day to enter an offer is.
enum class Urgency
{
    Overdue,
    Soon, //!< today or within three days
    Later,
    None //!< no day is known, or nothing waits for it any more
};

inline constexpr std::array urgencies{Urgency::Overdue, Urgency::Soon, Urgency::Later,
                                      Urgency::None};

//! \a isOpen: whether somebody still has something to do before that day.
[[nodiscard]] Urgency urgencyOf(QDate deadline, bool isOpen, QDate today);
[[nodiscard]] QString toToken(Urgency urgency);
[[nodiscard]] QString urgencyName(Urgency urgency);

//! The last day to enter the offer of a session; invalid where its notification is not known.
[[nodiscard]] QDate deadlineOf(const CheckedSession &session, const Workspace &workspace);
//! The countdown stops with the decision: a session that was activated or set aside is nobody's
//! work.
[[nodiscard]] bool awaitsDecision(const CheckedSession &session);

} // namespace recoupe
