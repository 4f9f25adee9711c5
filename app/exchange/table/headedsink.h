// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/headersearch.h"

#include <memory>

namespace recoupe {

//! A sink that looks for the header first, then hands on what stands below it.
class HeadedSink : public TableSink
{
public:
    explicit HeadedSink(const TableNames &names)
        : m_search(names)
    {
    }

    void begin(const TableForm &form) override { m_form = form; }
    [[nodiscard]] Result<> row(const TableRow &row) final;
    //! The end of the table also ends the search.
    [[nodiscard]] Result<> finish();

    [[nodiscard]] const TableForm &form() const { return m_form; }
    [[nodiscard]] const HeaderSearch &search() const { return m_search; }

protected:
    //! The search is over, whether it found a header or not.
    [[nodiscard]] virtual Result<> searched() = 0;
    //! A row below the header that says something.
    [[nodiscard]] virtual Result<> record(const TableRow &row) = 0;

private:
    Result<> endSearch();

    HeaderSearch m_search;
    TableForm m_form;
    bool m_isSearching = true;
};

//! Reads a file into the sinks that \a makeSink gives. The separator that a text uses most in its
//! first line may be one of a title's words: where no header is found, the others are tried, each
//! with a sink of its own. Gives the warnings of the reading, and in \a sink the one that counts.
template <typename Sink, typename MakeSink>
Result<QStringList> readHeaded(const QString &fileName, const TableProfile &profile,
                               MakeSink makeSink, std::unique_ptr<Sink> &sink)
{
    const auto readInto = [&fileName, &profile](Sink &into, QChar separator) {
        TableForm form;
        form.encoding = profile.encoding;
        form.separator = separator;
        Result<QStringList> warnings = readTableRows(fileName, into, form);
        if (const Result<> finished = warnings ? into.finish() : Result<>(); !finished)
            return Result<QStringList>(failureOf(finished));
        return warnings;
    };
    sink = makeSink();
    const Result<QStringList> first = readInto(*sink, profile.separator);
    const QChar tried = sink->form().separator;
    if (sink->search().hasHeader() || tried.isNull() || !profile.separator.isNull())
        return first;
    for (const char16_t other : tableSeparators) {
        std::unique_ptr<Sink> retry = makeSink();
        if (other == tried)
            continue;
        Result<QStringList> again = readInto(*retry, QChar(other));
        if (retry->search().hasHeader()) {
            sink = std::move(retry);
            return again;
        }
    }
    return first;
}

} // namespace recoupe
