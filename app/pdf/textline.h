// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/pdffont.h"
#include "pdf/shapedword.h"

#include <QGlyphRun>

namespace recoupe {

namespace pdf {
//! "/F2", what the resources call that font.
[[nodiscard]] QByteArray fontName(size_t index);
//! Until EMC, what is drawn reads as that text.
[[nodiscard]] QByteArray beginActualText(const QString &text);
} // namespace pdf

//! The operators that set one line of text (ISO 32000-1, 9.4).
class PdfTextLine
{
public:
    struct Run
    {
        PdfFont *font;
        size_t fontIndex;
        QGlyphRun glyphs; //!< in units of a ShapedWord
    };

    //! \a origin: the two coordinates of the base line's left end.
    PdfTextLine(const QByteArray &origin, qreal size);

    //! A word that begins at \a x, in units of a ShapedWord.
    void append(const QString &text, const QList<Run> &runs, qreal x);
    //! Empty when nothing was appended.
    [[nodiscard]] QByteArray finished();

private:
    [[nodiscard]] static bool readsAsDrawn(const QString &text, const QList<Run> &runs);
    void appendRun(const Run &run, qreal x);
    void setFont(const Run &run);
    void moveTo(qreal x);
    void setRise(qreal rise);
    void endArray();

    QByteArray m_origin;
    qreal m_size;
    QByteArray m_operators;
    QByteArray m_array;  //!< strings and moves of a TJ
    QByteArray m_string; //!< glyphs side by side, in hexadecimal
    const PdfFont *m_font = nullptr;
    qreal m_pen = 0; //!< where the next glyph would stand, in thousandths of the size
    qreal m_rise = 0;
};

} // namespace recoupe
