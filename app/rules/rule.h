// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/sesardeclaration.h"
#include "domain/trainingaction.h"
#include "matching/awardindex.h"
#include "rules/finding.h"

#include <optional>
#include <span>

namespace recoupe {

//! All that the rules may look at for one session.
struct SessionCase
{
    const TrainingAction &action;
    const TrainingSession &session;
    RecruitmentState recruitment; //!< in force
    QDate enteredOn;              //!< when it was entered on the portal
    AwardMatch match;
    const AwardNotification *award = nullptr;          //!< the one matched; null unless exact
    QList<const SesarDeclaration *> declarations = {}; //!< what SESAR says of it
    QDate today;

    [[nodiscard]] Funder funder() const { return session.funder(); }
};

//! All that the rules may look at for one notification.
struct AwardCase
{
    const AwardNotification &award;
    bool hasSession = false; //!< at least one session bears its number
    QDate today;
};

//! What a rule has to say when it fires. A severity of its own overrides the catalogue's.
struct Observation
{
    QString field;
    QString submitted;
    QString expected;
    QString message;
    std::optional<Severity> severity = {};
};

//! Default severity for each of the three funders.
struct Severities
{
    Severity region;
    Severity poleEmploi;
    Severity agefiph;

    [[nodiscard]] Severity of(Funder funder) const;
};

using SessionCheck = std::optional<Observation> (*)(const SessionCase &);
using AwardCheck = std::optional<Observation> (*)(const AwardCase &);

//! One line of the catalogue. Exactly one of the two checks is set.
struct Rule
{
    const char *id;
    Severities severities;
    const char *source; //!< the text it rests on, in French, shown to the operator
    SessionCheck checkSession = nullptr;
    AwardCheck checkAward = nullptr;
};

//! The families, each in its own file with its rules' functions.
[[nodiscard]] std::span<const Rule> awardRules();
[[nodiscard]] std::span<const Rule> eligibilityRules();
[[nodiscard]] std::span<const Rule> sesarRules();
[[nodiscard]] std::span<const Rule> sessionRules();

//! Every rule, in the order in which findings are shown.
[[nodiscard]] QList<Rule> ruleCatalogue();
//! The sentence a rule rests on, translated; empty for an unknown id.
[[nodiscard]] QString ruleSource(QStringView id);

//! Runs every rule on one session. Sessions of other funders are not ours to check: no finding.
[[nodiscard]] QList<Finding> checkSession(const SessionCase &subject);
//! Runs every rule on one notification.
[[nodiscard]] QList<Finding> checkAward(const AwardCase &subject);

inline constexpr Severities alwaysBlocking{Severity::Blocking, Severity::Blocking,
                                           Severity::Blocking};
inline constexpr Severities alwaysWarning{Severity::Warning, Severity::Warning, Severity::Warning};
inline constexpr Severities alwaysInfo{Severity::Info, Severity::Info, Severity::Info};
//! The founding document insists on the Région's numbers ("notamment le Conseil Régional").
inline constexpr Severities blockingForRegion{Severity::Blocking, Severity::Warning,
                                              Severity::Warning};

} // namespace recoupe
