// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

namespace recoupe {

class ByteSource;

//! Cuts text into rows and cells, block after block. The separator is found in the first block.
class CsvParser
{
public:
    CsvParser(const ByteSource &source, const TableRowSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    [[nodiscard]] Result<> feed(QStringView text);
    //! The end of the file also ends a row.
    [[nodiscard]] Result<> finish();

private:
    enum class State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted, // the end of the quoted part, or the first half of a doubled quote
    };

    Result<> takeText(QStringView text);
    Result<> takeMark(QChar c);
    void takeQuote();
    void beginRow();
    Result<> takeLineBreak(QChar c);
    Result<> endCell();
    Result<> endRow();
    Failure tooMuch(const QString &what) const;

    const ByteSource &m_source;
    const TableRowSink &m_sink;
    TableRow m_row;
    QString m_cell;
    QChar m_separator;
    State m_state = State::CellStart;
    qint64 m_line = 1;
    qint64 m_quoteLine = 0;
    bool m_afterCarriageReturn = false;
};

} // namespace recoupe
