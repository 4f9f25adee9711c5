// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/accesschecks.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace recoupe::test {

namespace {

//! A font of the file with the glyphs that are drawn with it.
struct UsedFont
{
    QString reference;
    QJsonObject dictionary;
    QJsonObject descendant;
    QJsonObject descriptor;
    QSet<int> glyphs;
};

QList<UsedFont> fontsOf(const ReadPdf &pdf)
{
    QMap<QString, QSet<int>> used;
    for (const PageContent &content : pdf.contents) {
        for (const PaintedItem &item : content.painted) {
            if (!item.font.isEmpty())
                used[item.font] += QSet<int>(item.glyphs.begin(), item.glyphs.end());
        }
    }
    QList<UsedFont> fonts;
    for (auto it = used.cbegin(); it != used.cend(); ++it) {
        UsedFont font{it.key(), pdf.document.dictionary(it.key()), {}, {}, it.value()};
        font.descendant = pdf.document.dictionary(
            pdf.document.array(font.dictionary[QStringLiteral("/DescendantFonts")]).first());
        font.descriptor =
            pdf.document.dictionary(font.descendant[QStringLiteral("/FontDescriptor")]);
        fonts << font;
    }
    return fonts;
}

template <typename IsWrong>
QStringList wrongFonts(const ReadPdf &pdf, IsWrong isWrong)
{
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf)) {
        if (isWrong(font))
            defects << font.reference;
    }
    return defects;
}

template <typename IsWrong>
QStringList wrongGlyphs(const UsedFont &font, IsWrong isWrong)
{
    QStringList defects;
    for (const int glyph : font.glyphs) {
        if (isWrong(glyph))
            defects << QStringLiteral("font %1, glyph %2").arg(font.reference).arg(glyph);
    }
    return defects;
}

//! What the font's program says (OpenType: "maxp", "hhea", "hmtx", "head").
class FontProgram
{
public:
    FontProgram(const ReadPdf &pdf, const UsedFont &font)
        : m_bytes(pdf.document.stream(font.descriptor[QStringLiteral("/FontFile2")]))
    {
    }

    [[nodiscard]] int glyphCount() const { return u16("maxp", 4); }
    //! In thousandths of the size.
    [[nodiscard]] qreal width(int glyph) const
    {
        const int last = u16("hhea", 34) - 1;
        return 1000.0 * u16("hmtx", 4 * std::min(glyph, last)) / std::max(1, u16("head", 18));
    }

private:
    [[nodiscard]] int u16(const char *table, qsizetype offset) const
    {
        constexpr qsizetype directory = 12;
        constexpr qsizetype entry = 16;
        if (m_bytes.size() < directory)
            return 0;
        const char *bytes = m_bytes.constData();
        for (qsizetype i = 0; i < qFromBigEndian<quint16>(bytes + 4); ++i) {
            const char *found = bytes + directory + i * entry;
            const qsizetype at = qFromBigEndian<quint32>(found + 8) + offset;
            if (QByteArrayView(found, 4) == QByteArrayView(table) && at + 2 <= m_bytes.size())
                return qFromBigEndian<quint16>(bytes + at);
        }
        return 0;
    }

    QByteArray m_bytes;
};

//! What the file says, from the array of "glyph [width]".
QHash<int, qreal> widthsOf(const ReadPdf &pdf, const UsedFont &font)
{
    QHash<int, qreal> widths;
    const QJsonArray array = pdf.document.array(font.descendant[QStringLiteral("/W")]);
    for (qsizetype i = 0; i + 1 < array.size(); i += 2) {
        const QJsonArray row = array.at(i + 1).toArray();
        for (qsizetype k = 0; k < row.size(); ++k)
            widths[array.at(i).toInt() + int(k)] = row.at(k).toDouble();
    }
    return widths;
}

QHash<int, QString> textsOf(const ReadPdf &pdf, const UsedFont &font)
{
    static const QRegularExpression mapping(
        QStringLiteral("<([0-9A-Fa-f]{4})> ?<((?:[0-9A-Fa-f]{4})+)>\\n"));
    const QString map =
        QString::fromLatin1(pdf.document.stream(font.dictionary[QStringLiteral("/ToUnicode")]));
    // The range of the codes before them looks like a mapping.
    const QString mappings = map.section(QStringLiteral("endcodespacerange"), 1);
    QHash<int, QString> texts;
    for (auto it = mapping.globalMatch(mappings); it.hasNext();) {
        const auto match = it.next();
        QString text;
        for (qsizetype i = 0; i < match.capturedLength(2); i += 4)
            text += QChar(match.captured(2).sliced(i, 4).toUShort(nullptr, 16));
        texts[match.captured(1).toInt(nullptr, 16)] = text;
    }
    return texts;
}

