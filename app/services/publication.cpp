// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/publication.h"

namespace recoupe {

Audience audienceOf(const StoredSession &session, const StoredAction &action, QDate today)
{
    return audienceOf({
        .funder = session.published().funder(),
        .activated = session.active && action.active,
        .recruitment = session.recruitment,
        .ended = session.published().hasEnded(today),
        .publishedByPortal = !session.submitted.outdatedOnPortal &&
                             session.recruitment != RecruitmentState::Closed &&
                             !session.vanishedAt.isValid(),
    });
}

bool isActiveForSesar(const StoredSession &session, const StoredAction &action)
{
    const TrainingSession &published = session.published();
    return session.active && action.active && published.funder() == Funder::Region &&
           published.scheme() == Scheme::Afc;
}

} // namespace recoupe
