// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

#include "core/tokentable.h"

namespace recoupe {

namespace {

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
    Token{DecisionKind::SetAside, u"set-aside"},
    Token{DecisionKind::Setting, u"setting"},
};

} // namespace

QString toToken(DecisionSubject subject)
{
    return tokenOf(subjectTokens, subject);
}

QString toToken(DecisionKind kind)
{
    return tokenOf(kindTokens, kind);
}

// The base holds only what toToken() wrote.
DecisionSubject decisionSubjectFromToken(QStringView token)
{
    return valueOf(subjectTokens, token).value_or(DecisionSubject::Session);
}

DecisionKind decisionKindFromToken(QStringView token)
{
    return valueOf(kindTokens, token).value_or(DecisionKind::Activation);
}

} // namespace recoupe
