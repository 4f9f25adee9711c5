// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

QString idOf(const Rule &rule)
{
    return QString::fromLatin1(rule.id);
}

Finding findingOf(const Rule &rule, Funder funder, Observation observation)
{
    Finding finding;
    finding.rule = idOf(rule);
    finding.severity = observation.severity.value_or(rule.severities.of(funder));
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
    for (const auto family : {awardRules(), eligibilityRules(), sesarRules(), sessionRules()})
        std::ranges::copy(family, std::back_inserter(rules));
    return rules;
}

QString ruleSource(QStringView id)
{
    static const QList<Rule> rules = ruleCatalogue();
    const auto rule =
        std::ranges::find_if(rules, [id](const Rule &candidate) { return idOf(candidate) == id; });
    return rule == rules.end() ? QString() : QCoreApplication::translate("Rules", rule->source);
}

QList<Finding> checkSession(const SessionCase &subject)
{
    static const QList<Rule> rules = ruleCatalogue();
    QList<Finding> findings;
    if (subject.match.outcome == AwardMatch::Outcome::OutOfScope)
        return findings;
    for (const Rule &rule : rules) {
        std::optional<Observation> observation =
            rule.checkSession ? rule.checkSession(subject) : std::nullopt;
        if (!observation)
            continue;
        Finding finding = findingOf(rule, subject.funder(), *std::move(observation));
        finding.subject = FindingSubject::Session;
        finding.key = subject.session.key;
        finding.award = subject.award ? subject.award->market.text() : QString();
        findings.append(std::move(finding));
    }
    return findings;
}

QList<Finding> checkAward(const AwardCase &subject)
{
    static const QList<Rule> rules = ruleCatalogue();
    QList<Finding> findings;
    for (const Rule &rule : rules) {
        std::optional<Observation> observation =
            rule.checkAward ? rule.checkAward(subject) : std::nullopt;
        if (!observation)
            continue;
        Finding finding = findingOf(rule, subject.award.funder, *std::move(observation));
        finding.subject = FindingSubject::Award;
        finding.award = subject.award.market.text();
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace recoupe
