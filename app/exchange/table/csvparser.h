// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/linelist.h"
#include "exchange/table/tablerows.h"

namespace recoupe {

class ByteSource;

//! Cuts text into rows and cells, block after block. A separator that \a form does not name is
//! found in the first block: named by a line such as "sep=;", else the one used most in the first
//! line that says anything.
class CsvParser
{
public:
    CsvParser(const ByteSource &source, TableForm form, TableSink &sink)
        : m_source(source)
        , m_form(std::move(form))
        , m_sink(sink)
    {
    }

    [[nodiscard]] Result<> feed(QStringView text);
    //! The end of the file also ends a row.
    [[nodiscard]] Result<> finish();
    [[nodiscard]] QStringList warnings() const;

private:
    enum class State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted, // the end of the quoted part, or the first half of a doubled quote
    };

    QStringView begin(QStringView text);
    Result<> takeText(QStringView text);
    Result<> checkCell() const;
    Result<> endQuotation(QStringView text);
    Result<> takeMark(QChar c);
    void takeQuote();
    void beginRow();
    Result<> takeLineBreak(QChar c);
    Result<> endCell();
    Result<> endRow();
    Failure tooMuch(const QString &what) const;

    const ByteSource &m_source;
    TableForm m_form;
    TableSink &m_sink;
    bool m_hasBegun = false;
    TableRow m_row;
    QString m_cell;
    State m_state = State::CellStart;
    qint64 m_line = 1;
    qint64 m_quoteLine = 0;         // where the quotation begins
    qint64 m_quoteEnd = 0;          // where it ended
    bool m_quotesSeparator = false; // the quotation holds one
    LineList m_longQuotations;      // over several lines, separators within
    bool m_afterCarriageReturn = false;
};

} // namespace recoupe
