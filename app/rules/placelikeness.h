// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/sesardeclaration.h"
#include "domain/trainingsession.h"

namespace recoupe {

//! Where a place is, as a notification or a declaration names it. The text may name several
//! communes ("Moulins, Vichy"), or a département ("Allier").
struct NamedPlace
{
    QString text;
    QString postalCode;
    PlaceScope scope = PlaceScope::Unknown;
    QString code; //!< what the scope says it is
};

[[nodiscard]] NamedPlace placeOf(const AwardNotification &award);
[[nodiscard]] NamedPlace placeOf(const SesarDeclaration &declaration);
[[nodiscard]] NamedPlace placeOf(const TrainingSession &session);

//! Unknown wherever the two may be the same place: one of them says nothing, or names a site, an
//! agglomeration, a commune of several postal codes.
enum class PlaceLikeness
{
    Unknown,
    Same,
    OtherCommune,
    OtherDepartement,
};

[[nodiscard]] PlaceLikeness comparePlaces(const Place &entered, const NamedPlace &named);
//! The nearest of all places of the session.
[[nodiscard]] PlaceLikeness comparePlaces(const TrainingSession &session, const NamedPlace &named);
[[nodiscard]] bool areElsewhere(PlaceLikeness likeness);

//! As Place::departement(), with Corsica's two told apart; empty for what is no département.
[[nodiscard]] QString departementOf(const Place &place);

} // namespace recoupe
