// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/candidateblocks.h"

#include <algorithm>
#include <array>
#include <bit>

namespace recoupe {

namespace {

//! Sorts by the key alone and keeps the order of the records: least significant digits first.
void sortByKey(std::vector<quint64> &entries)
{
    constexpr int digitBits = 11;
    constexpr size_t digits = 1U << digitBits;
    std::vector<quint64> sorted(entries.size());
    for (int shift = 32; shift < 64; shift += digitBits) {
        const auto digitOf = [shift](quint64 entry) { return size_t(entry >> shift) % digits; };
        std::array<size_t, digits + 1> places{};
        for (const quint64 entry : entries)
            ++places[digitOf(entry) + 1];
        for (size_t digit = 1; digit <= digits; ++digit)
            places[digit] += places[digit - 1];
        for (const quint64 entry : entries)
            sorted[places[digitOf(entry)]++] = entry;
        entries.swap(sorted);
    }
}

} // namespace

void Blocks::freeze()
{
    sortByKey(m_entries);
    m_keys.reserve(m_entries.size());
    m_records.reserve(m_entries.size());
    for (const quint64 entry : m_entries) {
        m_keys.push_back(Key(entry >> 32));
        m_records.push_back(quint32(entry));
    }
    m_entries = {};

    const int bits = std::clamp(int(std::bit_width(m_keys.size())), 1, 24);
    m_shift = 32 - bits;
    m_starts.assign((size_t(1) << bits) + 1, 0);
    for (const Key key : m_keys)
        ++m_starts[(key >> m_shift) + 1];
    for (size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
}

std::span<const quint32> Blocks::of(Key key) const
{
    if (m_keys.empty())
        return {};
    const auto begin = m_keys.begin() + m_starts[key >> m_shift];
    const auto end = m_keys.begin() + m_starts[(key >> m_shift) + 1];
    const auto [first, last] = std::equal_range(begin, end, key);
    return {m_records.data() + (first - m_keys.begin()), size_t(last - first)};
}

} // namespace recoupe
