// SPDX-License-Identifier: GPL-3.0-or-later
// The session itself (DOMAIN, "The session itself").
#include "core/counted.h"
#include "rules/period.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

const char *const sessionHasDates = QT_TRANSLATE_NOOP(
    "Rules", "« La session de formation (le lieu, les dates, les financements de la formation). » "
             "(Enregistrer l'action de formation conventionnée, 2014)");
const char *const datesHaveADay = QT_TRANSLATE_NOOP(
    "Rules", "LHEO 2.3, type date : huit chiffres AAAAMMJJ ; AAAAMM00 ne dit que le mois, AAAA0000 "
             "que l'année, 00000000 et 99999999 une date inconnue.");
const char *const hoursAddUp = QT_TRANSLATE_NOOP(
    "Rules", "LHEO 2.3, action : nombre-heures-total est la somme de nombre-heures-centre et de "
             "nombre-heures-entreprise.");
const char *const poecIsShort = QT_TRANSLATE_NOOP(
    "Rules", "Code du travail, article L6326-3, et règle de financement de Pôle emploi : une POE "
             "collective compte 400 heures au plus (434 pour les titres de conducteur routier).");
const char *const meetingsComeFirst = QT_TRANSLATE_NOOP(
    "Rules", "« Peuvent être indiqués : les dates et lieux des informations collectives. » "
             "(Enregistrer l'action de formation conventionnée, 2014) Usage du Carif : elles "
             "précèdent l'entrée en formation.");
const char *const assessmentsLieWithin = QT_TRANSLATE_NOOP(
    "Rules", "« Peuvent être indiquées : les dates des bilans intermédiaires et finaux (uniquement "
             "diffusées sur le portail professionnel). » (Enregistrer l'action de formation "
             "conventionnée, 2014)");
const char *const recruitmentIsKept = QT_TRANSLATE_NOOP(
    "Rules",
    "« Il faut penser à actualiser sur la session l'état de recrutement, dès suspension ou "
    "fermeture. » (Enregistrer l'action de formation conventionnée, 2014)");

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
    const QString expected = RulesTr::tr("après le début (%1)").arg(inWords(session.start));
    return Observation{
        QStringLiteral("periode.fin"), inWords(session.end), expected,
        RulesTr::tr("La fin de la session (%1) doit venir %2 : faire corriger les dates.")
            .arg(inWords(session.end), expected)};
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
    const bool ended = session.hasEnded(subject.today);
    const bool begun = session.start.isKnown() && session.start.latest() < subject.today &&
                       session.entryMode != EntryMode::Permanent;
    if (!ended && !begun)
        return std::nullopt;
    const QString expected = RulesTr::tr("fermé ou suspendu");
    const QString since = ended ? RulesTr::tr("la session est finie (%1)").arg(inWords(session.end))
                                : RulesTr::tr("la session a commencé (%1) et n'est pas à entrées "
                                              "permanentes")
                                      .arg(inWords(session.start));
    return Observation{
        QStringLiteral("etat-recrutement"), RulesTr::tr("ouvert"), expected,
        RulesTr::tr("Le recrutement est encore ouvert alors que %1 ; on attend « %2 » : le faire "
                    "actualiser.")
            .arg(since, expected)};
}

Observation partialObservation(const char *field, const QString &label, const PartialDate &date)
{
    const QString expected = RulesTr::tr("une date au jour près");
    return Observation{
        QString::fromLatin1(field), inWords(date), expected,
        RulesTr::tr("%1 n'est pas connue au jour près : « %2 » (%3) ; il faut %4 : la demander à "
                    "l'organisme mandataire.")
            .arg(label, inWords(date), date.toLheo(), expected)};
}

//! Something stands there, but no day.
bool lacksItsDay(const PartialDate &date)
{
    return date.precision() != PartialDate::Precision::Absent && !date.isDay();
}

std::optional<Observation> datePartial(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    if (lacksItsDay(session.start))
        return partialObservation("periode.debut", RulesTr::tr("La date de début"), session.start);
    if (lacksItsDay(session.end))
        return partialObservation("periode.fin", RulesTr::tr("La date de fin"), session.end);
    // Meetings and assessments need no date: portals write 00000000 where there is none.
    for (const InfoMeeting &meeting : session.infoMeetings) {
        if (meeting.date.isPartial())
            return partialObservation("recrutement.periode",
                                      RulesTr::tr("La date d'une information collective"),
                                      meeting.date);
    }
    for (const Assessment &assessment : session.assessments) {
        if (assessment.date.isPartial())
            return partialObservation("bilans", RulesTr::tr("La date d'un bilan"), assessment.date);
    }
    return std::nullopt;
}

QString hours(int count)
{
    return counted(count, RulesTr::tr("%1 heure"), RulesTr::tr("%1 heures"));
}

//! Hours in centre and in company; where one is not given, at least the other.
int summedHours(const Duration &duration)
{
    return duration.centreHours.value_or(0) + duration.companyHours.value_or(0);
}

std::optional<Observation> hoursInconsistent(const SessionCase &subject)
{
    const Duration &duration = subject.session.duration;
    if (!duration.totalHours)
        return std::nullopt;
    const int sum = summedHours(duration);
    const bool bothGiven = duration.centreHours && duration.companyHours;
    if (bothGiven ? sum == *duration.totalHours : sum <= *duration.totalHours)
        return std::nullopt;
    const QString submitted = RulesTr::tr("%1 au total").arg(hours(*duration.totalHours));
    const QString expected = bothGiven ? RulesTr::tr("%1 en centre et %2 en entreprise, soit %3")
                                             .arg(*duration.centreHours)
                                             .arg(*duration.companyHours)
                                             .arg(hours(sum))
                                       : RulesTr::tr("au moins %1 dans le détail").arg(hours(sum));
    return Observation{
        QStringLiteral("nombre-heures-total"), submitted, expected,
        RulesTr::tr("Les heures ne s'additionnent pas : %1, mais %2 : faire corriger les heures.")
            .arg(submitted, expected)};
}

