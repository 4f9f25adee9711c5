// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/control.h"

#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct ControlWord
{
    Control control;
    const char *token;
    const char *name;
};

constexpr std::array controlWords{
    ControlWord{Control::Conforming, "conforming", QT_TRANSLATE_NOOP("Rules", "Conforme")},
    ControlWord{Control::Discrepancy, "discrepancy", QT_TRANSLATE_NOOP("Rules", "Écart")},
    ControlWord{Control::Ambiguous, "ambiguous", QT_TRANSLATE_NOOP("Rules", "Ambigu")},
    ControlWord{Control::NoAward, "no-award", QT_TRANSLATE_NOOP("Rules", "Sans notification")},
    ControlWord{Control::Incomplete, "incomplete",
                QT_TRANSLATE_NOOP("Rules", "Contrôle incomplet")},
    ControlWord{Control::ToReview, "to-review", QT_TRANSLATE_NOOP("Rules", "À revoir")},
    ControlWord{Control::SetAside, "set-aside", QT_TRANSLATE_NOOP("Rules", "Écartée")},
};

const ControlWord &wordOf(Control control)
{
    return *std::ranges::find_if(
        controlWords, [control](const ControlWord &word) { return word.control == control; });
}

//! Whether a rule keeps the session from conforming, so that what it says is no gap besides.
bool isCounted(const char *rule, const SessionCase &subject)
{
    return severityOf(QString::fromLatin1(rule), subject.funder(), subject.settings) !=
           Severity::Info;
}

//! Why the dates could not be held against SESAR; empty when they were, or need not be.
QString sesarGap(const SessionCase &subject)
{
    const bool anyDates =
        std::ranges::any_of(subject.declarations, [](const SesarDeclaration *declaration) {
            return declaration->start.isValid() || declaration->end.isValid();
        });
    if (anyDates || !needsSesar(subject))
        return {};
    if (!subject.contractDeclarations.isEmpty())
        return RulesTr::tr("SESAR déclare ce marché, mais sans date pour cette session : les dates "
                           "n'ont pas pu être comparées.");
    return isCounted("sesar-missing", subject)
               ? QString()
               : RulesTr::tr("SESAR ne déclare rien pour ce marché : les dates n'ont pas pu être "
                             "comparées.");
}

} // namespace

QString toToken(Control control)
{
    return QString::fromLatin1(wordOf(control).token);
}

std::optional<Control> controlFromToken(QStringView token)
{
    const auto word = std::ranges::find_if(controlWords, [token](const ControlWord &candidate) {
        return token == QLatin1String(candidate.token);
    });
    if (word == controlWords.end())
        return std::nullopt;
    return word->control;
}

QString controlName(Control control)
{
    return RulesTr::tr(wordOf(control).name);
}

QStringList gapsOf(const SessionCase &subject)
{
    QStringList gaps;
    if (subject.match.outcome == AwardMatch::Outcome::OutOfScope) {
        gaps << RulesTr::tr("Aucun des trois financeurs ne paie cette session : elle n'est pas à "
                            "contrôler par le Carif.");
        return gaps;
    }
    if (subject.award &&
        compareAwardee(*subject.award, subject.action.mandataire.siret) == AwardeeLikeness::Unknown)
        gaps << RulesTr::tr("Le SIRET du mandataire ou celui de la notification est absent ou "
                            "illisible : ils n'ont pas pu être comparés.");
    if (subject.scheme == Scheme::Unknown)
        gaps << RulesTr::tr("Le dispositif n'est pas renseigné : il n'a pas pu être comparé.");
    if (const QString gap = sesarGap(subject); !gap.isEmpty())
        gaps << gap;
    const bool isPartial = subject.session.start.isPartial() || subject.session.end.isPartial();
    if (isPartial && !isCounted("date-partial", subject))
        gaps << RulesTr::tr("Une date n'est connue qu'au mois ou à l'année (%1) : elle n'a pas pu "
                            "être comparée au jour près.")
                    .arg(inWords(subject.session.start, subject.session.end));
    return gaps;
}

bool differsFromVerified(const TrainingSession &submitted, const TrainingSession &verified)
{
    TrainingSession comparable = submitted;
    comparable.recruitment = verified.recruitment;
    comparable.createdOn = verified.createdOn;
    comparable.changedOn = verified.changedOn;
    comparable.outdatedOnPortal = verified.outdatedOnPortal;
    return comparable != verified;
}

bool differsFromVerified(const TrainingAction &submitted, const TrainingAction &verified)
{
    TrainingAction comparable = submitted;
    comparable.createdOn = verified.createdOn;
    comparable.changedOn = verified.changedOn;
    if (verified.nsfCodes.isEmpty()) // not kept before schema 5: what was not known has not changed
        comparable.nsfCodes.clear();
    return comparable != verified;
}

Control controlOf(const SessionCase &subject, const QList<Finding> &findings,
                  const QStringList &gaps, Standing standing)
{
    if (standing == Standing::Changed)
        return Control::ToReview;
    if (standing == Standing::Aside)
        return Control::SetAside;
    if (subject.match.outcome == AwardMatch::Outcome::None)
        return Control::NoAward;
    if (subject.match.outcome == AwardMatch::Outcome::Ambiguous)
        return Control::Ambiguous;
    const bool disagrees = std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity != Severity::Info; });
    if (disagrees)
        return Control::Discrepancy;
    return gaps.isEmpty() ? Control::Conforming : Control::Incomplete;
}

} // namespace recoupe
