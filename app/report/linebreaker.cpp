// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/linebreaker.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace recoupe {

namespace {

//! What is printed for a character; null for what says where to break, for what shows nothing but
//! would become a box, and for what is no character.
QChar printed(QChar c)
{
    if (c == breakHere || c == keepTogether || c == QChar::ByteOrderMark || c.isNonCharacter())
        return {};
    switch (c.category()) {
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return u' ';
    case QChar::Other_Control: return c.isSpace() ? QChar(u' ') : QChar();
    default: return c;
    }
}

//! The same with U+FFFD for halves of characters.
QString withWholeCharacters(const QString &text)
{
    QString out;
    for (const char32_t c : text.toUcs4())
        out += QChar::fromUcs4(c);
    return out;
}

//! Puts pieces of a text one after the other, on a new line where they do not fit.
class LineFiller
{
public:
    LineFiller(qreal width, const std::function<qreal(const QString &)> &widthOf)
        : m_width(width)
        , m_widthOf(widthOf)
    {
    }

    //! Up to the next opportunity to break, the space before it with it.
    void append(QStringView piece);
    [[nodiscard]] QList<BrokenLine> finished();

private:
    void endLine(bool insideWord);
    //! What is wider than a line goes apart at its spaces, though they ask not to break; false when
    //! it has none.
    [[nodiscard]] bool appendedInParts(const QString &text);
    void appendByCharacter(const QString &word);

    const qreal m_width;
    const std::function<qreal(const QString &)> &m_widthOf;
    QList<BrokenLine> m_lines;
    QString m_line;
    qreal m_lineWidth = 0; //!< with the spaces at its end
};

void LineFiller::endLine(bool insideWord)
{
    const QString text = m_line.trimmed();
    if (!text.isEmpty())
        m_lines << BrokenLine{text, m_widthOf(text), insideWord};
    m_line.clear();
    m_lineWidth = 0;
}

void LineFiller::append(QStringView piece)
{
    QString text;
    for (const QChar character : piece) {
        if (const QChar c = printed(character); !c.isNull())
            text += c;
    }
    const QString word = text.trimmed();
    const qreal wordWidth = m_widthOf(word);
    if (wordWidth > m_width && appendedInParts(text))
        return;
    if (!m_line.isEmpty() && m_lineWidth + wordWidth > m_width)
        endLine(!m_line.back().isSpace());
    if (wordWidth > m_width) {
        appendByCharacter(text);
        return;
    }
    m_line += text;
    m_lineWidth += word.size() == text.size() ? wordWidth : m_widthOf(text);
}

bool LineFiller::appendedInParts(const QString &text)
{
    const auto space = std::ranges::find_if(text, [](QChar c) { return c.isSpace(); });
    const qsizetype part = space - text.begin() + 1;
    if (part >= text.size())
        return false;
    append(QStringView(text).first(part));
    append(QStringView(text).sliced(part));
    return true;
}

void LineFiller::appendByCharacter(const QString &word)
{
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, word);
    qsizetype start = 0;
    for (qsizetype end = characters.toNextBoundary(); end > 0; end = characters.toNextBoundary()) {
        const QString character = word.sliced(start, end - start);
        const qreal width = m_widthOf(character);
        if (!m_line.isEmpty() && m_lineWidth + width > m_width && !character.at(0).isSpace())
            endLine(true);
        m_line += character;
        m_lineWidth += width;
        start = end;
    }
}

QList<BrokenLine> LineFiller::finished()
{
    endLine(false);
    return std::move(m_lines);
}

} // namespace

QList<BrokenLine> brokenLines(const QString &text, qreal width,
                              const std::function<qreal(const QString &)> &widthOf)
{
    if (!text.isValidUtf16())
        return brokenLines(withWholeCharacters(text), width, widthOf);
    LineFiller filler(width, widthOf);
    QTextBoundaryFinder opportunities(QTextBoundaryFinder::Line, text);
    qsizetype start = 0;
    for (qsizetype end = opportunities.toNextBoundary(); end > 0;
         end = opportunities.toNextBoundary()) {
        filler.append(QStringView(text).sliced(start, end - start));
        start = end;
    }
    return filler.finished();
}

} // namespace recoupe
