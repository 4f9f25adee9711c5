// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"
#include "matching/awardcandidate.h"

#include <QStringList>

#include <optional>

namespace recoupe {

//! A candidate with the two records that it holds against each other; it must not outlive them.
struct CandidateCase
{
    const TrainingAction &action;
    const TrainingSession &session;
    const AwardNotification &award;
    const AwardCandidate &candidate;
};

//! One criterion in words.
struct CriterionWords
{
    Criterion criterion;
    QString label; //!< "Période"
    QString text;  //!< "session à l'intérieur du marché"
    Grade grade;
    int percent; //!< its likeness; 0 when unknown
    int points;  //!< what it brings to the score, of 100

    //! "Période : session à l'intérieur du marché".
    [[nodiscard]] QString line() const;
};

[[nodiscard]] QString criterionName(Criterion criterion);
//! "concorde", "proche", "diffère", "non comparé".
[[nodiscard]] QString gradeName(Grade grade);

//! Every criterion, in the order of allCriteria.
[[nodiscard]] QList<CriterionWords> candidateWords(const CandidateCase &subject);
//! "Marché M1451401, 87 % ; concordent : mandataire, période et lieu ; proches : intitulé."
[[nodiscard]] QString candidateSummary(const CandidateCase &subject);
//! Why an operator has to decide: what differs, what is only near, what could not be compared, and
//! whether the next candidate is nearly as good (\a nextScore; nothing where there is none). One
//! French sentence each, never none: a candidate is never sure.
[[nodiscard]] QStringList whyNotSure(const CandidateCase &subject,
                                     std::optional<double> nextScore = {});

} // namespace recoupe
