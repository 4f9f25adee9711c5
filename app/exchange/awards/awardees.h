// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"

namespace recoupe {

//! Of one contract: no group has as many members.
inline constexpr qsizetype maxAwardees = 200;

enum class AwardeeJoin
{
    NothingNew, //!< the award already had these awardees
    Joined,
    TooMany,    //!< more than maxAwardees
    OtherAward, //!< the two differ in more than their awardees
};

//! Adds the awardees of \a other to those of \a award where both are one award to a group, listed
//! with a row for each member. Any of them may be the mandataire.
[[nodiscard]] AwardeeJoin joinAwardees(AwardNotification &award, const AwardNotification &other);

//! The SIRETs that one cell holds: apart by , ; / a line break, or by spaces between groups of
//! fourteen digits. Each as written: what is no SIRET stays too.
[[nodiscard]] QStringList splitSirets(const QString &text);

} // namespace recoupe
