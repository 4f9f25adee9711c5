// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace recoupe {

//! Sessions and notifications as large an office could have them, in memory: one session of each
//! contract. 15 % of the market numbers are wrong and 5 % missing, 3 % of the sessions are under
//! another enterprise, titles hold slips of the pen and dates are shifted.
struct BenchWorld
{
    Workspace workspace;      //!< as it was stored, nothing checked yet
    QList<qsizetype> awardOf; //!< by session: position of its true notification

    //! Always the same for the same count.
    [[nodiscard]] static BenchWorld of(qsizetype sessions);
    //! How many sessions have their true notification, as \a matched tells it.
    template <typename Matched>
    [[nodiscard]] qsizetype truePairs(Matched matched) const
    {
        qsizetype count = 0;
        for (qsizetype row = 0; row < awardOf.size(); ++row)
            count += matched(row) == awardOf[row];
        return count;
    }
};

} // namespace recoupe
