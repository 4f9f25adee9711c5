// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"

#include <algorithm>
#include <vector>

namespace recoupe {

//! Tells, in eight bytes a row, the contracts that a file names more than once. Two that are taken
//! for one another by their hash only come later to where they would have come at once.
class RepeatedAwards
{
public:
    void note(const AwardKey &key) { m_hashes.push_back(qHash(key)); }

    //! Once all are noted.
    void settle()
    {
        std::ranges::sort(m_hashes);
        auto kept = m_hashes.begin();
        for (auto at = m_hashes.begin(); at != m_hashes.end();) {
            const auto next = std::upper_bound(at, m_hashes.end(), *at);
            if (next - at > 1)
                *kept++ = *at;
            at = next;
        }
        m_hashes.erase(kept, m_hashes.end());
    }

    [[nodiscard]] bool contains(const AwardKey &key) const
    {
        return !m_hashes.empty() && std::ranges::binary_search(m_hashes, qHash(key));
    }

private:
    std::vector<std::size_t> m_hashes;
};

} // namespace recoupe
