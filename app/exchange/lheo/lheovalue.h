// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheomodel.h"

#include <QString>
#include <QStringList>

#include <optional>

//! The values that LHEO 2.3 takes in its leaves and attributes.
namespace recoupe {

//! Whether a text may stand as it is in an element without children. White space at the ends of a
//! code, a number or a date is not allowed here, as some readers do not pass over it.
[[nodiscard]] bool fits(const LheoElement &element, std::string_view text);

//! A value made to fit.
struct FittedValue
{
    std::string text;
    QString change; //!< what was done to it, as a phrase; empty where only the ends were trimmed
};

//! Makes a text that does not fit fit, where that changes nothing of what it says, or cuts a text
//! for readers at a word. Nothing where there is no such way.
[[nodiscard]] std::optional<FittedValue> fitted(const LheoElement &element, std::string_view text);

//! What an element has to hold, as a phrase: "5 caractères exactement".
[[nodiscard]] QString expectedIn(const LheoElement &element);

//! Whether an attribute of that kind may have that value.
[[nodiscard]] bool fits(LheoAttribute kind, std::string_view value);

//! The text on several lines of at most so many characters, each broken at a word where there is
//! one.
[[nodiscard]] QStringList wrappedAtWords(const QString &text, int mostCharacters);
//! The text's beginning, of at most so many characters with the "…" that marks the cut.
[[nodiscard]] QString cutAtWord(const QString &text, int mostCharacters);

} // namespace recoupe
