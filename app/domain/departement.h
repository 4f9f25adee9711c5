// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace recoupe {

//! A French département: its code as in a postal code ("2A" and "2B" for Corsica) and its name.
struct Departement
{
    const char16_t *code;
    const char16_t *name;
};

//! All of them, in the order of their codes (INSEE, code officiel géographique).
[[nodiscard]] std::span<const Departement> departements();
//! "63" gives "Puy-de-Dôme"; empty for what is no département.
[[nodiscard]] QString departementName(QStringView code);

} // namespace recoupe
