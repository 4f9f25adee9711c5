// SPDX-License-Identifier: GPL-3.0-or-later
// Against the funder's notification (DOMAIN, "Against the funder's notification").
#include "core/counted.h"
#include "core/textfolding.h"
#include "matching/titlelikeness.h"
#include "rules/period.h"
#include "rules/siegtitle.h"
#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

const char *const publishedAfterCheck = QT_TRANSLATE_NOOP(
    "Rules", "« Le Carif ne diffuse qu'après vérification avec les informations transmises par les "
             "financeurs. » (Enregistrer l'action de formation conventionnée, 2014)");
const char *const lastNotificationCounts = QT_TRANSLATE_NOOP(
    "Rules", "Usage du Carif : une notification qui « annule et remplace » vaut à la place de "
             "l'ancienne ; ce qui avait été rapproché est reporté sur elle, à confirmer. (DECP : "
             "une modification du marché s'ajoute au marché qu'elle change.)");
const char *const noMorePlacesThanBought = QT_TRANSLATE_NOOP(
    "Rules", "LHEO 2.3, organisme-financeur, élément nb-places-financees : nombre de places que "
             "le financeur finance ; le marché dit combien il en achète.");
const char *const enteredUnderMandataire = QT_TRANSLATE_NOOP(
    "Rules",
    "« La formation doit être saisie sous l'organisme mandataire, c'est-à-dire l'organisme "
    "qui est gestionnaire du marché. » (Enregistrer l'action de formation conventionnée, "
    "2014)");

QString places(int count)
{
    return counted(count, RulesTr::tr("%1 place financée"), RulesTr::tr("%1 places financées"));
}

std::optional<Observation> awardMissing(const SessionCase &subject)
{
    if (subject.match.outcome != AwardMatch::Outcome::None)
        return std::nullopt;
    const MarketNumber &market = subject.market;
    const QString funder = ofFunder(subject.funder(), subject.today);
    const QString expected = RulesTr::tr("une notification %1").arg(funder);
    if (market.isMissing()) {
        return Observation{
            QStringLiteral("ref-action-marche-financeur"), market.text(), expected,
            RulesTr::tr("Sans numéro de marché, aucune notification %1 ne peut être rapprochée : "
                        "demander le numéro à l'organisme mandataire.")
                .arg(funder)};
    }
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), market.text(), expected,
        RulesTr::tr("Aucune notification %1 ne porte le numéro de marché « %2 » : vérifier le "
                    "numéro, ou importer la notification qui manque.")
            .arg(funder, market.text())};
}

std::optional<Observation> awardAmbiguous(const SessionCase &subject)
{
    if (subject.match.outcome != AwardMatch::Outcome::Ambiguous)
        return std::nullopt;
    const QString number = subject.market.text();
    const QString expected = RulesTr::tr("une seule notification");
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), number, expected,
        RulesTr::tr("%1 notifications portent le numéro de marché « %2 » au lieu d'%3, et rien ne "
                    "les départage : faire préciser le lot à l'organisme mandataire, ou "
                    "associer la bonne.")
            .arg(subject.match.candidates.size())
            .arg(number, expected)};
}

std::optional<Observation> mandataireMismatch(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const AwardNotification &award = *subject.award;
    const Organisation &mandataire = subject.action.mandataire;
    const AwardeeLikeness likeness = compareAwardee(award, mandataire.siret);
    if (likeness == AwardeeLikeness::Unknown || likeness == AwardeeLikeness::SameEstablishment)
        return std::nullopt;

    const QString submitted =
        RulesTr::tr("%1 (SIRET %2)").arg(mandataire.displayName(), orMissing(mandataire.siret));
    const QString sirets = award.awardeeSirets.join(QLatin1String(", "));
    const QString expected = award.awardeeName.isEmpty()
                                 ? RulesTr::tr("SIRET %1").arg(sirets)
                                 : RulesTr::tr("%1 (SIRET %2)").arg(award.awardeeName, sirets);
    if (likeness == AwardeeLikeness::SameEnterprise) {
        return Observation{
            QStringLiteral("organisme-formation-responsable.SIRET"), submitted, expected,
            RulesTr::tr("L'établissement saisi, %1, n'est pas celui de la notification, %2, mais "
                        "l'entreprise est la même : vérifier l'établissement avec le mandataire.")
                .arg(submitted, expected),
            Severity::Warning};
    }
    return Observation{
        QStringLiteral("organisme-formation-responsable.SIRET"), submitted, expected,
        RulesTr::tr("La formation est saisie sous %1, mais le marché est attribué à %2 : elle doit "
                    "être saisie sous l'organisme mandataire.")
            .arg(submitted, expected)};
}

std::optional<Observation> awardSuperseded(const SessionCase &subject)
{
    if (!subject.award || !subject.replaced)
        return std::nullopt;
    const auto named = [](const AwardNotification &award) {
        return award.notifiedOn.isValid()
                   ? RulesTr::tr("%1 du %2").arg(award.market.text(), inWords(award.notifiedOn))
                   : award.market.text();
    };
    const QString submitted = named(*subject.replaced);
    const QString expected = named(*subject.award);
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), submitted, expected,
        RulesTr::tr("La notification %1 a été annulée et remplacée par %2 : le contrôle porte "
                    "désormais sur celle-ci. Confirmer l'association et faire corriger le numéro "
                    "de marché s'il a changé.")
            .arg(submitted, expected)};
}

