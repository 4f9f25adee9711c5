// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace recoupe {

//! Which values of one facet each row has, by their positions: none, one or several.
class FacetColumn
{
public:
    //! Adds the values of the next row.
    void append(std::span<const quint16> values);

    [[nodiscard]] std::span<const quint16> values(quint32 row) const;

private:
    std::vector<quint16> m_values;
    //! Where each row's values end; empty as long as every row has exactly one.
    std::vector<quint32> m_ends;
    quint32 m_rowCount = 0;
};

inline std::span<const quint16> FacetColumn::values(quint32 row) const
{
    if (m_ends.empty())
        return std::span(m_values).subspan(row, 1);
    const quint32 begin = row == 0 ? 0 : m_ends[row - 1];
    return std::span(m_values).subspan(begin, m_ends[row] - begin);
}

} // namespace recoupe
