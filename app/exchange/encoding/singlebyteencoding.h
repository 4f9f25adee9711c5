// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace recoupe {

//! Code point of each byte; undefinedByte where the encoding has none. Our own tables: a Qt without
//! ICU, as on Windows, decodes neither.
using SingleByteTable = std::array<char16_t, 256>;

inline constexpr char16_t undefinedByte = 0xFFFF;

[[nodiscard]] const SingleByteTable &windows1252();
[[nodiscard]] const SingleByteTable &iso8859_15();

//! The table of windows-1252 or ISO-8859-15 under any of their usual names; null for another.
[[nodiscard]] const SingleByteTable *singleByteTable(std::string_view name);

//! True for the names of encodings that hold a character in one byte, whether we have a table or
//! not: those that are declared, in real files, on bytes that are UTF-8.
[[nodiscard]] bool isSingleByteName(std::string_view name);

} // namespace recoupe