QStringList encodings(const ReadPdf &pdf)
{
    return wrongFonts(pdf, [](const UsedFont &font) {
        return font.dictionary[QStringLiteral("/Subtype")].toString() != u"/Type0" ||
               font.dictionary[QStringLiteral("/Encoding")].toString() != u"/Identity-H";
    });
}

QStringList glyphMaps(const ReadPdf &pdf)
{
    return wrongFonts(pdf, [](const UsedFont &font) {
        return font.descendant[QStringLiteral("/CIDToGIDMap")].toString() != u"/Identity";
    });
}

QStringList programs(const ReadPdf &pdf)
{
    return wrongFonts(pdf, [&](const UsedFont &font) {
        return !pdf.document.isStream(font.descriptor[QStringLiteral("/FontFile2")]);
    });
}

QStringList subsets(const ReadPdf &pdf)
{
    static const QRegularExpression name(QStringLiteral("^/[A-Z]{6}\\+."));
    return wrongFonts(pdf, [](const UsedFont &font) {
        const QString base = font.dictionary[QStringLiteral("/BaseFont")].toString();
        return !name.match(base).hasMatch() ||
               font.descendant[QStringLiteral("/BaseFont")] != base ||
               font.descriptor[QStringLiteral("/FontName")] != base ||
               font.descriptor.contains(QStringLiteral("/CIDSet"));
    });
}

QStringList missingGlyphs(const ReadPdf &pdf)
{
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf)) {
        const int count = FontProgram(pdf, font).glyphCount();
        defects += wrongGlyphs(font, [count](int glyph) { return glyph >= count; });
    }
    return defects;
}

QStringList widths(const ReadPdf &pdf)
{
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf)) {
        const FontProgram program(pdf, font);
        const QHash<int, qreal> said = widthsOf(pdf, font);
        defects += wrongGlyphs(font, [&](int glyph) {
            return !said.contains(glyph) || std::abs(said[glyph] - program.width(glyph)) > 1;
        });
    }
    return defects;
}

QStringList unmappedGlyphs(const ReadPdf &pdf)
{
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf)) {
        const QHash<int, QString> texts = textsOf(pdf, font);
        defects += wrongGlyphs(font, [&](int glyph) { return !texts.contains(glyph); });
    }
    return defects;
}

QStringList wrongTexts(const ReadPdf &pdf)
{
    static const auto isWrong = [](QChar c) {
        return c == u'\0' || c == QChar::ByteOrderMark || c == QChar::ByteOrderSwapped ||
               (c >= QChar(0xFB00) && c <= QChar(0xFB06));
    };
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf)) {
        const QHash<int, QString> texts = textsOf(pdf, font);
        defects += wrongGlyphs(
            font, [&](int glyph) { return std::ranges::any_of(texts[glyph], isWrong); });
    }
    return defects;
}

QStringList absentGlyphs(const ReadPdf &pdf)
{
    QStringList defects;
    for (const UsedFont &font : fontsOf(pdf))
        defects += wrongGlyphs(font, [](int glyph) { return glyph == 0; });
    return defects;
}

constexpr std::array checks{
    AccessCheck{"7.21.3.1, 7.21.3.3", "glyphs are addressed by Identity-H", encodings},
    AccessCheck{"7.21.3.2", "the map from codes to glyphs is said", glyphMaps},
    AccessCheck{"7.21.4.1-1", "fonts are embedded", programs},
    AccessCheck{"7.21.4.1-3", "fonts have the glyphs that are drawn", missingGlyphs},
    AccessCheck{"7.21.4.2", "the part of a font has a name of its own", subsets},
    AccessCheck{"7.21.5", "widths are those of the font", widths},
    AccessCheck{"7.2-1, 7.21.7-1", "each glyph drawn has a text", unmappedGlyphs},
    AccessCheck{"7.21.7-2", "the text of a glyph is none that cannot be searched", wrongTexts},
    AccessCheck{"7.21.8", "no missing glyph is drawn", absentGlyphs},
};

} // namespace

std::span<const AccessCheck> fontChecks()
{
    return checks;
}

} // namespace recoupe::test
