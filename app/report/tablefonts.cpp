// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablefonts.h"

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
constexpr qreal unlimited = 100000;

//! Glyphs stand on 64ths of a point: a line shaped alone may be that much wider than it was within
//! its paragraph.
constexpr qreal slack = 1.0 / 64;

const FontSpec &specOf(TextStyle style)
{
    return fontSpecs[size_t(style)];
}

QTextOption optionOf(QTextOption::WrapMode wrap)
{
    QTextOption option;
    // Advances as the font designer gave them: glyphs then stand at the same place at any scale.
    option.setUseDesignMetrics(true);
    option.setWrapMode(wrap);
    return option;
}

} // namespace

TableFonts::TableFonts()
{
    static_assert(fontSpecs.size() == size_t(TextStyle::Small) + 1);
    for (size_t style = 0; style < m_fonts.size(); ++style) {
        QFont &font = m_fonts[style];
        font.setFamilies(families());
        font.setPixelSize(fontSpecs[style].size);
        font.setBold(fontSpecs[style].bold);
        font.setHintingPreference(QFont::PreferNoHinting);
    }
}

QStringList TableFonts::families()
{
    return {QStringLiteral("Liberation Sans"), QStringLiteral("Arial"),
            QStringLiteral("Helvetica")};
}

qreal TableFonts::leading(TextStyle style) const
{
    return specOf(style).leading;
}

qreal TableFonts::ascent(TextStyle style) const
{
    const FontSpec &spec = specOf(style);
    return (spec.leading - spec.size) / 2 + spec.size * ascentOfSize;
}

void TableFonts::shape(QTextLayout &layout, TextStyle style) const
{
    layout.setFont(font(style));
    layout.setTextOption(optionOf(QTextOption::NoWrap));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(unlimited);
    layout.endLayout();
}

qreal TableFonts::width(const QString &text, TextStyle style) const
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text);
    shape(layout, style);
    return layout.lineAt(0).naturalTextWidth();
}

QList<BrokenLine> TableFonts::broken(const QString &text, TextStyle style, qreal width) const
{
    QList<BrokenLine> lines;
    QTextLayout layout(text, font(style));
    layout.setTextOption(optionOf(QTextOption::WrapAtWordBoundaryOrAnywhere));
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width - slack);
        const QString words = text.mid(line.textStart(), line.textLength()).trimmed();
        if (!words.isEmpty())
            lines << BrokenLine{words, line.naturalTextWidth()};
    }
    layout.endLayout();
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