constexpr int poecHoursAtMost = 400;

std::optional<Observation> poecHours(const SessionCase &subject)
{
    const Duration &duration = subject.session.duration;
    const int total = std::max(duration.totalHours.value_or(0), summedHours(duration));
    if (total <= poecHoursAtMost || subject.scheme != Scheme::Poec)
        return std::nullopt;
    const QString expected = RulesTr::tr("%1 au plus").arg(hours(poecHoursAtMost));
    return Observation{
        QStringLiteral("nombre-heures-total"), hours(total), expected,
        RulesTr::tr("La POEC dure %1 ; une POEC compte %2 : vérifier les heures, ou la dérogation, "
                    "avec l'organisme mandataire.")
            .arg(hours(total), expected)};
}

std::optional<Observation> infoMeetingAfterStart(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    // As long as people may enter, they may be informed.
    const bool isFixed = session.entryMode == EntryMode::Fixed;
    const PartialDate &limit = isFixed ? session.start : session.end;
    for (const InfoMeeting &meeting : session.infoMeetings) {
        if (!liesOutside(meeting.date, {}, limit.latest()))
            continue;
        const QString pattern = isFixed ? RulesTr::tr("au plus tard au début de la session (%1)")
                                        : RulesTr::tr("au plus tard à la fin de la session (%1)");
        const QString expected = pattern.arg(inWords(limit));
        return Observation{
            QStringLiteral("recrutement.periode"), inWords(meeting.date), expected,
            RulesTr::tr("L'information collective (%1) devrait avoir lieu %2 : faire corriger "
                        "l'une des deux dates.")
                .arg(inWords(meeting.date), expected)};
    }
    return std::nullopt;
}

std::optional<Observation> assessmentOutsideSession(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    for (const Assessment &assessment : session.assessments) {
        if (!liesOutside(assessment.date, session.start.earliest(), session.end.latest()))
            continue;
        const QString expected = inWords(session.start, session.end);
        return Observation{
            QStringLiteral("bilans"), inWords(assessment.date), expected,
            RulesTr::tr("Un bilan (%1) sort de la session, %2 : faire corriger sa date, ou "
                        "celles de la session.")
                .arg(inWords(assessment.date), expected)};
    }
    return std::nullopt;
}

} // namespace

std::span<const Rule> sessionRules()
{
    static const std::array rules{
        Rule{"dates-missing",
             QT_TRANSLATE_NOOP("Rules", "Dates absentes"),
             alwaysBlocking,
             sessionHasDates,
             {QT_TRANSLATE_NOOP("Rules", "Indiquer la date de début et la date de fin."),
              ReturnReason::Dates},
             datesMissing},
        Rule{"dates-reversed",
             QT_TRANSLATE_NOOP("Rules", "Dates inversées"),
             alwaysBlocking,
             sessionHasDates,
             {QT_TRANSLATE_NOOP("Rules", "Corriger les dates de la session."), ReturnReason::Dates},
             datesReversed},
        Rule{"date-partial",
             QT_TRANSLATE_NOOP("Rules", "Date incomplète"),
             alwaysWarning,
             datesHaveADay,
             {QT_TRANSLATE_NOOP("Rules", "Indiquer le jour exact."), ReturnReason::Dates},
             datePartial},
        Rule{"recruitment-missing",
             QT_TRANSLATE_NOOP("Rules", "État de recrutement absent"),
             alwaysWarning,
             recruitmentIsKept,
             {QT_TRANSLATE_NOOP("Rules", "Indiquer l'état de recrutement de la session."),
              ReturnReason::Other},
             recruitmentMissing},
        Rule{"recruitment-stale",
             QT_TRANSLATE_NOOP("Rules", "Recrutement à actualiser"),
             alwaysWarning,
             recruitmentIsKept,
             {QT_TRANSLATE_NOOP("Rules", "Actualiser l'état de recrutement de la session."),
              ReturnReason::Other},
             recruitmentStale},
        Rule{"hours-inconsistent",
             QT_TRANSLATE_NOOP("Rules", "Heures incohérentes"),
             alwaysWarning,
             hoursAddUp,
             {QT_TRANSLATE_NOOP("Rules", "Corriger les heures de la formation."),
              ReturnReason::Other},
             hoursInconsistent},
        Rule{"poec-hours",
             QT_TRANSLATE_NOOP("Rules", "POEC trop longue"),
             alwaysWarning,
             poecIsShort,
             {QT_TRANSLATE_NOOP("Rules",
                                "Corriger le nombre d'heures, ou nous transmettre la dérogation."),
              ReturnReason::Other},
             poecHours},
        Rule{
            "info-meeting-after-start",
            QT_TRANSLATE_NOOP("Rules", "Information collective trop tardive"),
            alwaysWarning,
            meetingsComeFirst,
            {QT_TRANSLATE_NOOP(
                 "Rules", "Corriger la date de l'information collective, ou celles de la session."),
             ReturnReason::Dates},
            infoMeetingAfterStart},
        Rule{"assessment-outside-session",
             QT_TRANSLATE_NOOP("Rules", "Bilan hors de la session"),
             alwaysWarning,
             assessmentsLieWithin,
             {QT_TRANSLATE_NOOP("Rules", "Corriger la date du bilan, ou celles de la session."),
              ReturnReason::Dates},
             assessmentOutsideSession},
    };
    return rules;
}

} // namespace recoupe
