// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablefields.h"

#include <QHash>

#include <functional>

//! Rows read under the names of their columns.
namespace recoupe {

//! Reads a table file: its header, found under the titles above it, names the columns; each row
//! below it is handed to \a take, whose failure ends the reading. Gives warnings. A file nearly all
//! of whose rows are refused is refused itself.
[[nodiscard]] Result<QStringList>
readTableRecords(const QString &fileName, std::span<const TableColumn> columns,
                 const TableProfile &profile, const std::function<Result<>(TableFields &)> &take);

//! Tells rows that come twice: by an identity, the first row that had it.
template <typename Row, typename Identity = QString>
class TableRows
{
public:
    explicit TableRows(QList<Row> &rows)
        : m_rows(rows)
    {
    }

    //! Appends a row, unless one of its identity is there already: gives that one. Null otherwise.
    [[nodiscard]] Row *append(const Row &row, const Identity &identity)
    {
        const auto known = m_first.constFind(identity);
        if (known != m_first.constEnd())
            return &m_rows[*known];
        m_first.insert(identity, m_rows.size());
        m_rows << row;
        return nullptr;
    }

private:
    QList<Row> &m_rows;
    QHash<Identity, qsizetype> m_first;
};

} // namespace recoupe
