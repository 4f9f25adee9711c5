// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/pdffile.h"

#include <QHash>
#include <QMap>
#include <QRawFont>
#include <QSet>

#include <optional>

namespace recoupe {

//! A TrueType font as a file carries it (ISO 32000-1, 9.7 and 9.8): only the glyphs that were
//! drawn, their widths, and the text that each of them stands for.
class PdfFont
{
public:
    //! What an outline of TrueType may be embedded from; others are drawn as shapes.
    [[nodiscard]] static bool canEmbed(const QRawFont &font);

    PdfFont(const QRawFont &font, PdfId id);

    [[nodiscard]] PdfId id() const { return m_id; }
    //! Notes that \a glyph was drawn for \a text; false when it was for another text before, which
    //! whoever draws must then say otherwise.
    [[nodiscard]] bool stands(quint32 glyph, const QString &text);
    //! Notes that \a glyph was drawn; its text is said elsewhere.
    void use(quint32 glyph);
    //! Of a glyph, in thousandths of the font's size.
    [[nodiscard]] qreal advance(quint32 glyph) const;
    //! Writes the font, once all that is drawn with it was.
    void write(PdfFile &file) const;

private:
    [[nodiscard]] QByteArray baseName() const;
    [[nodiscard]] QByteArray subset() const;
    [[nodiscard]] QByteArray widths() const;
    [[nodiscard]] QByteArray toUnicode() const;
    [[nodiscard]] QByteArray descriptor(PdfId fontFile) const;

    QRawFont m_font; //!< of the size that words are shaped at
    PdfId m_id;
    QMap<quint32, QString> m_texts; //!< of the glyphs used; empty where it is said elsewhere
    mutable QHash<quint32, qreal> m_advances;
};

} // namespace recoupe
