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
    for (const QChar c : text) {
        if (const Result<> taken = take(c); !taken)
            return taken;
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

Result<> CsvParser::take(QChar c)
{
    if (isLineBreak(c))
        return takeLineBreak(c);
    m_afterCarriageReturn = false;
    if (m_row.line == 0)
        m_row.line = m_line;
    switch (m_state) {
    case State::CellStart:
    case State::Plain:
        if (c == m_separator)
            return endCell();
        if (c == u'"' && m_state == State::CellStart) {
            m_state = State::Quoted;
            m_quoteLine = m_line;
            return {};
        }
        m_state = State::Plain;
        break;
    case State::Quoted:
        if (c == u'"') {
            m_state = State::QuoteInQuoted;
            return {};
        }
        break;
    case State::QuoteInQuoted:
        if (c == m_separator)
            return endCell();
        // Anything else than a second quote is text after a closed quotation: kept.
        m_state = c == u'"' ? State::Quoted : State::Plain;
        break;
    }
    m_cell += c;
    return m_cell.size() <= maxCellCharacters ? Result<>()
                                              : tooMuch(Tr::tr("une cellule est trop longue"));
}

Result<> CsvParser::takeLineBreak(QChar c)
{
    const bool isSecondHalf = c == u'\n' && m_afterCarriageReturn;
    m_afterCarriageReturn = c == u'\r';
    if (isSecondHalf)
        return {};
    ++m_line;
    if (m_state != State::Quoted)
        return endRow();
    m_cell += u'\n';
    return {};
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
