// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/returnreason.h"
#include "domain/sesardeclaration.h"
#include "domain/trainingaction.h"
#include "matching/awardindex.h"
#include "rules/checksettings.h"
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
    const AwardNotification *award = nullptr; //!< the one in force; null unless one is matched
    //! The one whose number the session bears, where `award` replaced it ("annule et remplace").
    const AwardNotification *replaced = nullptr;
    QList<const SesarDeclaration *> declarations = {}; //!< what SESAR says of it
    //! All that it declares under that number, of whatever session.
    QList<const SesarDeclaration *> contractDeclarations = {};
    //! All sessions of its action, itself among them (by address).
    std::span<const TrainingSession *const> sisters = {};
    //! Numeros of other actions of the same mandataire with sessions of the same contract.
    QStringList otherActions = {};
    //! The earlier submission of this numero under another market number; null when there is none.
    const TrainingSession *overwritten = nullptr;
    QDate vanishedOn = {}; //!< day of the feed that no longer held it; invalid while it is there
    const CheckSettings &settings;
    QDate today;

    // What follows from the session and many rules ask for.
    const Funding *funding = session.checkedFunding();
    MarketNumber market = session.marketNumber();
    Scheme scheme = session.scheme();
    //! The same contact that the table prints: those of the session come before those of the
    //! action.
    Contact contact = preferredContact(session.contacts + action.contacts);

    [[nodiscard]] Funder funder() const
    {
        return funding ? funderOfLheoCode(funding->funderCode) : Funder::Other;
    }
};

//! All that the rules may look at for one notification.
struct AwardCase
{
    const AwardNotification &award;
    bool hasSession = false; //!< at least one session bears its number
    bool isReplaced = false; //!< a later one replaced it: nothing is due on it any more
    const CheckSettings &settings;
    QDate today;
};

//! What a rule has to say when it fires.
struct Observation
{
    QString field;
    QString submitted;
    QString expected;
    QString message;
    //! At most this severe, whatever the catalogue and the settings say of the rule as a whole.
    std::optional<Severity> atMost = {};
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

//! What the organisation that entered the offer is asked to do about a finding, and the reason
//! under which that is counted.
struct Request
{
    const char *text = nullptr; //!< French, without a subject: "Corriger les dates…"
    ReturnReason reason = ReturnReason::Other;
};
//! What the Carif or the funder has to settle, or what nobody can mend any more.
inline constexpr Request notForOrganisation{};

//! One line of the catalogue. At least one of the two checks is set.
struct Rule
{
    const char *id;
    const char *title; //!< what it checks, in a few words of French
    Severities severities;
    const char *source; //!< the text it rests on, in French, shown to the operator
    Request request;
    SessionCheck checkSession = nullptr;
    AwardCheck checkAward = nullptr;
};

//! The families, each in its own file with its rules' functions.
[[nodiscard]] std::span<const Rule> awardRules();
[[nodiscard]] std::span<const Rule> eligibilityRules();
[[nodiscard]] std::span<const Rule> structureRules();
[[nodiscard]] std::span<const Rule> sesarRules();
[[nodiscard]] std::span<const Rule> sessionRules();
[[nodiscard]] std::span<const Rule> placeRules();
[[nodiscard]] std::span<const Rule> contentRules();
[[nodiscard]] std::span<const Rule> entryRules();

//! Every rule, in the order in which findings are shown.
[[nodiscard]] QList<Rule> ruleCatalogue();
//! The sentence a rule rests on, translated; empty for an unknown id.
[[nodiscard]] QString ruleSource(QStringView id);
//! What a rule checks, in a few words of French, for lists and facets; empty for an unknown id.
[[nodiscard]] QString ruleTitle(QStringView id);
//! What the organisation is asked to do, translated; empty where that is not for it to mend.
[[nodiscard]] QString ruleRequest(QStringView id);
//! The reason under which that is counted; Other for an unknown id.
[[nodiscard]] ReturnReason ruleReason(QStringView id);
//! Whether the organisation is to be asked: an information asks nothing of anybody.
[[nodiscard]] bool isForOrganisation(const Finding &finding);
//! The severity in force: the setting's, else the catalogue's; Info for an unknown id.
[[nodiscard]] Severity severityOf(QStringView id, Funder funder, const CheckSettings &settings);

//! Whether the session's dates are to be declared on SESAR: the Région's AFC and SIEG; those of its
//! AFE need not be.
[[nodiscard]] bool needsSesar(const SessionCase &subject);

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
