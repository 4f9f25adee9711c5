// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"

namespace recoupe {

//! What operators decided about the notification of one session. Remembered over imports, and
//! never undone by the program.
struct AwardChoice
{
    std::optional<AwardKey> accepted; //!< associated by an operator; empty when none was
    QList<AwardKey> refused;          //!< "not this one", in the order in which it was said

    [[nodiscard]] bool isEmpty() const { return !accepted && refused.isEmpty(); }

    friend bool operator==(const AwardChoice &, const AwardChoice &) = default;
};

} // namespace recoupe
