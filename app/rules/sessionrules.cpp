// SPDX-License-Identifier: GPL-3.0-or-later
// The session itself (DOMAIN, "The session itself").
#include "rules/rule.h"
#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

const char *const contactIsMandatory = QT_TRANSLATE_NOOP(
    "Rules", "« Est obligatoirement saisi un contact (nom, téléphone), et dont le mail cliquable "
             "permet d'envoyer un message. » (Enregistrer l'action de formation conventionnée, "
             "2014)");
const char *const sessionHasDatesAndPlace = QT_TRANSLATE_NOOP(
    "Rules", "« La session de formation (le lieu, les dates, les financements de la formation). » "
             "(Enregistrer l'action de formation conventionnée, 2014)");
const char *const recruitmentIsKept = QT_TRANSLATE_NOOP(
    "Rules",
    "« Il faut penser à actualiser sur la session l'état de recrutement, dès suspension ou "
    "fermeture. » (Enregistrer l'action de formation conventionnée, 2014)");

//! The same contact that the table prints: those of the session first, then those of the action.
Contact contactOf(const SessionCase &subject)
{
    return preferredContact(subject.session.contacts + subject.action.contacts);
}

std::optional<Observation> contactMissing(const SessionCase &subject)
{
    const Contact contact = contactOf(subject);
    if (contact.hasName() && contact.hasTelephone())
        return std::nullopt;
    const QString expected = RulesTr::tr("un nom et un téléphone");
    const QString lacking =
        !contact.hasName() && !contact.hasTelephone() ? RulesTr::tr("ni nom ni téléphone")
        : contact.hasName() ? RulesTr::tr("« %1 », sans téléphone").arg(contact.fullName())
                            : RulesTr::tr("un téléphone, sans nom");
    return Observation{
        QStringLiteral("contact-session.coordonnees"), lacking, expected,
        RulesTr::tr("Le contact pour les prescriptions donne %1 ; il faut %2 : les demander à "
                    "l'organisme mandataire.")
            .arg(lacking, expected)};
}

std::optional<Observation> contactEmailMissing(const SessionCase &subject)
{
    const Contact contact = contactOf(subject);
    if (contact.hasEmail())
        return std::nullopt;
    const QString expected =
        RulesTr::tr("une adresse qui ouvre un message, comme nom@organisme.fr");
    const QString submitted = orMissing(contact.email);
    return Observation{
        QStringLiteral("contact-session.coordonnees.courriel"), contact.email, expected,
        RulesTr::tr("Le courriel du contact est « %1 » ; il faut %2 : le demander à l'organisme "
                    "mandataire.")
            .arg(submitted, expected)};
}

std::optional<Observation> datesMissing(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    if (session.start.isKnown() && session.end.isKnown())
        return std::nullopt;
    const QString submitted = inWords(session.start, session.end);
    const QString expected = RulesTr::tr("une date de début et une date de fin");
    return Observation{
        session.start.isKnown() ? QStringLiteral("periode.fin") : QStringLiteral("periode.debut"),
        submitted, expected,
        RulesTr::tr("Les dates saisies sont incomplètes (%1) ; il faut %2 : les demander à "
                    "l'organisme mandataire.")
            .arg(submitted, expected)};
}

std::optional<Observation> datesReversed(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    // Surely reversed, whatever day a partial date means.
    if (!session.start.isKnown() || !session.end.isKnown() ||
        session.end.latest() >= session.start.earliest())
        return std::nullopt;
    return Observation{
        QStringLiteral("periode.fin"), inWords(session.end),
        RulesTr::tr("le %1 ou plus tard").arg(inWords(session.start)),
        RulesTr::tr("La session finit le %1, avant de commencer le %2 : faire corriger les dates.")
            .arg(inWords(session.end), inWords(session.start))};
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

std::optional<Observation> recruitmentMissing(const SessionCase &subject)
{
    if (subject.recruitment != RecruitmentState::Unknown)
        return std::nullopt;
    const QString expected = RulesTr::tr("ouvert, suspendu ou fermé");
    return Observation{
        QStringLiteral("etat-recrutement"), QString(), expected,
        RulesTr::tr(
            "L'état de recrutement n'est pas renseigné (il faut %1) ; la session ne peut être "
            "diffusée sans lui : le demander au mandataire ou le fixer.")
            .arg(expected)};
}

std::optional<Observation> recruitmentStale(const SessionCase &subject)
{
    if (subject.recruitment != RecruitmentState::Open)
        return std::nullopt;
    const TrainingSession &session = subject.session;
    const bool ended = session.end.isKnown() && session.end.latest() < subject.today;
    const bool begun = session.start.isKnown() && session.start.latest() < subject.today &&
                       session.entryMode != EntryMode::Permanent;
    if (!ended && !begun)
        return std::nullopt;
    const QString expected = RulesTr::tr("fermé ou suspendu");
    const QString since =
        ended ? RulesTr::tr("la session est finie depuis le %1").arg(inWords(session.end))
              : RulesTr::tr("la session a commencé le %1 et n'est pas à entrées "
                            "permanentes")
                    .arg(inWords(session.start));
    return Observation{
        QStringLiteral("etat-recrutement"), RulesTr::tr("ouvert"), expected,
        RulesTr::tr("Le recrutement est encore ouvert alors que %1 ; on attend « %2 » : le faire "
                    "actualiser.")
            .arg(since, expected)};
}

} // namespace

std::span<const Rule> sessionRules()
{
    static const std::array rules{
        Rule{"contact-missing", alwaysBlocking, contactIsMandatory, contactMissing},
        Rule{"contact-email-missing", alwaysBlocking, contactIsMandatory, contactEmailMissing},
        Rule{"dates-missing", alwaysBlocking, sessionHasDatesAndPlace, datesMissing},
        Rule{"dates-reversed", alwaysBlocking, sessionHasDatesAndPlace, datesReversed},
        Rule{"place-missing", alwaysBlocking, sessionHasDatesAndPlace, placeMissing},
        Rule{"recruitment-missing", alwaysWarning, recruitmentIsKept, recruitmentMissing},
        Rule{"recruitment-stale", alwaysWarning, recruitmentIsKept, recruitmentStale},
    };
    return rules;
}

} // namespace recoupe
