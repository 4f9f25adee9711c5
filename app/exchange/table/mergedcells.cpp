// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/mergedcells.h"

#include "exchange/table/sheetcells.h"

#include <algorithm>

namespace recoupe {

namespace {

// Those beyond are not honoured; the rows that they cover then lack what they say, and are rejected
// for it.
constexpr std::size_t maxRanges = 100'000;

} // namespace

void MergedCells::add(const MergedRange &range)
{
    const bool isOfUse = (range.lines > 1 || range.columns > 1) && range.position < maxTableColumns;
    if (isOfUse && m_ranges.size() < maxRanges)
        m_ranges.push_back(range);
}

void MergedCells::sort()
{
    std::ranges::stable_sort(m_ranges, {}, &MergedRange::line);
}

Result<> MergedCells::apply(TableRow &row, const QString &fileName)
{
    if (m_open.empty() && m_next == m_ranges.size())
        return {};
    if (const Result<> filled = fill(row, fileName); !filled)
        return filled;
    for (; m_next < m_ranges.size() && m_ranges[m_next].line <= row.line; ++m_next) {
        if (m_ranges[m_next].line == row.line)
            begin(m_ranges[m_next], row);
    }
    return {};
}

// A row that says nothing itself stays blank: no record ends in a merged cell's last empty rows.
Result<> MergedCells::fill(TableRow &row, const QString &fileName)
{
    std::erase_if(m_open, [&row](const Open &open) { return open.lastLine < row.line; });
    if (row.isBlank())
        return {};
    for (const Open &open : m_open) {
        if (!row.cells.value(open.position).isEmpty())
            continue;
        if (++m_filled > maxRepeatedCells)
            return tooManyRepetitions(fileName, row.line);
        row.isFilledFromAbove = true;
        if (const Result<> put = putCell(row, open.position, open.text, fileName); !put)
            return put;
    }
    return {};
}

void MergedCells::begin(const MergedRange &range, TableRow &row)
{
    const QString text = row.cells.value(range.position);
    if (text.isEmpty())
        return;
    if (range.columns > 1)
        row.spans.insert(range.position, range.columns);
    if (range.lines < 2)
        return;
    std::erase_if(m_open, [&range](const Open &open) { return open.position == range.position; });
    m_open.push_back({range.position, row.line + range.lines - 1, text});
}

} // namespace recoupe
