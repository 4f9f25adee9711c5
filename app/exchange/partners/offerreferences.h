// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/partners/offertext.h"

#include <unordered_set>

namespace recoupe {

//! Takes out the identifiers that the file has already (\a taken, to which the others are added),
//! and the references to what is not in the same offer: XML wants each `id` once in a file, and an
//! `idref` to name one of them.
void settleReferences(OfferText &offer, std::unordered_set<std::string> &taken);

} // namespace recoupe
