// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/shapedword.h"
#include "report/linebreaker.h"
#include "report/tablelayout.h"

#include <QCache>
#include <QFont>

#include <array>

class QTextLayout;

namespace recoupe {

//! The fonts of the table, and how a text becomes lines with them. Layout and renderers shape text
//! through this one class, so that what was measured is what is drawn. The words of a table come
//! again and again, and so do the texts of its cells: each is shaped, and broken, once. Of the
//! thread that made it.
class TableFonts
{
public:
    //! \a scale: of all sizes, 1 for the A4 table.
    explicit TableFonts(qreal scale = 1);

    //! Families by preference; the first that exists is used.
    [[nodiscard]] static QStringList families();
    //! A font of these families, not hinted, so that it looks the same at any scale.
    [[nodiscard]] static QFont font(bool bold, int pixelSize);

    [[nodiscard]] const QFont &font(TextStyle style) const { return m_fonts[size_t(style)]; }
    [[nodiscard]] qreal size(TextStyle style) const;
    //! Distance between two base lines.
    [[nodiscard]] qreal leading(TextStyle style) const;
    //! From the top of a line to its base line.
    [[nodiscard]] qreal ascent(TextStyle style) const;
    [[nodiscard]] qreal width(const QString &text, TextStyle style) const;

    //! The words of a line one after the other, their spaces with them. A text that runs from right
    //! to left is one word.
    [[nodiscard]] QList<ShapedWord> words(const QString &text, TextStyle style) const;
    //! Shapes a text on one line, for a painter.
    void shape(QTextLayout &layout, TextStyle style) const;
    //! The text in lines no wider than \a width: between words, inside a word that is wider.
    [[nodiscard]] QList<BrokenLine> broken(const QString &text, TextStyle style, qreal width) const;
    //! The text with an ellipsis, as much of it as fits in \a width.
    [[nodiscard]] BrokenLine elided(const QString &text, TextStyle style, qreal width) const;

private:
    struct Weight
    {
        QFont font; //!< as large as what was shaped
        QCache<QString, ShapedWord> words;
    };

    static constexpr size_t styleCount = size_t(TextStyle::Small) + 1;

    //! What lines were made of.
    struct BrokenKey
    {
        QString text;
        TextStyle style;
        qreal width;

        friend bool operator==(const BrokenKey &, const BrokenKey &) = default;
        friend size_t qHash(const BrokenKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, int(key.style), key.width);
        }
    };

    [[nodiscard]] Weight &weightOf(TextStyle style) const;
    [[nodiscard]] const ShapedWord &shaped(QStringView word, TextStyle style) const;

    qreal m_scale;
    std::array<QFont, styleCount> m_fonts;
    mutable std::array<Weight, 2> m_weights; //!< regular, bold
    mutable QCache<BrokenKey, QList<BrokenLine>> m_broken;
};

} // namespace recoupe
