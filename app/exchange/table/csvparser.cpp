// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvparser.h"

#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

// ="03100" is how some programs keep spreadsheets from reading a number.
QString withoutFormula(QString cell)
{
    const bool isText = cell.size() > 2 && cell.startsWith(u"=\"") && cell.endsWith(u'"');
    return isText ? cell.sliced(2, cell.size() - 3) : cell;
}

// The separator that the first line which says anything uses most, outside quotes.
QChar separatorOf(QStringView text)
{
    std::array<int, tableSeparators.size()> counts{};
    bool quoted = false;
    bool begun = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (begun && !quoted && isLineBreak(c))
            break;
        begun = begun || !c.isSpace();
        const auto found = std::ranges::find(tableSeparators, c.unicode());
        if (!quoted && found != tableSeparators.end())
            ++counts[std::size_t(found - tableSeparators.begin())];
    }
    return tableSeparators[std::size_t(std::ranges::max_element(counts) - counts.begin())];
}

} // namespace

// "sep=;" is for spreadsheets, not a title.
QStringView CsvParser::begin(QStringView text)
{
    static const QRegularExpression hint(QStringLiteral("^\\x{FEFF}?sep=(.)(?:\\r\\n?|\\n)"),
                                         QRegularExpression::CaseInsensitiveOption);
    m_hasBegun = true;
    const QRegularExpressionMatch match = hint.match(text.left(16).toString());
    if (match.hasMatch()) {
        text = text.sliced(match.capturedLength());
        ++m_line;
        if (m_form.separator.isNull())
            m_form.separator = match.capturedView(1)[0];
    }
    if (m_form.separator.isNull())
        m_form.separator = separatorOf(text);
    m_sink.begin(m_form);
    return text;
}

Result<> CsvParser::feed(QStringView text)
{
    if (!m_hasBegun && !text.isEmpty())
        text = begin(text);
    const QChar separator = m_form.separator;
    const auto isMark = [separator](QChar c) {
        return c == separator || c == u'"' || isLineBreak(c);
    };
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

QStringList CsvParser::warnings() const
{
    if (m_longQuotations.isEmpty())
        return {};
    return {Tr::tr("Cellules entre guillemets qui s'étendent sur plusieurs lignes et contiennent "
                   "le séparateur : vérifiez qu'aucun guillemet ne manque dans le fichier, lignes "
                   "%1.")
                .arg(m_longQuotations.text())};
}

Result<> CsvParser::takeText(QStringView text)
{
    beginRow();
    if (m_state == State::QuoteInQuoted) {
        if (const Result<> ended = endQuotation(text); !ended)
            return ended;
    }
    // What follows a closed quotation within a cell is kept.
    if (m_state != State::Quoted)
        m_state = State::Plain;
    if (m_cell.isEmpty())
        m_cell = text.toString(); // no larger than need be
    else
        m_cell += text;
    return checkCell();
}

Result<> CsvParser::checkCell() const
{
    return m_cell.size() <= maxCellCharacters ? Result<>()
                                              : tooMuch(Tr::tr("une cellule est trop longue"));
}

// A quotation over several lines that is closed within a word was opened by a quote that has no
// fellow: it would swallow whole rows.
Result<> CsvParser::endQuotation(QStringView after)
{
    const bool isStray = m_quoteLine < m_quoteEnd && !after.trimmed().isEmpty();
    if (!isStray)
        return {};
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le fichier « %1 » est abîmé : les guillemets ouverts à la ligne %2 ne se "
                       "ferment qu'à la ligne %3, au milieu d'un texte. Corrigez-les et "
                       "recommencez.")
                    .arg(m_source.shownName())
                    .arg(m_quoteLine)
                    .arg(m_quoteEnd),
                {}, {m_source.fileName(), m_quoteLine, 0});
}

Result<> CsvParser::takeMark(QChar c)
{
    if (isLineBreak(c))
        return takeLineBreak(c);
    beginRow();
    if (c == m_form.separator && m_state != State::Quoted)
        return endCell();
    if (c == m_form.separator) {
        m_quotesSeparator = true;
        return takeText(QStringView(&c, 1));
    }
    takeQuote();
    return checkCell();
}

void CsvParser::takeQuote()
{
    switch (m_state) {
    case State::CellStart:
        m_quoteLine = m_line;
        m_quotesSeparator = false;
        m_state = State::Quoted;
        break;
    case State::Quoted:
        m_quoteEnd = m_line;
        m_state = State::QuoteInQuoted;
        break;
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
    if (m_state == State::QuoteInQuoted && m_quoteLine < m_quoteEnd && m_quotesSeparator)
        m_longQuotations.add(m_quoteLine);
    m_state = State::CellStart;
    m_row.characters += m_cell.size();
    m_row.cells << withoutFormula(std::exchange(m_cell, QString()));
    if (m_row.characters > maxRowCharacters)
        return tooMuch(Tr::tr("une ligne est trop longue"));
    return m_row.cells.size() <= maxTableColumns ? Result<>()
                                                 : tooMuch(Tr::tr("une ligne a trop de colonnes"));
}

Result<> CsvParser::endRow()
{
    const bool holdsAnything = m_row.line > 0;
    if (const Result<> ended = endCell(); !ended)
        return ended;
    const TableRow row = std::exchange(m_row, TableRow());
    m_row.cells.reserve(row.cells.size());
    return holdsAnything ? m_sink.row(row) : Result<>();
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
