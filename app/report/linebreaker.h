// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace recoupe {

//! A line of a broken text.
struct BrokenLine
{
    QString text;
    qreal width = 0;
    bool insideWord = false; //!< the next line goes on with the same word
};

//! Where a text may break although it has no space there, and where it must not although a rule of
//! Unicode would let it; neither is printed.
constexpr QChar breakHere(0x200B);    // zero width space
constexpr QChar keepTogether(0x2060); // word joiner

//! The text in lines no wider than \a width, as \a widthOf measures them: at the break
//! opportunities of Unicode (UAX 14), at a no-break space or inside a word where that is wider than
//! a line. No empty lines, and no control characters.
[[nodiscard]] QList<BrokenLine> brokenLines(const QString &text, qreal width,
                                            const std::function<qreal(const QString &)> &widthOf);

} // namespace recoupe
