// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"

namespace recoupe {

//! Days a mandataire has to enter its offer: 10 for the Région and the Agefiph, 6 for Pôle emploi
//! ("Rappel : saisir l'offre sur le portail", founding document). Calendar days.
[[nodiscard]] int entryDays(Funder funder);
//! The last day in time: received on D, it is D+10 or D+6. Invalid when no day is known.
[[nodiscard]] QDate entryDeadline(const AwardNotification &award);

} // namespace recoupe
