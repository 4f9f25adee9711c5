// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

template <typename Value>
struct Token
{
    Value value;
    const char16_t *text;
};
// Debian's clang, which the fuzzers need, deduces no aggregate by itself.
template <typename Value>
Token(Value, const char16_t *) -> Token<Value>;

constexpr std::array subjectTokens{
    Token{DecisionSubject::Session, u"session"},
    Token{DecisionSubject::Action, u"action"},
    Token{DecisionSubject::Setting, u"setting"},
};
constexpr std::array kindTokens{
    Token{DecisionKind::Activation, u"activation"},
    Token{DecisionKind::Recruitment, u"recruitment"},
    Token{DecisionKind::Association, u"association"},
    Token{DecisionKind::Refusal, u"refusal"},
    Token{DecisionKind::Setting, u"setting"},
};

template <typename Value, std::size_t Size>
QString tokenOf(const std::array<Token<Value>, Size> &tokens, Value value)
{
    return QString::fromUtf16(std::ranges::find(tokens, value, &Token<Value>::value)->text);
}

// The base holds only what toToken() wrote.
template <typename Value, std::size_t Size>
Value valueOf(const std::array<Token<Value>, Size> &tokens, QStringView token)
{
    const auto found =
        std::ranges::find_if(tokens, [token](const auto &row) { return token == row.text; });
    return found == tokens.end() ? tokens.front().value : found->value;
}

} // namespace

QString toToken(DecisionSubject subject)
{
    return tokenOf(subjectTokens, subject);
}

QString toToken(DecisionKind kind)
{
    return tokenOf(kindTokens, kind);
}

DecisionSubject decisionSubjectFromToken(QStringView token)
{
    return valueOf(subjectTokens, token);
}

DecisionKind decisionKindFromToken(QStringView token)
{
    return valueOf(kindTokens, token);
}

} // namespace recoupe
