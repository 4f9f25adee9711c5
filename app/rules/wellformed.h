// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Whether texts that stand for something outside have its form. None says that it exists.
namespace recoupe {

//! Fourteen digits, spaces apart, the last being the key of Luhn; the establishments of La Poste
//! (SIREN 356000000) have a sum of digits divisible by five instead.
[[nodiscard]] bool isWellFormedSiret(const QString &text);

//! A number that can be dialled from France: ten digits (overseas départements too), a short number
//! (36 46, 115, 118 218), or an international one after + or 00. An extension may follow ("poste
//! 12"), "(0)" may stand after +33.
[[nodiscard]] bool isWellFormedTelephone(const QString &text);

//! Five digits that begin with a département, 20 for Corsica, or an overseas collectivity.
[[nodiscard]] bool isFrenchPostalCode(const QString &text);

} // namespace recoupe
