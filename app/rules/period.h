// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partialdate.h"

namespace recoupe {

//! Certainly outside the period: even the most favourable reading of a partial date is. An open
//! side is open, and a period that ends before it begins says nothing.
[[nodiscard]] inline bool liesOutside(const PartialDate &date, QDate first, QDate last)
{
    if (!date.isKnown() || (first.isValid() && last.isValid() && last < first))
        return false;
    return (first.isValid() && date.latest() < first) || (last.isValid() && date.earliest() > last);
}

} // namespace recoupe
