// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace recoupe {

//! Sets of records that share a key, in flat memory: filled once, sorted once, then read from any
//! thread. Keys are hashes: two that fall together only bring a few records too many.
class Blocks
{
public:
    using Key = quint32;

    void reserve(size_t entries) { m_entries.reserve(entries); }
    //! Records come in rising order; one may have many keys.
    void add(Key key, quint32 record) { m_entries.push_back(quint64(key) << 32 | record); }
    //! To be called once, after the last add().
    void freeze();

    //! The records of a key, rising; empty when there are none.
    [[nodiscard]] std::span<const quint32> of(Key key) const;

private:
    std::vector<quint64> m_entries; //!< key and record, until frozen
    std::vector<Key> m_keys;        //!< rising
    std::vector<quint32> m_records; //!< beside their key
    std::vector<quint32> m_starts;  //!< where the keys begin, by their highest bits
    int m_shift = 32;
};

//! Makes one key of several values; their order matters.
template <typename... Values>
[[nodiscard]] constexpr Blocks::Key blockKey(Values... values)
{
    quint64 hash = 0x9E3779B97F4A7C15U;
    // Two multiplications spread neighbouring values over all bits (after Steele's SplitMix64).
    ((hash = (hash ^ quint64(values)) * 0xBF58476D1CE4E5B9U, hash ^= hash >> 29), ...);
    return Blocks::Key((hash * 0x94D049BB133111EBU) >> 32);
}

} // namespace recoupe
