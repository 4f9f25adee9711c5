// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/letter.h"
#include "domain/note.h"
#include "rules/audience.h"
#include "rules/finding.h"
#include "services/distributionservice.h"
#include "services/exportservice.h"
#include "services/importservice.h"

//! The words that the window and the command line share.
namespace recoupe {

[[nodiscard]] QString activationName(bool active);
[[nodiscard]] QString recruitmentName(RecruitmentState state);
[[nodiscard]] QString severityName(Severity severity);
//! "Portail public, portail professionnel, tableau…"; says so when nobody does.
[[nodiscard]] QString audienceInWords(const Audience &audience);
//! "Demande de correction", "Relance".
[[nodiscard]] QString letterKindName(LetterKind kind);
//! "Correction demandée (message copié)", for the history of a session.
[[nodiscard]] QString letterInWords(const Letter &letter);
//! "Puy-de-Dôme (63)"; "toute la région" for an empty code.
[[nodiscard]] QString scopeInWords(const QString &departement);
//! "42 adresses"; "aucune adresse".
[[nodiscard]] QString addressesInWords(qsizetype count);
//! "12 sessions"; "aucune session".
[[nodiscard]] QString sessionsInWords(qsizetype count);
//! "le 23/11/2026 14:05, par Odile, à 42 adresses"; "rien encore", where somebody waits for it;
//! empty where nobody does.
[[nodiscard]] QString roundInWords(const MailingTarget &target);
//! That a draft is too large for many mail servers.
[[nodiscard]] QString largeDraftInWords(const MailingDraft &draft);
//! "12 sessions, + 3 / ~ 1 / − 2, 1 laissée de côté".
[[nodiscard]] QString countsInWords(const DeliveryCounts &counts);
//! "AUDE / GSP, 23/11/2026 06:00 : Envoyé. 12 sessions…".
[[nodiscard]] QString deliveryInWords(const Delivery &delivery);
//! "+ SE_1 Titre, 04/01/2027, Thiers".
[[nodiscard]] QString differenceInWords(const ExportDifference &difference);
//! What a setting is about: "Décompte des délais de saisie"; its name where it is not known.
[[nodiscard]] QString settingInWords(const QString &name);
//! "jours ouvrés", "bloquant", "03 15 43 63".
[[nodiscard]] QString settingValueInWords(const QString &name, const QString &text);
//! "Décompte des délais de saisie : jours calendaires → jours ouvrés".
[[nodiscard]] QString settingChangeInWords(const QString &name, const QString &before,
                                           const QString &after);
//! A decision as three cells.
struct DecisionWords
{
    QString what; //!< "Activation", "Recrutement", "Notification"…
    QString before;
    QString after;
};
[[nodiscard]] DecisionWords decisionWords(const Decision &decision);
//! "Activation : inactive → active", "Recrutement : ouvert → suspendu", "Notification : aucune →
//! M1451401".
[[nodiscard]] QString decisionInWords(const Decision &decision);
//! The same, and whether it takes back or brings back: "Annulation. Activation : active →
//! inactive".
[[nodiscard]] QString eventInWords(const Decision &decision);
//! What was decided together, by its last event: "Activation : inactive → active (38 sessions)";
//! empty for none.
[[nodiscard]] QString batchInWords(const QList<Decision> &events);
//! "Le 23/11/2026 14:05, Odile : Rappelle lundi."
[[nodiscard]] QString noteInWords(const Note &note);
//! "portail.xml : 12 nouvelles, 3 modifiées, 40 inchangées, 2 rejetées.": what there is of each.
[[nodiscard]] QString importInWords(const ImportSummary &summary);
//! The same without the file: "12 nouvelles, 3 modifiées, 40 inchangées, 2 rejetées".
[[nodiscard]] QString countsInWords(const ImportSummary &summary);
//! What becomes of active sessions, a sentence for each kind of change: "2 sessions actives passent
//! de « Conforme » à « À revoir » : SE_0000060206, SE_0000060207."
[[nodiscard]] QStringList activeChangesInWords(const QList<ActiveChange> &changes);

} // namespace recoupe
