// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"
#include "matching/awardcandidate.h"

#include <QList>

#include <memory>

namespace recoupe {

class AwardIndex;

//! Finds the notifications that a session without an exact one may belong to (DOMAIN, "Matching",
//! 2). Only awards that share something with the session are ever looked at: an awardee, a market
//! number within one slip, or rare words of the title in the same département or at the same time.
//! Building is linear in the awards; a question costs a few blocks of bounded size.
class CandidateIndex
{
public:
    explicit CandidateIndex(const QList<AwardNotification> &awards);
    //! For those who have an index of the same awards already; it is not kept.
    CandidateIndex(const QList<AwardNotification> &awards, const AwardIndex &index);
    ~CandidateIndex();
    CandidateIndex(CandidateIndex &&) noexcept;
    CandidateIndex &operator=(CandidateIndex &&) noexcept;

    //! Best first, at most \a limit: awards of the session's funder, without those refused and
    //! without those that a later one replaces. Equal scores: in the order of market number, lot
    //! and position. Empty where none of the three funders pays. May be called from many threads.
    [[nodiscard]] QList<AwardCandidate> candidatesFor(const TrainingAction &action,
                                                      const TrainingSession &session,
                                                      const QList<AwardKey> &refused = {},
                                                      qsizetype limit = 5) const;

private:
    class Tables;
    std::unique_ptr<const Tables> m_tables;
};

} // namespace recoupe
