// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/pdffont.h"
#include "pdf/shapedword.h"

#include <QGlyphRun>

#include <span>

namespace recoupe {

namespace pdf {
//! "/F2", what the resources call that font.
[[nodiscard]] QByteArray fontName(size_t index);
//! Until EMC, what is drawn reads as that text.
[[nodiscard]] QByteArray beginActualText(const QString &text);
} // namespace pdf

//! The glyphs of a TJ and the moves between them (ISO 32000-1, 9.4.3). Lengths in thousandths of
//! the size.
class PdfGlyphArray
{
public:
    explicit PdfGlyphArray(qreal pen = 0)
        : m_pen(pen)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! Where the next glyph would stand.
    [[nodiscard]] qreal pen() const { return m_pen; }
    void moveTo(qreal x);
    void append(quint32 glyph, qreal advance);
    //! A word whose left end is at \a x.
    void append(const PdfPlainWord &word, qreal x);
    //! Strings and moves so far, which begin anew; the pen stays.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_bytes;
    bool m_inString = false; //!< glyphs side by side, in hexadecimal
    qreal m_pen;
};

//! The operators that set one line of text (ISO 32000-1, 9.4).
class PdfTextLine
{
public:
    struct Run
    {
        PdfFont *font;
        size_t fontIndex;
        const QGlyphRun *glyphs; //!< in units of a ShapedWord
    };

    //! \a origin: the two coordinates of the base line's left end.
    PdfTextLine(const QByteArray &origin, qreal size);

    //! A word that begins at \a x, in units of a ShapedWord.
    void append(const QString &text, std::span<const Run> runs, qreal x);
    //! Empty when nothing was appended.
    [[nodiscard]] QByteArray finished();

private:
    [[nodiscard]] bool appendPlainWord(const QString &text, const Run &run, qreal x);
    void appendRun(const Run &run, qreal x);
    void setFont(const Run &run);
    void setRise(qreal rise);
    void endArray();

    QByteArray m_origin;
    qreal m_size;
    QByteArray m_operators;
    PdfGlyphArray m_array;
    const PdfFont *m_font = nullptr;
    qreal m_rise = 0;
};

} // namespace recoupe
