// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

namespace recoupe {

//! The part of an edition that a view shows, grouped as it says; what is frozen stays as it is.
//! Within a group the order is that of the edition. A département or funder that the edition does
//! not have gives an edition without rows.
[[nodiscard]] EditionContent arranged(const EditionContent &whole, const EditionView &view);

//! Codes of the départements with rows, in the order of the edition; empty for what has no place.
[[nodiscard]] QStringList departementsOf(const EditionContent &content);

//! "departement", "funder", "domain".
[[nodiscard]] QString toToken(EditionGrouping grouping);
[[nodiscard]] std::optional<EditionGrouping> groupingFromToken(QStringView token);

} // namespace recoupe
