// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "rules/wording.h"

#include <algorithm>

namespace recoupe {

namespace {

const QList<Rule> &catalogue()
{
    static const QList<Rule> rules = ruleCatalogue();
    return rules;
}

//! Null for an unknown id.
const Rule *ruleOf(QStringView id)
{
    const auto rule = std::ranges::find_if(
        catalogue(), [id](const Rule &candidate) { return id == QLatin1String(candidate.id); });
    return rule == catalogue().end() ? nullptr : &*rule;
}

Severity severityInForce(const Rule &rule, Funder funder, const CheckSettings &settings)
{
    const Severity standard = rule.severities.of(funder);
    return settings.severities.isEmpty()
               ? standard
               : settings.severities.value({QString::fromLatin1(rule.id), funder}, standard);
}

Finding findingOf(const Rule &rule, Severity inForce, Observation observation)
{
    Finding finding;
    finding.rule = QString::fromLatin1(rule.id);
    // The later in the enumeration, the milder.
    finding.severity = std::max(inForce, observation.atMost.value_or(inForce));
    finding.field = std::move(observation.field);
    finding.submitted = std::move(observation.submitted);
    finding.expected = std::move(observation.expected);
    finding.message = std::move(observation.message);
    return finding;
}

} // namespace

Severity Severities::of(Funder funder) const
{
    switch (funder) {
    case Funder::Region: return region;
    case Funder::PoleEmploi: return poleEmploi;
    default: return agefiph;
    }
}

QString toToken(Severity severity)
{
    switch (severity) {
    case Severity::Blocking: return QStringLiteral("blocking");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Info: break;
    }
    return QStringLiteral("info");
}

QString toToken(FindingSubject subject)
{
    switch (subject) {
    case FindingSubject::Session: return QStringLiteral("session");
    case FindingSubject::Award: return QStringLiteral("award");
    case FindingSubject::Action: break;
    }
    return QStringLiteral("action");
}

QList<Rule> ruleCatalogue()
{
    QList<Rule> rules;
    for (const auto family : {awardRules(), eligibilityRules(), structureRules(), sesarRules(),
                              sessionRules(), placeRules(), contentRules(), entryRules()})
        std::ranges::copy(family, std::back_inserter(rules));
    return rules;
}

QString ruleSource(QStringView id)
{
    const Rule *rule = ruleOf(id);
    return rule ? RulesTr::tr(rule->source) : QString();
}

QString ruleTitle(QStringView id)
{
    const Rule *rule = ruleOf(id);
    return rule ? RulesTr::tr(rule->title) : QString();
}

QString ruleRequest(QStringView id)
{
    const Rule *rule = ruleOf(id);
    return rule && rule->request.text ? RulesTr::tr(rule->request.text) : QString();
}

ReturnReason ruleReason(QStringView id)
{
    const Rule *rule = ruleOf(id);
    return rule ? rule->request.reason : ReturnReason::Other;
}

bool isForOrganisation(const Finding &finding)
{
    return finding.severity != Severity::Info && !ruleRequest(finding.rule).isEmpty();
}

Severity severityOf(QStringView id, Funder funder, const CheckSettings &settings)
{
    const Rule *rule = ruleOf(id);
    return rule ? severityInForce(*rule, funder, settings) : Severity::Info;
}

QList<Finding> checkSession(const SessionCase &subject)
{
    QList<Finding> findings;
    if (subject.match.outcome == AwardMatch::Outcome::OutOfScope)
        return findings;
    for (const Rule &rule : catalogue()) {
        std::optional<Observation> observation =
            rule.checkSession ? rule.checkSession(subject) : std::nullopt;
        if (!observation)
            continue;
        const Severity severity = severityInForce(rule, subject.funder(), subject.settings);
        Finding finding = findingOf(rule, severity, *std::move(observation));
        finding.subject = FindingSubject::Session;
        finding.key = subject.session.key;
        finding.award = subject.award ? subject.award->market.text() : QString();
        findings.append(std::move(finding));
    }
    return findings;
}

QList<Finding> checkAward(const AwardCase &subject)
{
    QList<Finding> findings;
    for (const Rule &rule : catalogue()) {
        std::optional<Observation> observation =
            rule.checkAward ? rule.checkAward(subject) : std::nullopt;
        if (!observation)
            continue;
        const Severity severity = severityInForce(rule, subject.award.funder, subject.settings);
        Finding finding = findingOf(rule, severity, *std::move(observation));
        finding.subject = FindingSubject::Award;
        finding.award = subject.award.market.text();
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace recoupe
