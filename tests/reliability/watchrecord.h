// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace recoupe::test {

//! What a program did to a file.
enum class WatchOp : std::uint32_t
{
    Create,
    Write,
    Truncate, //!< to the size that stands as offset
    Sync,     //!< of a file or a folder
    Unlink,
    Rename,
    Link,
};

//! One call of filewatch.cpp's log; path, new path and data follow.
struct WatchRecord
{
    WatchOp op = WatchOp::Create;
    std::uint32_t pathSize = 0;
    std::uint32_t newPathSize = 0;
    std::uint32_t dataSize = 0;
    long long offset = 0;
};

} // namespace recoupe::test
