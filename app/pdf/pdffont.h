// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "pdf/pdffile.h"

#include <QCache>
#include <QHash>
#include <QMap>
#include <QRawFont>

namespace recoupe {

//! A word whose text is that of its glyphs, as a TJ shows it wherever it stands. Lengths in
//! thousandths of the size, from the word's left end.
struct PdfPlainWord
{
    QByteArray shown; //!< empty when the text is not that of the glyphs
    qreal begin = 0;
    qreal end = 0;
};

//! A TrueType font as a file carries it (ISO 32000-1, 9.7 and 9.8): only the glyphs that were
//! drawn, their widths, and the text that each of them stands for.
class PdfFont
{
public:
    //! Whether glyphs of that font may stand in a file as such; others are drawn as shapes. It must
    //! have outlines of TrueType, one look (no axes, no colours), and a licence that lets a part of
    //! it be embedded.
    [[nodiscard]] static bool canEmbed(const QRawFont &font);

    PdfFont(const QRawFont &font, PdfId id);

    [[nodiscard]] PdfId id() const { return m_id; }
    //! Notes that \a glyph was drawn for \a text; false when it was for another text before, which
    //! whoever draws must then say otherwise.
    [[nodiscard]] bool stands(quint32 glyph, const QString &text);
    //! Notes that \a glyph was drawn for what is said beside it; \a guess is for who looks at
    //! glyphs alone.
    void use(quint32 glyph, const QString &guess);
    //! The glyph that a character has where nothing around it asks for another; 0 is none.
    [[nodiscard]] quint32 glyphOf(const QString &character) const;
    //! Of a glyph, in thousandths of the font's size.
    [[nodiscard]] qreal advance(quint32 glyph) const;
    //! Words set in it, as who draws them keeps them; forgotten when they get many.
    [[nodiscard]] QCache<QString, PdfPlainWord> &plainWords() { return m_plainWords; }
    //! Writes the font, once all that is drawn with it was. FileUnwritable, naming the font, when
    //! no part of it can be made: the file would be without its letters.
    [[nodiscard]] Result<> write(PdfFile &file) const;

private:
    struct Meaning
    {
        QString text;  //!< that it was drawn for; empty where words said theirs
        QString guess; //!< what of a word it may be
    };

    [[nodiscard]] QByteArray baseName() const;
    //! A font of the glyphs that were drawn; empty when it cannot be made.
    [[nodiscard]] QByteArray subset() const;
    [[nodiscard]] QByteArray widths() const;
    [[nodiscard]] QByteArray toUnicode() const;
    [[nodiscard]] QByteArray descriptor(PdfId fontFile) const;

    QRawFont m_font; //!< of the size that words are shaped at
    PdfId m_id;
    QMap<quint32, Meaning> m_glyphs; //!< that were drawn
    mutable QHash<quint32, qreal> m_advances;
    QCache<QString, PdfPlainWord> m_plainWords{4096};
};

} // namespace recoupe
