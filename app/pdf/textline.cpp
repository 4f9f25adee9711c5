// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/textline.h"

#include "pdf/pdfsyntax.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recoupe {

namespace {

constexpr qreal thousand = 1000;
constexpr qreal thousandths = thousand / ShapedWord::unitsPerSize; // of the size, for one unit
constexpr qreal smallestMove = 0.5;                                // thousandths: nobody sees less
constexpr QChar zeroWidthSpace(0x200B);

QString asText(char32_t character)
{
    return QString::fromUcs4(&character, 1);
}

bool isOnBaseLine(const QPointF &position)
{
    return std::abs(position.y() * thousandths) < smallestMove;
}

//! Whether each character of the text is one glyph, in the same order, and the glyph that stands
//! for it everywhere else.
bool readsAsDrawn(const QString &text, PdfFont &font, const QGlyphRun &run)
{
    const QList<uint> characters = text.normalized(QString::NormalizationForm_C).toUcs4();
    const QList<quint32> glyphs = run.glyphIndexes();
    if (run.isRightToLeft() || characters.size() != glyphs.size()) // ligatures, marks
        return false;
    bool all = std::ranges::all_of(run.positions(), isOnBaseLine);
    for (qsizetype i = 0; i < glyphs.size() && all; ++i) {
        const char32_t character = characters.at(i);
        all = font.stands(glyphs.at(i), pdf::searchable(asText(character)));
    }
    return all;
}

PdfPlainWord plainWord(const QString &text, PdfFont &font, const QGlyphRun &run)
{
    if (!readsAsDrawn(text, font, run))
        return {};
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    const qreal begin = positions.first().x() * thousandths;
    PdfGlyphArray array(begin);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        array.moveTo(positions.at(i).x() * thousandths);
        array.append(glyphs.at(i), font.advance(glyphs.at(i)));
    }
    return {array.take(), begin, array.pen()};
}

//! Notes the glyphs of a word that does not read as it is drawn. Those that a character has
//! everywhere stand for it; the others share the characters that are left, in their order: forms of
//! letters one each, a ligature all of its letters.
void shareText(const QString &text, std::span<const PdfTextLine::Run> runs)
{
    QStringList characters;
    for (const char32_t character : text.toUcs4())
        characters << asText(character);
    QStringList left = characters;
    QList<std::pair<PdfFont *, quint32>> others;
    for (const PdfTextLine::Run &run : runs) {
        QHash<quint32, QString> own;
        for (const QString &character : std::as_const(characters))
            own[run.font->glyphOf(character)] = character;
        for (const quint32 glyph : run.glyphs->glyphIndexes()) {
            const QString character = own.value(glyph);
            if (character.isEmpty()) {
                others << std::pair(run.font, glyph);
                continue;
            }
            run.font->use(glyph, character);
            left.removeOne(character);
        }
    }
    for (qsizetype i = 0; i < others.size(); ++i) {
        const bool isLast = i + 1 == others.size();
        const QString share = isLast ? left.mid(i).join(QString()) : left.value(i);
        const auto &[font, glyph] = others.at(i);
        font->use(glyph, share.isEmpty() ? QString(zeroWidthSpace) : share);
    }
}

} // namespace

namespace pdf {

QByteArray fontName(size_t index)
{
    return "/F" + QByteArray::number(index);
}

QByteArray beginActualText(const QString &words)
{
    return "/Span<</ActualText" + text(searchable(words)) + ">>BDC ";
}

} // namespace pdf

void PdfGlyphArray::moveTo(qreal x)
{
    if (std::abs(m_pen - x) < smallestMove)
        return;
    const qreal back = std::round(m_pen - x);
    if (m_inString)
        m_bytes += '>';
    m_inString = false;
    m_bytes += pdf::number(back);
    m_pen -= back;
}

void PdfGlyphArray::append(quint32 glyph, qreal advance)
{
    if (!m_inString)
        m_bytes += '<';
    m_inString = true;
    m_bytes += pdf::glyphCode(glyph);
    m_pen += advance;
}

void PdfGlyphArray::append(const PdfPlainWord &word, qreal x)
{
    moveTo(x + word.begin);
    // The string that is open goes on with the word's first, its last one stays open.
    m_bytes += QByteArrayView(word.shown).sliced(m_inString ? 1 : 0).chopped(1);
    m_inString = true;
    m_pen += word.end - word.begin;
}

QByteArray PdfGlyphArray::take()
{
    if (m_inString)
        m_bytes += '>';
    m_inString = false;
    return std::exchange(m_bytes, {});
}

PdfTextLine::PdfTextLine(const QByteArray &origin, qreal size)
    : m_origin(origin)
    , m_size(size)
{
}

void PdfTextLine::append(const QString &text, std::span<const Run> runs, qreal x)
{
    if (runs.size() == 1 && appendPlainWord(text, runs.front(), x))
        return;
    endArray();
    m_operators += pdf::beginActualText(text);
    shareText(pdf::searchable(text), runs);
    for (const Run &run : runs)
        appendRun(run, x);
    endArray();
    m_operators += "EMC ";
}

bool PdfTextLine::appendPlainWord(const QString &text, const Run &run, qreal x)
{
    QCache<QString, PdfPlainWord> &known = run.font->plainWords();
    const PdfPlainWord *word = known.object(text);
    if (!word) {
        auto *made = new PdfPlainWord(plainWord(text, *run.font, *run.glyphs));
        known.insert(text, made);
        word = made;
    }
    if (word->shown.isEmpty())
        return false;
    setFont(run);
    setRise(0);
    m_array.append(*word, x * thousandths);
    return true;
}

void PdfTextLine::appendRun(const Run &run, qreal x)
{
    setFont(run);
    const QList<quint32> glyphs = run.glyphs->glyphIndexes();
    const QList<QPointF> positions = run.glyphs->positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        setRise(-positions.at(i).y() * thousandths);
        m_array.moveTo((x + positions.at(i).x()) * thousandths);
        m_array.append(glyphs.at(i), run.font->advance(glyphs.at(i)));
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
    if (m_array.isEmpty())
        return;
    m_operators += '[' + m_array.take();
    m_operators += "]TJ ";
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
