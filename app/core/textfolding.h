// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace recoupe {

//! The text as a reader compares it: no case, no accents, ligatures spelt out, every kind of dash,
//! apostrophe and space made one, runs of white space made one, none at the ends.
//! "Œuvre  Effıcace – ÉTÉ" -> "oeuvre efficace - ete". Empty gives empty.
[[nodiscard]] QString folded(QStringView text);

//! Composed form (NFC) with control characters dropped and the ends trimmed; line breaks stay.
//! For text that came from outside and is shown as it is.
[[nodiscard]] QString cleaned(QStringView text);
//! The same; a text that is clean is not copied.
[[nodiscard]] QString cleaned(const QString &text);

//! True where nothing is said: empty, only punctuation, or a usual filler
//! ("-", ".", "non renseigné", "non precise", "néant").
[[nodiscard]] bool isPlaceholder(QStringView text);

} // namespace recoupe
