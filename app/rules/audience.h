// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <QStringList>

namespace recoupe {

//! Who gets to see one session (DOMAIN, "Who sees what").
struct Audience
{
    bool publicPortal = false;
    bool proPortal = false;
    bool table = false;    //!< the fortnightly table
    bool partners = false; //!< AUDE / GSP and Parcours 3
    bool parcoursH = false;

    friend bool operator==(const Audience &, const Audience &) = default;
};

//! What decides it, and nothing else.
struct Publication
{
    Funder funder = Funder::Other;
    bool activated = false; //!< the session and its action both
    RecruitmentState recruitment = RecruitmentState::Unknown;
    bool ended = false;             //!< its last day is before today
    bool publishedByPortal = false; //!< for other funders: the portal shows it
};

//! The truth table. A session of the three funders whose recruitment is not stated is treated as a
//! closed one: it is shown to nobody with a state that nobody gave, and still exported.
[[nodiscard]] Audience audienceOf(const Publication &publication);

//! "public", "pro", "table", "partners", "parcoursh", those that hold.
[[nodiscard]] QStringList toTokens(const Audience &audience);

} // namespace recoupe
