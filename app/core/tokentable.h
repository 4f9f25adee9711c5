// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace recoupe {

//! A value of an enumeration and its machine name: what the command line and the database say.
template <typename Value>
struct Token
{
    Value value;
    const char16_t *text;
};
// Debian's clang, which the fuzzers need, deduces no aggregate by itself.
template <typename Value>
Token(Value, const char16_t *) -> Token<Value>;

//! The table must name every value.
template <typename Value, std::size_t Size>
[[nodiscard]] QString tokenOf(const std::array<Token<Value>, Size> &tokens, Value value)
{
    return QString::fromUtf16(std::ranges::find(tokens, value, &Token<Value>::value)->text);
}

//! Nothing for a text that is not in the table.
template <typename Value, std::size_t Size>
[[nodiscard]] std::optional<Value> valueOf(const std::array<Token<Value>, Size> &tokens,
                                           QStringView text)
{
    const auto found = std::ranges::find_if(
        tokens, [text](const Token<Value> &token) { return text == token.text; });
    return found == tokens.end() ? std::nullopt : std::optional(found->value);
}

} // namespace recoupe
