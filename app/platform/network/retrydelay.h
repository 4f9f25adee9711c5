// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace recoupe {

//! How long to wait after so many failed tries in a row, from 1 on: twice as long each time, a
//! minute at most, give or take a quarter, so that those who were cut off together do not come back
//! together.
[[nodiscard]] std::chrono::milliseconds backOff(std::chrono::milliseconds first, int failures);

//! What a header Retry-After asks for (RFC 9110, 10.2.3: seconds, or a date); nothing where it is
//! neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header,
                                                                  const QDateTime &now);

} // namespace recoupe
