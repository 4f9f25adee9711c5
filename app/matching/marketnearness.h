// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"

namespace recoupe {

//! How a market number that was entered stands to one that was notified. Anything but Equal is
//! shown as a suggestion, never assumed.
enum class MarketNearness
{
    Far,
    Equal,     //!< after normalisation
    Envelope,  //!< one is the DECP identifier that holds the other
    LookAlike, //!< only signs taken for one another: O and 0, I, L and 1, S and 5, B and 8, Z and 2
    Swapped,   //!< two neighbouring signs interverted
    Missing,   //!< what was entered lacks one sign
    Extra,     //!< what was entered has one sign too many
    Replaced,  //!< one sign for another
};

//! A number ready to be compared: an index keeps them.
struct ComparableMarket
{
    ComparableMarket() = default;
    ComparableMarket(const MarketNumber &number); // NOLINT: meant to be implicit

    QString number; //!< normalised
    QString inside; //!< what a DECP identifier holds, else the number itself
};

//! Nearness of the two as written, else of what their envelopes hold. One slip at most, and only in
//! numbers of five signs or more: shorter ones are all near one another.
[[nodiscard]] MarketNearness compareMarkets(const ComparableMarket &entered,
                                            const ComparableMarket &notified);

//! The number with every sign that is taken for another made one: "MI4SI4OI" gives "M1451401".
[[nodiscard]] QString withoutLookAlikes(QStringView normalized);

} // namespace recoupe
