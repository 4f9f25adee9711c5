// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/marketnearness.h"

#include <QString>

#include <array>
#include <cstddef>

namespace recoupe {

//! By what a notification is held against a session.
enum class Criterion
{
    Market,
    Awardee,
    Title,
    Period,
    Place,
};
//! In the order in which they are shown.
inline constexpr std::array allCriteria{Criterion::Market, Criterion::Awardee, Criterion::Title,
                                        Criterion::Period, Criterion::Place};

//! What the comparison says. Unknown: one of the two says nothing, which proves nothing.
enum class Grade
{
    Unknown,
    Agrees,
    Near,
    Differs,
};

//! One criterion's share in the score of a candidate.
struct CriterionEvidence
{
    Grade grade = Grade::Unknown;
    double likeness = 0; //!< 0 to 1; 0 when unknown
    double part = 0;     //!< what it brings to the score: the parts add up to it

    friend bool operator==(const CriterionEvidence &, const CriterionEvidence &) = default;
};

//! How the mandataire stands to the awardees of the contract, the nearest of the group.
enum class AwardeeNearness
{
    Unknown,
    SameEstablishment,
    SameEnterprise, //!< same SIREN, another establishment
    SameName,       //!< the SIRETs differ or cannot be read, the names are the same
    Different,
};

//! How the session lies to the contract's period.
enum class PeriodNearness
{
    Unknown,
    Inside,
    Overlaps,
    Before, //!< ends before the contract begins
    After,  //!< begins after the contract ends
};

//! How the places of the session lie to the notified one, the nearest of them.
enum class PlaceNearness
{
    Unknown,
    SameCommune,
    InDepartement,   //!< the contract names no more than a département, and it is there
    SameDepartement, //!< another commune of the same département
    Elsewhere,
};

//! A notification that may be the one of a session, with what speaks for it. Shown, never assumed.
struct AwardCandidate
{
    qsizetype award = -1; //!< position in the list of awards
    double score = 0;     //!< 0 to 1: the likenesses weighed, over the criteria that were compared
    std::array<CriterionEvidence, allCriteria.size()> evidence = {};

    MarketNearness market = MarketNearness::Far;
    QString replacedMarket = {}; //!< where that is nearer: a number that this contract replaces
    AwardeeNearness awardee = AwardeeNearness::Unknown;
    qsizetype member = -1; //!< which SIRET of the group matched; -1 when none did
    PeriodNearness period = PeriodNearness::Unknown;
    qint64 days = 0; //!< Overlaps: of the session inside the contract; Before, After: in between
    PlaceNearness place = PlaceNearness::Unknown;

    [[nodiscard]] const CriterionEvidence &of(Criterion criterion) const
    {
        return evidence[size_t(criterion)];
    }

    friend bool operator==(const AwardCandidate &, const AwardCandidate &) = default;
};

} // namespace recoupe
