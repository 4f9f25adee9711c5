// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

//! The Région's SIEG and the titles that the founding document prescribes for its three segments.
namespace recoupe {

[[nodiscard]] bool isRegionSieg(const SessionCase &subject);
//! An atelier multisectoriel: segment 2, or its title where no segment is given.
[[nodiscard]] bool isWorkshop(const SessionCase &subject);

//! Whether the action bears the title of its segment (of any, where none is given). The département
//! is one of the region's or that of the place, as number or name; case, accents and kinds of dash
//! do not count.
[[nodiscard]] bool hasSiegTitle(const SessionCase &subject);
//! A title that the founding document prescribes is right, whatever the contract calls itself.
[[nodiscard]] bool hasPrescribedTitle(const SessionCase &subject);
//! The title that it should bear: "Remise à niveau 63 – (Réactif)".
[[nodiscard]] QString siegTitleExpected(const SessionCase &subject);

} // namespace recoupe
