// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace recoupe {

//! SplitMix64 (Steele, Lea, Flood 2014) with mappings of our own: the same numbers on every
//! platform, which the distributions of the standard library do not promise.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31);
    }

    //! From 0 to \a bound - 1.
    int below(qsizetype bound) { return int(((next() >> 32) * quint64(bound)) >> 32); }
    //! From \a low to \a high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

    template <typename Range>
    const auto &pick(const Range &range)
    {
        return range[std::size_t(below(qsizetype(std::size(range))))];
    }

private:
    quint64 m_state;
};

} // namespace recoupe
