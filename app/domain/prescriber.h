// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! Who gets the fortnightly table: one address, for one département or for the whole region.
struct Prescriber
{
    QString departement; //!< code; empty: the whole region
    QString structure;   //!< whose address it is: "Mission locale de Thiers"; may be empty
    QString address;     //!< of its mail

    friend bool operator==(const Prescriber &, const Prescriber &) = default;
};

} // namespace recoupe
