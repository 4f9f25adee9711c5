// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace recoupe {

//! One paragraph of a record that is shown as a card: « [sign] Strong : text ».
struct CardLine
{
    QString badge = {};  //!< token of its sign and colour; may be empty
    QString strong = {}; //!< the words that stand out; may be empty
    QString text = {};
    bool isSmall = false; //!< where it comes from, and other asides

    //! "Strong : text", whichever of the two there is.
    [[nodiscard]] QString inWords() const;

    friend bool operator==(const CardLine &, const CardLine &) = default;
};
using CardLines = QList<CardLine>;

//! The role under which models of cards give their CardLines.
inline constexpr int CardLinesRole = Qt::UserRole + 1;

//! The card as a screen reader says it.
[[nodiscard]] QString inWords(const CardLines &lines);

} // namespace recoupe

Q_DECLARE_METATYPE(recoupe::CardLines)
