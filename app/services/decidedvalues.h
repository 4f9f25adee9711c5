// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "storage/offerrepository.h"

//! What is decided about sessions and actions, as the trail words it.
namespace recoupe {

//! "active", "inactive".
[[nodiscard]] QString activationToken(bool active);
//! What holds of a session on one axis: activation, recruitment, the notification associated or why
//! it was set aside; empty for none. Refusals are many, and settings no session's: empty as well.
[[nodiscard]] QString valueOf(const StoredSession &stored, DecisionKind kind);

} // namespace recoupe