std::optional<Observation> titleMismatch(const SessionCase &subject)
{
    if (!subject.award || folded(subject.action.title) == folded(subject.award->title) ||
        hasPrescribedTitle(subject))
        return std::nullopt;
    const TitleWords submitted(subject.action.title);
    const TitleWords notified(subject.award->title);
    if (submitted.isEmpty() || notified.isEmpty())
        return std::nullopt;
    const double likeness = titleLikeness(submitted, notified);
    if (likeness >= alikeTitles)
        return std::nullopt;
    return Observation{
        QStringLiteral("intitule-formation"), subject.action.title, subject.award->title,
        RulesTr::tr("L'intitulé « %1 » est loin de l'objet du marché, « %2 » (ressemblance : "
                    "%3 %) : vérifier qu'il s'agit de la même formation, ou faire corriger "
                    "l'intitulé.")
            .arg(subject.action.title, subject.award->title)
            .arg(qRound(likeness * 100))};
}

std::optional<Observation> datesOutsideAward(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const TrainingSession &session = subject.session;
    const QDate first = subject.award->firstDay();
    const QDate last = subject.award->lastDay();
    const bool atStart = liesOutside(session.start, first, last);
    if (!atStart && !liesOutside(session.end, first, last))
        return std::nullopt;
    const QString submitted = inWords(session.start, session.end);
    const QString expected = inWords(PartialDate(first), PartialDate(last));
    return Observation{
        atStart ? QStringLiteral("periode.debut") : QStringLiteral("periode.fin"), submitted,
        expected,
        RulesTr::tr("Les dates saisies, %1, sortent de la période du marché, %2 : faire corriger "
                    "la session, ou demander au financeur si le marché est prolongé.")
            .arg(submitted, expected)};
}

std::optional<Observation> placesExceedAward(const SessionCase &subject)
{
    const Funding *funding = subject.funding;
    if (!subject.award || !funding || !funding->places)
        return std::nullopt;
    const int bought = subject.award->places.value_or(0);
    if (bought <= 0 || *funding->places <= bought)
        return std::nullopt;
    const QString submitted = places(*funding->places);
    const QString expected = RulesTr::tr("%1 au plus").arg(places(bought));
    return Observation{
        QStringLiteral("nb-places-financees"), submitted, expected,
        RulesTr::tr("La session compte %1 ; le marché en achète pour toutes ses sessions %2 : "
                    "faire corriger le nombre de places financées.")
            .arg(submitted, expected)};
}

} // namespace

std::span<const Rule> awardRules()
{
    static const std::array rules{
        Rule{"award-missing",
             QT_TRANSLATE_NOOP("Rules", "Notification absente"),
             alwaysBlocking,
             publishedAfterCheck,
             {QT_TRANSLATE_NOOP("Rules",
                                "Vérifier le numéro de marché de la session sur la notification du "
                                "financeur, et le corriger s'il est erroné."),
              ReturnReason::MarketNumber},
             awardMissing},
        Rule{"award-ambiguous",
             QT_TRANSLATE_NOOP("Rules", "Plusieurs notifications possibles"),
             alwaysWarning,
             publishedAfterCheck,
             {QT_TRANSLATE_NOOP("Rules", "Préciser le lot du marché auquel la session répond."),
              ReturnReason::MarketNumber},
             awardAmbiguous},
        Rule{"award-superseded", QT_TRANSLATE_NOOP("Rules", "Notification remplacée"),
             alwaysWarning, lastNotificationCounts, notForOrganisation, awardSuperseded},
        Rule{"mandataire-mismatch",
             QT_TRANSLATE_NOOP("Rules", "Mandataire différent"),
             alwaysBlocking,
             enteredUnderMandataire,
             {QT_TRANSLATE_NOOP("Rules", "Saisir la formation sous l'organisme mandataire, "
                                         "titulaire du marché, ou nous dire ce qu'il en est."),
              ReturnReason::Mandataire},
             mandataireMismatch},
        Rule{"title-mismatch",
             QT_TRANSLATE_NOOP("Rules", "Intitulé différent du marché"),
             alwaysWarning,
             publishedAfterCheck,
             {QT_TRANSLATE_NOOP("Rules", "Vérifier que la formation est celle du marché, et "
                                         "corriger l'intitulé s'il y a lieu."),
              ReturnReason::Other},
             titleMismatch},
        Rule{"dates-outside-award",
             QT_TRANSLATE_NOOP("Rules", "Dates hors du marché"),
             alwaysWarning,
             publishedAfterCheck,
             {QT_TRANSLATE_NOOP("Rules", "Corriger les dates de la session, ou nous dire si le "
                                         "financeur a prolongé le marché."),
              ReturnReason::Dates},
             datesOutsideAward},
        Rule{"places-exceed-award",
             QT_TRANSLATE_NOOP("Rules", "Places en trop"),
             alwaysWarning,
             noMorePlacesThanBought,
             {QT_TRANSLATE_NOOP("Rules", "Corriger le nombre de places financées."),
              ReturnReason::Other},
             placesExceedAward},
    };
    return rules;
}

} // namespace recoupe
