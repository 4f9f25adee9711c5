// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace recoupe {

struct TitleWord;

//! Insertions, deletions, replacements and swaps of neighbours that make one word the other.
//! Bit-parallel (Myers 1999, swaps after Hyyrö 2003): a few operations a letter, whatever the
//! length of the other word. Words of at most 32 signs.
[[nodiscard]] int editDistance(QLatin1String a, QLatin1String b);

//! How alike two words are, from 0 to 1: slips of the pen, a word cut short, words of one family
//! ("comptable", "comptabilité"). Figures are equal or not.
[[nodiscard]] double wordLikeness(const TitleWord &a, const TitleWord &b);

} // namespace recoupe
