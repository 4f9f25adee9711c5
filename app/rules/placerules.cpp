// SPDX-License-Identifier: GPL-3.0-or-later
// Where it takes place (DOMAIN, "The session itself"; place-mismatch, of the notification).
#include "core/textfolding.h"
#include "domain/departement.h"
#include "rules/placelikeness.h"
#include "rules/rule.h"
#include "rules/wellformed.h"
#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

const char *const sessionHasAPlace = QT_TRANSLATE_NOOP(
    "Rules", "« La session de formation (le lieu, les dates, les financements de la formation). » "
             "(Enregistrer l'action de formation conventionnée, 2014)");
const char *const placesAreChecked = QT_TRANSLATE_NOOP(
    "Rules", "« Le Carif ne diffuse qu'après vérification avec les informations transmises par les "
             "financeurs. » (Enregistrer l'action de formation conventionnée, 2014)");
const char *const postalCodesAreFrench = QT_TRANSLATE_NOOP(
    "Rules", "LHEO 2.3, adresse, élément codepostal : cinq caractères ; un code postal français "
             "commence par son département.");
const char *const regionIsCovered = QT_TRANSLATE_NOOP(
    "Rules", "Usage du Carif : il diffuse l'offre de sa région, dont les départements sont un "
             "réglage (DECP, lieuExecution ; LHEO 2.3, lieu-de-formation).");

//! "63300 Thiers".
QString placeInWords(const Place &place)
{
    return QStringList{place.postalCode.trimmed(), place.city.trimmed()}.join(u' ').trimmed();
}

QString placeInWords(const NamedPlace &place)
{
    const QString code = place.postalCode.isEmpty() ? place.code : place.postalCode;
    return QStringList{code.trimmed(), place.text.trimmed()}.join(u' ').trimmed();
}

//! The first place of the session, the principal one before the others, of which it is true.
const Place *firstPlace(const TrainingSession &session,
                        bool (*isIt)(const Place &, const CheckSettings &),
                        const CheckSettings &settings)
{
    if (isIt(session.place, settings))
        return &session.place;
    for (const Place &place : session.otherPlaces) {
        if (isIt(place, settings))
            return &place;
    }
    return nullptr;
}

std::optional<Observation> placeMissing(const SessionCase &subject)
{
    const Place &place = subject.session.place;
    if (!place.isEmpty())
        return std::nullopt;
    const QString submitted = QStringList{place.name, place.postalCode, place.city}.join(u' ');
    const QString expected = RulesTr::tr("une commune et un code postal");
    return Observation{
        QStringLiteral("lieu-de-formation"), submitted.trimmed(), expected,
        RulesTr::tr("Le lieu de formation est « %1 » ; il faut %2 : le demander à l'organisme "
                    "mandataire.")
            .arg(orMissing(submitted), expected)};
}

std::optional<Observation> placeMismatch(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const NamedPlace notified = placeOf(*subject.award);
    const PlaceLikeness likeness = comparePlaces(subject.session, notified);
    if (!areElsewhere(likeness))
        return std::nullopt;
    const QString submitted = placeInWords(subject.session.place);
    const QString expected = placeInWords(notified);
    const QString difference = likeness == PlaceLikeness::OtherCommune
                                   ? RulesTr::tr("une autre commune")
                                   : RulesTr::tr("un autre département");
    return Observation{
        QStringLiteral("lieu-de-formation"), submitted, expected,
        RulesTr::tr("Le lieu saisi, « %1 », est dans %2 que le lieu notifié, « %3 » : faire "
                    "corriger le lieu, ou demander au financeur s'il l'accepte.")
            .arg(submitted, difference, expected)};
}

bool hasWrongPostalCode(const Place &place, const CheckSettings &)
{
    return !place.isEmpty() && !isPlaceholder(place.postalCode) &&
           !isFrenchPostalCode(place.postalCode.trimmed());
}

std::optional<Observation> postalCodeInvalid(const SessionCase &subject)
{
    const Place *place = firstPlace(subject.session, hasWrongPostalCode, subject.settings);
    if (!place)
        return std::nullopt;
    const QString expected = RulesTr::tr("un code postal français de cinq chiffres, comme 63000");
    return Observation{
        QStringLiteral("lieu-de-formation.codepostal"), place->postalCode, expected,
        RulesTr::tr("Le code postal « %1 » de « %2 » n'existe pas ; il faut %3 : le faire "
                    "corriger.")
            .arg(place->postalCode, orMissing(place->city), expected)};
}

bool isOutsideRegion(const Place &place, const CheckSettings &settings)
{
    return !settings.departements.contains(place.departement()) &&
           !departementOf(place).isEmpty() && !settings.departements.contains(departementOf(place));
}

std::optional<Observation> placeOutsideRegion(const SessionCase &subject)
{
    const Place *place = firstPlace(subject.session, isOutsideRegion, subject.settings);
    if (!place)
        return std::nullopt;
    const QString departement = departementOf(*place);
    const QString submitted =
        RulesTr::tr("%1 (%2, %3)")
            .arg(placeInWords(*place), departementName(departement), departement);
    const QString expected = RulesTr::tr("les départements %1")
                                 .arg(subject.settings.departements.join(QLatin1String(", ")));
    return Observation{
        QStringLiteral("lieu-de-formation.codepostal"), submitted, expected,
        RulesTr::tr("Le lieu %1 est hors de la région, qui couvre %2 : vérifier le code postal "
                    "avec l'organisme mandataire.")
            .arg(submitted, expected)};
}

} // namespace

std::span<const Rule> placeRules()
{
    static const std::array rules{
        Rule{"place-missing",
             QT_TRANSLATE_NOOP("Rules", "Lieu absent"),
             alwaysBlocking,
             sessionHasAPlace,
             {QT_TRANSLATE_NOOP("Rules",
                                "Indiquer la commune et le code postal du lieu de formation."),
              ReturnReason::Place},
             placeMissing},
        Rule{"place-mismatch",
             QT_TRANSLATE_NOOP("Rules", "Lieu différent du marché"),
             alwaysWarning,
             placesAreChecked,
             {QT_TRANSLATE_NOOP(
                  "Rules", "Corriger le lieu, ou nous dire si le financeur a accepté celui-ci."),
              ReturnReason::Place},
             placeMismatch},
        Rule{"postal-code-invalid",
             QT_TRANSLATE_NOOP("Rules", "Code postal faux"),
             alwaysWarning,
             postalCodesAreFrench,
             {QT_TRANSLATE_NOOP("Rules", "Corriger le code postal."), ReturnReason::Place},
             postalCodeInvalid},
        Rule{"place-outside-region",
             QT_TRANSLATE_NOOP("Rules", "Lieu hors de la région"),
             alwaysWarning,
             regionIsCovered,
             {QT_TRANSLATE_NOOP(
                  "Rules", "Vérifier le lieu et son code postal, et les corriger s'il y a lieu."),
              ReturnReason::Place},
             placeOutsideRegion},
    };
    return rules;
}

} // namespace recoupe
