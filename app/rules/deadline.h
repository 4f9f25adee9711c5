// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "rules/checksettings.h"

namespace recoupe {

//! Days a mandataire has to enter its offer: 10 for the Région and the Agefiph, 6 for Pôle emploi
//! ("Rappel : saisir l'offre sur le portail", founding document).
[[nodiscard]] int entryDays(Funder funder);
//! The last day in time: received on D, it is D+10 or D+6, in calendar or in working days. Invalid
//! when no day is known.
[[nodiscard]] QDate entryDeadline(const AwardNotification &award, DayCount count);

//! Whether France as a whole rests on that day (Code du travail, L3133-1); Alsace-Moselle's two
//! days more do not count.
[[nodiscard]] bool isPublicHoliday(QDate day);
//! Monday to Friday, and no public holiday.
[[nodiscard]] bool isWorkingDay(QDate day);

} // namespace recoupe
