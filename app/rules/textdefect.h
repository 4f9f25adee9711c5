// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace recoupe {

//! Something in a text that a reader should never see.
struct TextDefect
{
    QString nature;  //!< French: "une balise HTML"
    QString excerpt; //!< where it stands
};

//! Tags or entities of HTML, accents broken by a wrong encoding, replacement characters.
[[nodiscard]] std::optional<TextDefect> displayDefect(const QString &text);

//! A number that only its funder or its author understands: something that has the form of a market
//! number (M1451401) or of the Région's internal references (R4218), or a long number that ends the
//! title after a dash. Certifications keep theirs: CACES R489, RNCP34095.
[[nodiscard]] std::optional<TextDefect> titleDefect(const QString &title);

} // namespace recoupe
