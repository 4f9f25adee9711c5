// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QList>

namespace recoupe {

//! Why one session or action of a request was not decided on.
struct Refusal
{
    SessionKey key; //!< for an action only the formation part
    QString sentence;
};

//! What became of a request.
struct DecisionOutcome
{
    QList<Decision> applied; //!< entered in the trail
    QList<Refusal> refused;
    int unchanged = 0; //!< already so: nothing was written
};

} // namespace recoupe
