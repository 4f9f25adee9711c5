// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/awardcandidate.h"
#include "matching/candidatefacts.h"

namespace recoupe {

//! What each criterion is worth of the whole. Fitted on generated sessions whose true award is
//! known (tests/matching): the number and the mandataire are typed from one list, the title says
//! which of their contracts, the period which year of it, the place which lot.
struct CriterionWeights
{
    std::array<double, allCriteria.size()> weights{0.30, 0.25, 0.25, 0.12, 0.08};

    [[nodiscard]] double of(Criterion criterion) const { return weights[size_t(criterion)]; }
};
inline constexpr CriterionWeights criterionWeights;

//! Which awardees, dates and places agree, and the number where \a isMarketNear says that it may be
//! within a slip: everything but the title, which costs more.
[[nodiscard]] AwardCandidate compareButTitle(const SessionFacts &session, const AwardTable &awards,
                                             quint32 award, bool isMarketNear);
//! Enters the likeness of the titles, and the score that follows. The score counts what was
//! compared. Where the session says nothing, nothing is lost or won; where only the award says
//! nothing, a quarter of the criterion's weight stays in the balance, so that silence never ranks
//! as high as agreement.
void enterTitle(AwardCandidate &candidate, const SessionFacts &session, const TitleWords &title,
                double likeness);
//! The score if the titles were the same: none can be better.
[[nodiscard]] double bestScore(const AwardCandidate &candidate, const SessionFacts &session);
//! Enters what each criterion brings to the score.
void enterParts(AwardCandidate &candidate, const SessionFacts &session);
//! How much of the whole could be compared, from 0 to 1.
[[nodiscard]] double comparedShare(const AwardCandidate &candidate);

} // namespace recoupe
