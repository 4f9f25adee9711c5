// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/partners/offerwriter.h"

namespace recoupe {

//! Parcours H (Cap emploi): title, dates and places, a line a session, as `parcours-h.csv` and
//! `parcours-h.xlsx`, both for people. Every session is written; the digest is of its line. LHEO's
//! marks and schema have no part in it.
[[nodiscard]] Result<std::unique_ptr<OfferWriter>> openParcoursHFiles(const OfferWriting &writing);

} // namespace recoupe
