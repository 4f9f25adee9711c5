// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tableprofile.h"
#include "services/decisionoutcome.h"

namespace recoupe {

//! How the profile of one name stands: nothing where there is none.
using ProfileState = std::optional<TableProfile>;

//! What differs between a profile as it was \a seen and as it is \a now, in words, each with what
//! was \a wanted; empty where nothing does. Nobody notes who changed a profile, or when.
[[nodiscard]] QList<MeanwhileChange>
profileChanges(const ProfileState &seen, const ProfileState &now, const ProfileState &wanted);

} // namespace recoupe
