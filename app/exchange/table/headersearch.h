// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tableheader.h"

namespace recoupe {

//! Looks for the header of a table under the titles that people write above it: the first row, or
//! two rows together, in which all needed columns are found.
class HeaderSearch
{
public:
    explicit HeaderSearch(const TableNames &names)
        : m_names(names)
    {
    }

    //! Takes the next row that says something. True once the search is over.
    [[nodiscard]] bool take(const TableRow &row);
    //! There are no more rows.
    void finish();

    //! Whether there was any row.
    [[nodiscard]] bool hasRows() const { return !m_rows.isEmpty(); }
    [[nodiscard]] bool hasHeader() const { return m_best && m_best->header.isWhole(); }
    //! The header, else the row that comes nearest to one. There must have been a row.
    [[nodiscard]] const TableHeader &header() const { return m_best->header; }
    //! The rows taken so far: above the header, its own one or two, and those below it.
    [[nodiscard]] QList<TableRow> above() const { return m_rows.first(m_best->first); }
    [[nodiscard]] QList<TableRow> own() const { return m_rows.mid(m_best->first, m_best->count); }
    [[nodiscard]] QList<TableRow> below() const
    {
        return m_rows.sliced(m_best->first + m_best->count);
    }

    //! Why there is no header: MissingColumn, with what is missing and what was found instead.
    [[nodiscard]] Failure failure(const QString &fileName) const;

private:
    struct Candidate
    {
        TableHeader header;
        qsizetype first = 0;
        qsizetype count = 1;
    };

    void examine(qsizetype first);
    void note(Candidate candidate);
    void giveUp();

    const TableNames &m_names;
    QList<TableRow> m_rows;
    std::optional<Candidate> m_best;
    bool m_isOver = false;
};

//! What rows say, for a sentence: "a ; b / c".
[[nodiscard]] QString wordsOf(const QList<TableRow> &rows);

} // namespace recoupe
