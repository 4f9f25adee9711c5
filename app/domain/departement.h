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
//! The code of a département as people write it in a table: "63", "3" where a spreadsheet dropped
//! the zero, "Puy-de-Dôme", "63 - Puy-de-Dôme", "Puy-de-Dôme (63)"; case, accents and punctuation
//! do not count. Empty for what is no département.
[[nodiscard]] QString departementCode(const QString &text);

} // namespace recoupe
