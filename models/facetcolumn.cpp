// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetcolumn.h"

#include <numeric>

namespace recoupe {

void FacetColumn::append(std::span<const quint16> values)
{
    if (m_ends.empty() && values.size() != 1) {
        m_ends.resize(m_rowCount);
        std::iota(m_ends.begin(), m_ends.end(), 1U);
    }
    const bool hasEnds = !m_ends.empty() || values.size() != 1;
    m_values.insert(m_values.end(), values.begin(), values.end());
    ++m_rowCount;
    if (hasEnds)
        m_ends.push_back(quint32(m_values.size()));
}

} // namespace recoupe
