// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <algorithm>
#include <span>

namespace recoupe {

//! When a server is asked again after it failed so many times, in UTC. \a minutesBetween: how long
//! is waited after each failure, growing, at least one; after the last, always as long as that.
[[nodiscard]] inline QDateTime nextTryAfter(int failures, std::span<const int> minutesBetween)
{
    const auto number = std::clamp<std::size_t>(std::size_t(failures), 1, minutesBetween.size());
    return Clock::now().addSecs(60 * minutesBetween[number - 1]);
}

} // namespace recoupe
