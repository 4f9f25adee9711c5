// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

namespace recoupe::test {

//! A session and one award that agree in everything but the number, which the session lacks. Tests
//! change one thing and look at what becomes of it.
struct AgreeingCase
{
    AgreeingCase();

    [[nodiscard]] AwardNotification &award() { return awards.first(); }
    void setMarket(const char *number)
    {
        session.fundings.first().marketNumber = QString::fromUtf8(number);
    }

    TrainingAction action;
    TrainingSession session;
    QList<AwardNotification> awards;
};

} // namespace recoupe::test
