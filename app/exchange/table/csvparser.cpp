// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvparser.h"

#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array separators{u';', u',', u'\t'}; // in the order of preference

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

// The separator that the first line which says anything uses most, outside quotes.
QChar separatorOf(QStringView text)
{
    std::array<int, separators.size()> counts{};
    bool quoted = false;
    bool begun = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (begun && !quoted && isLineBreak(c))
            break;
        begun = begun || !c.isSpace();
        const auto found = std::ranges::find(separators, c.unicode());
        if (!quoted && found != separators.end())
            ++counts[std::size_t(found - separators.begin())];
    }
    return separators[std::size_t(std::ranges::max_element(counts) - counts.begin())];
}

} // namespace

Result<> CsvParser::feed(QStringView text)
{
    if (m_separator.isNull())
        m_separator = separatorOf(text);
    const auto isMark = [this](QChar c) { return c == m_separator || c == u'"' || isLineBreak(c); };
    for (auto at = text.begin(); at != text.end();) {
        const auto mark = std::find_if(at, text.end(), isMark);
        const Result<> taken = mark == at ? takeMark(*at++) : takeText({at, mark - at});
        if (!taken)
            return taken;
        at = std::max(at, mark);
    }
    return {};
}

Result<> CsvParser::finish()
{
    if (m_state == State::Quoted) {
        return fail(ErrorCode::MalformedFile,
                    Tr::tr("Le fichier « %1 » est abîmé : les guillemets ouverts à la ligne %2 ne "
                           "sont jamais fermés. Réenregistrez le tableau et recommencez.")
                        .arg(m_source.shownName())
                        .arg(m_quoteLine),
                    {}, {m_source.fileName(), m_quoteLine, 0});
    }
    if (m_state == State::CellStart && m_row.cells.isEmpty())
        return {};
    return endRow();
}

Result<> CsvParser::takeText(QStringView text)
{
    beginRow();
    // What follows a closed quotation within a cell is kept.
    if (m_state != State::Quoted)
        m_state = State::Plain;
    m_cell += text;
    return m_cell.size() <= maxCellCharacters ? Result<>()
                                              : tooMuch(Tr::tr("une cellule est trop longue"));
}

Result<> CsvParser::takeMark(QChar c)
{
    if (isLineBreak(c))
        return takeLineBreak(c);
    beginRow();
    if (c == m_separator && m_state != State::Quoted)
        return endCell();
    if (c == m_separator)
        return takeText(QStringView(&c, 1));
    takeQuote();
    return {};
}

void CsvParser::takeQuote()
{
    switch (m_state) {
    case State::CellStart:
        m_quoteLine = m_line;
        m_state = State::Quoted;
        break;
    case State::Quoted: m_state = State::QuoteInQuoted; break;
    case State::QuoteInQuoted:
        m_cell += u'"';
        m_state = State::Quoted;
        break;
    case State::Plain: // a quote within a cell is a character like others
        m_cell += u'"';
        break;
    }
}

void CsvParser::beginRow()
{
    m_afterCarriageReturn = false;
    if (m_row.line == 0)
        m_row.line = m_line;
}

Result<> CsvParser::takeLineBreak(QChar c)
{
    const bool isSecondHalf = c == u'\n' && m_afterCarriageReturn;
    if (isSecondHalf) {
        m_afterCarriageReturn = false;
        return {};
    }
    ++m_line;
    const Result<> taken = m_state == State::Quoted ? takeText(u"\n") : endRow();
    m_afterCarriageReturn = c == u'\r';
    return taken;
}

Result<> CsvParser::endCell()
{
    m_state = State::CellStart;
    m_row.cells << std::exchange(m_cell, QString());
    return m_row.cells.size() <= maxTableColumns ? Result<>()
                                                 : tooMuch(Tr::tr("une ligne a trop de colonnes"));
}

Result<> CsvParser::endRow()
{
    const bool holdsAnything = m_row.line > 0;
    if (const Result<> ended = endCell(); !ended)
        return ended;
    const TableRow row = std::exchange(m_row, TableRow());
    return holdsAnything ? m_sink(row) : Result<>();
}

Failure CsvParser::tooMuch(const QString &what) const
{
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le fichier « %1 » est refusé, ligne %2 : %3. Vérifiez ses guillemets et "
                       "son séparateur.")
                    .arg(m_source.shownName())
                    .arg(m_line)
                    .arg(what),
                {}, {m_source.fileName(), m_line, 0});
}

} // namespace recoupe
