// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/headedsink.h"

namespace recoupe {

Result<> HeadedSink::row(const TableRow &row)
{
    if (row.isBlank())
        return {};
    if (!m_isSearching)
        return record(row);
    return m_search.take(row) ? endSearch() : Result<>();
}

Result<> HeadedSink::finish()
{
    if (!m_isSearching || !m_search.hasRows())
        return {};
    m_search.finish();
    return endSearch();
}

Result<> HeadedSink::endSearch()
{
    m_isSearching = false;
    if (const Result<> taken = searched(); !taken)
        return taken;
    for (const TableRow &row : m_search.below()) {
        if (const Result<> taken = record(row); !taken)
            return taken;
    }
    return {};
}

} // namespace recoupe
