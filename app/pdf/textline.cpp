// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/textline.h"

#include "pdf/pdfsyntax.h"

#include <algorithm>
#include <cmath>

namespace recoupe {

namespace {

constexpr qreal thousand = 1000;
constexpr qreal thousandths = thousand / ShapedWord::unitsPerSize; // of the size, for one unit
constexpr qreal smallestMove = 0.5;                                // thousandths: nobody sees less

//! A space that may not break is one to who searches or listens.
QString asSearched(char32_t character)
{
    constexpr char32_t noBreakSpace = 0x00A0;
    constexpr char32_t narrowNoBreakSpace = 0x202F;
    if (character == noBreakSpace || character == narrowNoBreakSpace)
        return QStringLiteral(" ");
    return QString::fromUcs4(&character, 1);
}

} // namespace

namespace pdf {

QByteArray fontName(size_t index)
{
    return "/F" + QByteArray::number(index);
}

QByteArray beginActualText(const QString &words)
{
    return "/Span<</ActualText" + text(words) + ">>BDC ";
}

} // namespace pdf

PdfTextLine::PdfTextLine(const QByteArray &origin, qreal size)
    : m_origin(origin)
    , m_size(size)
{
}

bool PdfTextLine::readsAsDrawn(const QString &text, const QList<Run> &runs)
{
    if (runs.size() != 1 || runs.first().glyphs.isRightToLeft())
        return false;
    const QList<uint> characters = text.toUcs4();
    const QList<quint32> glyphs = runs.first().glyphs.glyphIndexes();
    if (characters.size() != glyphs.size())
        return false; // ligatures, marks
    bool all = true;
    for (qsizetype i = 0; i < glyphs.size(); ++i)
        all = runs.first().font->stands(glyphs.at(i), asSearched(characters.at(i))) && all;
    return all;
}

void PdfTextLine::append(const QString &text, const QList<Run> &runs, qreal x)
{
    const bool plain = readsAsDrawn(text, runs);
    if (!plain) {
        endArray();
        m_operators += pdf::beginActualText(text);
    }
    for (const Run &run : runs)
        appendRun(run, x);
    if (!plain) {
        endArray();
        m_operators += "EMC ";
    }
}

void PdfTextLine::appendRun(const Run &run, qreal x)
{
    setFont(run);
    const QList<quint32> glyphs = run.glyphs.glyphIndexes();
    const QList<QPointF> positions = run.glyphs.positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        run.font->use(glyphs.at(i));
        setRise(-positions.at(i).y() * thousandths);
        moveTo((x + positions.at(i).x()) * thousandths);
        m_string += pdf::glyphCode(glyphs.at(i));
        m_pen += run.font->advance(glyphs.at(i));
    }
}

void PdfTextLine::setFont(const Run &run)
{
    if (m_font == run.font)
        return;
    endArray();
    m_font = run.font;
    m_operators += pdf::fontName(run.fontIndex) + ' ' + pdf::number(m_size) + " Tf ";
}

void PdfTextLine::moveTo(qreal x)
{
    const qreal back = std::round(m_pen - x);
    if (std::abs(m_pen - x) < smallestMove)
        return;
    if (!m_string.isEmpty())
        m_array += '<' + m_string + '>';
    m_string.clear();
    m_array += pdf::number(back);
    m_pen -= back;
}

void PdfTextLine::setRise(qreal rise)
{
    if (std::abs(rise - m_rise) < smallestMove)
        return;
    endArray();
    m_rise = rise;
    m_operators += pdf::number(rise * m_size / thousand) + " Ts ";
}

void PdfTextLine::endArray()
{
    if (!m_string.isEmpty())
        m_array += '<' + m_string + '>';
    if (!m_array.isEmpty())
        m_operators += '[' + m_array + "]TJ ";
    m_string.clear();
    m_array.clear();
}

QByteArray PdfTextLine::finished()
{
    endArray();
    if (m_operators.isEmpty())
        return {};
    const QByteArray reset = m_rise != 0 ? QByteArray("0 Ts ") : QByteArray();
    return "BT 1 0 0 1 " + m_origin + "Tm " + m_operators + reset + "ET\n";
}

} // namespace recoupe
