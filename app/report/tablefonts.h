// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/tablelayout.h"

#include <QFont>
#include <QTextLayout>

#include <array>

namespace recoupe {

//! A line of a broken text.
struct BrokenLine
{
    QString text;
    qreal width = 0;
};

//! The fonts of the table, and how a text becomes lines with them. Layout and renderers shape text
//! through this one class, so that what was measured is what is drawn.
class TableFonts
{
public:
    TableFonts();

    //! Families by preference; the first that exists is used.
    [[nodiscard]] static QStringList families();

    [[nodiscard]] const QFont &font(TextStyle style) const { return m_fonts[size_t(style)]; }
    //! Distance between two base lines.
    [[nodiscard]] qreal leading(TextStyle style) const;
    //! From the top of a line to its base line.
    [[nodiscard]] qreal ascent(TextStyle style) const;
    [[nodiscard]] qreal width(const QString &text, TextStyle style) const;

    //! Shapes a text on one line, for measuring and for drawing.
    void shape(QTextLayout &layout, TextStyle style) const;
    //! The text in lines no wider than \a width: between words, inside a word that is wider.
    [[nodiscard]] QList<BrokenLine> broken(const QString &text, TextStyle style, qreal width) const;
    //! The text with an ellipsis, as much of it as fits in \a width.
    [[nodiscard]] BrokenLine elided(const QString &text, TextStyle style, qreal width) const;

private:
    std::array<QFont, size_t(TextStyle::Small) + 1> m_fonts;
};

} // namespace recoupe
