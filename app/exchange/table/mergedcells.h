// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

#include <vector>

namespace recoupe {

//! Cells of a sheet merged into one, whose text stands in the first of them.
struct MergedRange
{
    qint64 line = 0; //!< of its first row
    qsizetype position = 0;
    qint64 lines = 1;
    qsizetype columns = 1;
};

//! The merged cells of a sheet. What one says holds for every row that it covers: a contract
//! written once beside the members of a group. Across columns the text stays where it stands, and
//! the row tells how far it reaches.
class MergedCells
{
public:
    //! In the order of their lines.
    void add(const MergedRange &range);
    void sort();
    //! For each row in its order. LimitExceeded when too much would be filled.
    [[nodiscard]] Result<> apply(TableRow &row, const QString &fileName);

private:
    struct Open // reaches below the row it begins in
    {
        qsizetype position;
        qint64 lastLine;
        QString text;
    };

    Result<> fill(TableRow &row, const QString &fileName);
    void begin(const MergedRange &range, TableRow &row);

    std::vector<MergedRange> m_ranges;
    std::size_t m_next = 0; // the first that has not begun
    std::vector<Open> m_open;
    qint64 m_filled = 0;
};

} // namespace recoupe
