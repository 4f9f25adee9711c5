// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablenames.h"
#include "exchange/table/tablerows.h"

#include <optional>

namespace recoupe {

//! Which column of a file is which. Made of any row, header or not: missing() tells.
class TableHeader
{
public:
    [[nodiscard]] static TableHeader read(const TableRow &row, const TableNames &names);
    //! Of two rows that name the columns together: "Date" above "début" and "fin".
    [[nodiscard]] static TableHeader read(const TableRow &upper, const TableRow &lower,
                                          const TableNames &names);

    //! Our names of the needed columns that are not there.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }
    //! The columns whose header, as the profile names it, is not there.
    [[nodiscard]] const QList<qsizetype> &unmatched() const { return m_unmatched; }
    [[nodiscard]] bool isWhole() const { return m_missing.isEmpty() && m_unmatched.isEmpty(); }
    //! How many of our columns are there.
    [[nodiscard]] qsizetype known() const;
    //! Up to the last column that has a title.
    [[nodiscard]] qsizetype width() const { return m_titles.size(); }
    //! The title of each column of the file: no two alike, none empty.
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    //! Where one of our columns stands; -1 when the file does not have it.
    [[nodiscard]] qsizetype position(std::size_t column) const
    {
        return m_positions[qsizetype(column)];
    }

    //! The cell of one of our columns; empty when the file does not have it.
    [[nodiscard]] QString cell(const TableRow &row, std::size_t column) const;
    //! How the file calls one of our columns, else our own name.
    [[nodiscard]] QString title(std::size_t column) const { return m_calls[qsizetype(column)]; }
    //! Position of the first cell that says something beyond the last column of the header.
    [[nodiscard]] std::optional<qsizetype> strayCell(const TableRow &row) const;
    //! What the row holds in columns that are not ours, by their title.
    [[nodiscard]] QMap<QString, QString> extras(const TableRow &row) const;

private:
    struct Title;

    TableHeader(const QList<Title> &titles, const TableNames &names);
    void nameTitles(const QList<Title> &titles);
    void findMapped(const TableNames &names);
    void findCalled(const QList<Title> &titles, const TableNames &names);

    QStringList m_titles;         // by position
    QList<bool> m_isOurs;         // by position
    QList<qsizetype> m_positions; // by column
    QStringList m_calls;          // by column
    QStringList m_missing;
    QList<qsizetype> m_unmatched;
};

} // namespace recoupe
