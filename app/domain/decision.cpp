// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

namespace recoupe {

QString toToken(DecisionSubject subject)
{
    return subject == DecisionSubject::Session ? QStringLiteral("session")
                                               : QStringLiteral("action");
}

QString toToken(DecisionKind kind)
{
    return kind == DecisionKind::Activation ? QStringLiteral("activation")
                                            : QStringLiteral("recruitment");
}

DecisionSubject decisionSubjectFromToken(QStringView token)
{
    return token == u"action" ? DecisionSubject::Action : DecisionSubject::Session;
}

DecisionKind decisionKindFromToken(QStringView token)
{
    return token == u"recruitment" ? DecisionKind::Recruitment : DecisionKind::Activation;
}

} // namespace recoupe
