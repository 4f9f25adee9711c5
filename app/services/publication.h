// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/audience.h"
#include "storage/offerrepository.h"

namespace recoupe {

//! Who gets to see a session as it stands on that day.
[[nodiscard]] Audience audienceOf(const StoredSession &session, const StoredAction &action,
                                  QDate today);
//! Whether SESAR is told that it is active: the AFC of the Région, activated (founding document,
//! "Pourquoi enregistrer").
[[nodiscard]] bool isActiveForSesar(const StoredSession &session, const StoredAction &action);

} // namespace recoupe
