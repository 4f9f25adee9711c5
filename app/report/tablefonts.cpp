// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablefonts.h"

#include "report/linebreaker.h"

#include <QTextLayout>

#include <algorithm>

namespace recoupe {

namespace {

//! Lengths in points; a pixel of these fonts is a point.
struct FontSpec
{
    int size;
    bool bold;
    qreal leading;
};

// In the order of TextStyle.
constexpr std::array fontSpecs{
    FontSpec{15, true, 18},  // Title
    FontSpec{11, true, 18},  // Edition
    FontSpec{12, false, 16}, // Notice
    FontSpec{9, true, 11},   // GroupTitle
    FontSpec{8, true, 9.5},  // Heading
    FontSpec{8, true, 9.5},  // Strong
    FontSpec{8, false, 9.5}, // Body
    FontSpec{7, false, 8.5}, // Small
};

// Of Liberation Sans and of Arial, from which it takes its measures. Fixed here, so that a page
// has the same lines wherever it is laid out.
constexpr qreal ascentOfSize = 0.905;
constexpr qreal unlimited = 1e7;
constexpr int keptWords = 4096;
constexpr int keptTexts = 1024;

const FontSpec &specOf(TextStyle style)
{
    return fontSpecs[size_t(style)];
}

//! Advances as the font designer gave them: glyphs then stand at the same place at any scale.
QTextLine onOneLine(QTextLayout &layout)
{
    QTextOption option;
    option.setUseDesignMetrics(true);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(unlimited);
    layout.endLayout();
    return line;
}

//! The glyphs of a line from left to right, with their places from its base line. Qt groups them by
//! font, in no order that could be relied on.
QList<QGlyphRun> runsOf(const QTextLine &line)
{
    QList<QGlyphRun> runs = line.glyphRuns();
    for (QGlyphRun &run : runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position.ry() -= line.y() + line.ascent();
        run.setPositions(positions);
    }
    runs.removeIf([](const QGlyphRun &run) { return run.glyphIndexes().isEmpty(); });
    std::ranges::sort(runs, {}, [](const QGlyphRun &run) { return run.positions().first().x(); });
    return runs;
}

ShapedWord shapedWord(const QString &word, const QFont &font)
{
    QTextLayout layout(word, font);
    const QTextLine line = onOneLine(layout);
    return {word, runsOf(line), line.horizontalAdvance()};
}

bool runsFromRightToLeft(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

//! Each with the space after it; all in one where they do not follow one another to the right.
QList<QStringView> wordsOf(const QString &text)
{
    if (runsFromRightToLeft(text))
        return {text};
    QList<QStringView> words;
    words.reserve(text.count(u' ') + 1);
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype space = text.indexOf(u' ', start);
        const qsizetype end = space < 0 ? text.size() : space + 1;
        words << QStringView(text).sliced(start, end - start);
        start = end;
    }
    return words;
}

//! For looking it up: a word that is kept must be a copy.
QString asKey(QStringView word)
{
    return QString::fromRawData(word.data(), word.size());
}

} // namespace

TableFonts::TableFonts(qreal scale)
    : m_scale(scale)
{
    static_assert(fontSpecs.size() == styleCount);
    m_broken.setMaxCost(keptTexts);
    for (size_t style = 0; style < m_fonts.size(); ++style)
        m_fonts[style] = font(fontSpecs[style].bold, int(size(TextStyle(style))));
    for (size_t weight = 0; weight < m_weights.size(); ++weight) {
        m_weights[weight].font = font(weight == 1, int(ShapedWord::unitsPerSize));
        m_weights[weight].words.setMaxCost(keptWords);
    }
}

QStringList TableFonts::families()
{
    return {QStringLiteral("Liberation Sans"), QStringLiteral("Arial"),
            QStringLiteral("Helvetica")};
}

QFont TableFonts::font(bool bold, int pixelSize)
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(pixelSize);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal TableFonts::size(TextStyle style) const
{
    return qRound(specOf(style).size * m_scale); // a font for the screen has a whole size
}

qreal TableFonts::leading(TextStyle style) const
{
    return specOf(style).leading * m_scale;
}

qreal TableFonts::ascent(TextStyle style) const
{
    return (leading(style) - size(style)) / 2 + size(style) * ascentOfSize;
}

TableFonts::Weight &TableFonts::weightOf(TextStyle style) const
{
    return m_weights[specOf(style).bold ? 1 : 0];
}

const ShapedWord &TableFonts::shaped(QStringView word, TextStyle style) const
{
    auto &[font, words] = weightOf(style);
    if (const ShapedWord *known = words.object(asKey(word)))
        return *known;
    auto *made = new ShapedWord(shapedWord(word.toString(), font));
    words.insert(made->text, made);
    return *made;
}

QList<ShapedWord> TableFonts::words(const QString &text, TextStyle style) const
{
    const QList<QStringView> parts = wordsOf(text);
    QList<ShapedWord> words;
    words.reserve(parts.size());
    for (const QStringView word : parts)
        words << shaped(word, style);
    return words;
}

qreal TableFonts::width(const QString &text, TextStyle style) const
{
    qreal width = 0;
    for (const QStringView word : wordsOf(text))
        width += shaped(word, style).width;
    return width * size(style) / ShapedWord::unitsPerSize;
}

void TableFonts::shape(QTextLayout &layout, TextStyle style) const
{
    layout.setFont(font(style));
    onOneLine(layout);
}

QList<BrokenLine> TableFonts::broken(const QString &text, TextStyle style, qreal width) const
{
    const BrokenKey key{text, style, width};
    if (const QList<BrokenLine> *known = m_broken.object(key))
        return *known;
    const QList<BrokenLine> lines =
        brokenLines(text, width, [&](const QString &part) { return this->width(part, style); });
    m_broken.insert(key, new QList<BrokenLine>(lines));
    return lines;
}

BrokenLine TableFonts::elided(const QString &text, TextStyle style, qreal width) const
{
    QString kept = text;
    while (!kept.isEmpty() && this->width(kept + u'…', style) > width)
        kept.chop(kept.back().isLowSurrogate() ? 2 : 1);
    kept = kept.trimmed() + u'…';
    return {kept, this->width(kept, style)};
}

} // namespace recoupe
