// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace recoupe {

//! The domain that a specialty of training belongs to, by the first two digits of its NSF code
//! ("233" gives "Génie civil, construction, bois"); empty for what is none of the seventeen.
//! Nomenclature des spécialités de formation, code de l'éducation, article D311-4.
[[nodiscard]] QString nsfDomainName(QStringView code);
//! Of the first code that has a domain; empty when none has.
[[nodiscard]] QString nsfDomainName(const QStringList &codes);

} // namespace recoupe
