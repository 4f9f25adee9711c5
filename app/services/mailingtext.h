// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "correspondence/lettertemplate.h"
#include "report/editioncontent.h"

namespace recoupe {

//! What the template of a mailing is filled in with for a view of an edition: its number and date,
//! what it shows, how many sessions, and what changed since the edition before, the longest lists
//! cut short.
[[nodiscard]] PlaceTexts mailingPlaces(const EditionContent &content, const QString &operatorName);

} // namespace recoupe
