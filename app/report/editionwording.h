// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/shortdate.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

//! The words of the fortnightly table, one function for each thing it says. Fillers that LHEO
//! obliges producers to write ("-", ".") count as nothing said and are never printed.
namespace recoupe {

//! Text from a feed, ready to be printed: on one line, French spaces kept from breaking; empty for
//! a filler.
[[nodiscard]] QString printable(const QString &text);
//! At most \a limit characters, cut after a whole word where there is one, with "…".
[[nodiscard]] QString shortened(const QString &text, int limit);

//! "1er février 2026".
[[nodiscard]] QString longDate(QDate day);

//! "Puy-de-Dôme (63)", "Lieu non précisé" for an empty code.
[[nodiscard]] QString departementTitle(const QString &code);
//! "Ouvert", "SUSPENDU"; what an edition counts as open is what it calls so.
[[nodiscard]] QString stateWords(RecruitmentState state);
//! Objective, validation and level, particularity: a line each.
[[nodiscard]] QString detailsWords(const TrainingAction &action, const TrainingSession &session);
//! "niveau 4 (baccalauréat)" for a LHEO code; empty when it says nothing.
[[nodiscard]] QString levelWords(const QString &lheoCode);
//! "assuré par …" when others than the mandataire deliver, "avec …" when it does with others.
[[nodiscard]] QString delivererWords(const Organisation &mandataire,
                                     const QList<Organisation> &deliverers);
//! Commune and postal code, a line each, then the other communes.
[[nodiscard]] QString placeWords(const Place &place, const QList<Place> &others);
//! "du 12/01 au 30/04/2027", "entrées permanentes du … au …", "à partir de septembre 2027".
[[nodiscard]] QString datesWords(const TrainingSession &session);
//! "620 h en centre, 280 h en entreprise", then the hours a week.
[[nodiscard]] QString durationWords(const Duration &duration);
[[nodiscard]] QString placesWords(const TrainingSession &session);
//! The next meetings from that day on, a line each; "voir contact" when there is none to come.
[[nodiscard]] QString meetingWords(const QList<InfoMeeting> &meetings, QDate from);
//! Two numbers at most, a line each, in pairs of digits.
[[nodiscard]] QString telephoneWords(const Contact &contact);
//! "FT, POEC": the funder as named on that day, and the scheme.
[[nodiscard]] QString fundingWords(const TrainingSession &session, QDate on);
[[nodiscard]] QString marketWords(const MarketNumber &market);

} // namespace recoupe
