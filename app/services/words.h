// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "rules/audience.h"
#include "rules/finding.h"
#include "services/importservice.h"

//! The words that the window and the command line share.
namespace recoupe {

[[nodiscard]] QString activationName(bool active);
[[nodiscard]] QString recruitmentName(RecruitmentState state);
[[nodiscard]] QString severityName(Severity severity);
//! "Portail public, portail professionnel, tableau…"; says so when nobody does.
[[nodiscard]] QString audienceInWords(const Audience &audience);
//! What a setting is about: "Décompte des délais de saisie"; its name where it is not known.
[[nodiscard]] QString settingInWords(const QString &name);
//! "jours ouvrés", "bloquant", "03 15 43 63".
[[nodiscard]] QString settingValueInWords(const QString &name, const QString &text);
//! "Décompte des délais de saisie : jours calendaires → jours ouvrés".
[[nodiscard]] QString settingChangeInWords(const QString &name, const QString &before,
                                           const QString &after);
//! "Activation : inactive → active", "Recrutement : ouvert → suspendu", "Notification : aucune →
//! M1451401".
[[nodiscard]] QString decisionInWords(const Decision &decision);
//! "portail.xml : 12 nouvelles, 3 modifiées, 40 inchangées, 2 rejetées.": what there is of each.
[[nodiscard]] QString importInWords(const ImportSummary &summary);

} // namespace recoupe
