// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablecontent.h"

#include <QHash>
#include <QSet>

namespace recoupe {

//! What is to be seen. Words are looked for in all columns, accents and case ignored, each of them
//! anywhere; a facet that is not named lets all rows through, one that is, rows with any of the
//! values.
struct TableFilter
{
    QString search = {};
    QHash<QString, QSet<QString>> facets = {};

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const TableFilter &, const TableFilter &) = default;
};

//! What rows are sorted by; a negative column leaves them as they were loaded.
struct TableOrder
{
    int column = -1;
    Qt::SortOrder direction = Qt::AscendingOrder;

    friend bool operator==(const TableOrder &, const TableOrder &) = default;
};

//! Which rows of a content are shown, and where.
struct TableResult
{
    static constexpr quint32 hidden = 0xFFFFFFFF;

    std::vector<quint32> rows;    //!< of the content, in the order shown
    std::vector<quint32> shownAt; //!< by row of the content: position in `rows`, or hidden
    //! By facet and value: rows under the rest of the filter, which is what ticking it would show.
    QList<QList<int>> facetCounts;
};

//! Filters, sorts and counts; nothing when it became stale. Rows that are equal in the column keep
//! the order of the content in both directions.
[[nodiscard]] std::optional<TableResult> queryTable(const TableContent &content,
                                                    const TableFilter &filter,
                                                    const TableOrder &order,
                                                    const IsStale &isStale);

} // namespace recoupe
