// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

namespace recoupe::testing {

//! The edition head of all samples: number 3 of 2026, on 9 February.
[[nodiscard]] EditionHead sampleHead();
//! A complete session of 2026-2027, different for each index, the same at every run. Nobody and
//! nothing in it exists.
[[nodiscard]] PublishedSession sampleSession(int index);
[[nodiscard]] EditionContent sampleEdition(int rows, bool draft = false);

//! The same with all that an edition can say: rows that are new or changed, and departures.
[[nodiscard]] EditionContent fullEdition(int rows, int departures);

//! Texts that fonts and files stumble over, a row for each: ligatures, writing from right to left,
//! marks that combine, signs that no font of the table has, controls.
[[nodiscard]] EditionContent scriptsEdition();

//! A row of texts between 0 and 400 characters, endless words among them.
[[nodiscard]] EditionRow randomRow(quint32 seed);
//! Rows with random texts in groups of random sizes.
[[nodiscard]] EditionContent randomEdition(int rows, quint32 seed);

} // namespace recoupe::testing
