// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

namespace recoupe {

//! The buyer a market names: a national file holds every one of France.
struct DecpBuyer
{
    QString id;   //!< SIRET, as written; may be empty or wrong
    QString name; //!< since 2022 files give none

    [[nodiscard]] bool isNamed() const { return !id.isEmpty() || !name.isEmpty(); }
    //! What to call it in a sentence: its name, else its number.
    [[nodiscard]] QString shown() const { return name.isEmpty() ? id : name; }

    friend bool operator==(const DecpBuyer &, const DecpBuyer &) = default;
};

//! Which of our funders it is: by its SIREN, else by its name. Nothing for any other.
[[nodiscard]] std::optional<Funder> funderOf(const DecpBuyer &buyer);

} // namespace recoupe
