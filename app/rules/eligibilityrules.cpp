// SPDX-License-Identifier: GPL-3.0-or-later
// Eligibility and numbers (DOMAIN, "Eligibility and numbers").
#include "core/counted.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

const char *const eightCharacters = QT_TRANSLATE_NOOP(
    "Rules", "« Indiquer pour chaque session (notamment le Conseil régional) le numéro de marché : "
             "le n° à 8 caractères (exemple : M1451401, et non pas R4218). » (Enregistrer l'action "
             "de formation conventionnée, 2014)");

const char *const schemesToRegister = QT_TRANSLATE_NOOP(
    "Rules", "« Quelles AFC enregistrer : Conseil régional, AFC et action de formation "
             "expérimentale ; Pôle emploi, AFC et POE collective ; Agefiph, AFC. » Les SIEG sont "
             "du Conseil régional. (Enregistrer l'action de formation conventionnée, 2014)");

//! « Quelles AFC enregistrer », founding document.
std::span<const Scheme> allowedSchemes(Funder funder)
{
    static constexpr std::array region{Scheme::Afc, Scheme::Afe, Scheme::Sieg};
    static constexpr std::array poleEmploi{Scheme::Afc, Scheme::Poec};
    static constexpr std::array agefiph{Scheme::Afc};
    switch (funder) {
    case Funder::Region: return region;
    case Funder::PoleEmploi: return poleEmploi;
    default: return agefiph;
    }
}

QString namesOf(std::span<const Scheme> schemes)
{
    QStringList names;
    for (const Scheme scheme : schemes)
        names << schemeName(scheme);
    return names.join(QLatin1String(", "));
}

std::optional<Observation> schemeNotAllowed(const SessionCase &subject)
{
    const Scheme scheme = subject.scheme;
    const auto allowed = allowedSchemes(subject.funder());
    // Nothing said is not something forbidden: the check is then incomplete, not failed.
    if (scheme == Scheme::Unknown || std::ranges::find(allowed, scheme) != allowed.end())
        return std::nullopt;
    const Funding *funding = subject.funding;
    const QString submitted = funding->scheme.isEmpty() ? schemeName(scheme) : funding->scheme;
    const QString expected = namesOf(allowed);
    return Observation{QStringLiteral("programme-financeur"), submitted, expected,
                       RulesTr::tr("Le dispositif « %1 » n'est pas de ceux %2 (%3) : corriger "
                                   "le dispositif ou le financeur.")
                           .arg(submitted, ofFunder(subject.funder(), subject.today), expected)};
}

std::optional<Observation> marketNumberMissing(const SessionCase &subject)
{
    if (subject.market.form() != MarketNumber::Form::Missing)
        return std::nullopt;
    const QString expected = RulesTr::tr("un numéro à 8 caractères, comme M1451401");
    return Observation{
        QStringLiteral("ref-action-marche-financeur"),
        {},
        expected,
        RulesTr::tr("Le numéro de marché de la session est absent ; il faut %1 : le demander à "
                    "l'organisme mandataire.")
            .arg(expected)};
}

std::optional<Observation> marketNumberFormat(const SessionCase &subject)
{
    const MarketNumber &market = subject.market;
    const QString expected = RulesTr::tr("8 caractères, comme M1451401");
    QString nature;
    switch (market.form()) {
    case MarketNumber::Form::Missing:
    case MarketNumber::Form::Valid: return std::nullopt;
    case MarketNumber::Form::InternalReference:
        nature = RulesTr::tr("ressemble à une référence interne du financeur");
        break;
    case MarketNumber::Form::Placeholder:
        nature = RulesTr::tr("est un remplissage, pas un numéro");
        break;
    case MarketNumber::Form::Other:
        nature = market.normalized().size() == 8
                     ? RulesTr::tr("contient un signe qui n'est ni une lettre ni un chiffre")
                     : counted(market.normalized().size(), RulesTr::tr("compte %1 caractère"),
                               RulesTr::tr("compte %1 caractères"));
        break;
    }
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), market.text(), expected,
        RulesTr::tr("Le numéro de marché « %1 » %2 ; il en faut un de %3 : le faire corriger par "
                    "l'organisme mandataire.")
            .arg(market.text(), nature, expected)};
}

} // namespace

std::span<const Rule> eligibilityRules()
{
    static const std::array rules{
        Rule{"market-number-missing",
             QT_TRANSLATE_NOOP("Rules", "Numéro de marché absent"),
             blockingForRegion,
             eightCharacters,
             {QT_TRANSLATE_NOOP(
                  "Rules",
                  "Indiquer le numéro de marché qui figure sur la notification du financeur."),
              ReturnReason::MarketNumber},
             marketNumberMissing},
        Rule{"market-number-format",
             QT_TRANSLATE_NOOP("Rules", "Numéro de marché mal formé"),
             blockingForRegion,
             eightCharacters,
             {QT_TRANSLATE_NOOP("Rules", "Remplacer ce numéro par celui du marché, à 8 caractères, "
                                         "qui figure sur la notification du financeur."),
              ReturnReason::MarketNumber},
             marketNumberFormat},
        Rule{"scheme-not-allowed",
             QT_TRANSLATE_NOOP("Rules", "Dispositif non prévu"),
             alwaysBlocking,
             schemesToRegister,
             {QT_TRANSLATE_NOOP("Rules", "Corriger le dispositif ou le financeur."),
              ReturnReason::Other},
             schemeNotAllowed},
    };
    return rules;
}

} // namespace recoupe
