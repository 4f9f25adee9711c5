// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/decidedvalues.h"

namespace recoupe {

QString activationToken(bool active)
{
    return QString::fromUtf16(active ? activeToken : inactiveToken);
}

QString valueOf(const StoredSession &stored, DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Activation: return activationToken(stored.active);
    case DecisionKind::Recruitment: return toToken(stored.recruitment);
    case DecisionKind::Association:
        return stored.choice.accepted ? stored.choice.accepted->toToken() : QString();
    case DecisionKind::SetAside: return stored.aside ? toToken(stored.aside->reason) : QString();
    case DecisionKind::Refusal:
    case DecisionKind::Setting: break;
    }
    return {};
}

} // namespace recoupe
