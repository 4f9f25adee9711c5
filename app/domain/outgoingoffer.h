// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

#include <QByteArray>

namespace recoupe {

//! A session on its way to a partner, as it is published: what was verified, with the recruitment
//! state in force.
struct OutgoingSession
{
    TrainingSession session;
    RecruitmentState recruitment =
        RecruitmentState::Unknown; //!< in force; the session's may be old
    QByteArray source; //!< UTF-8 XML: the LHEO `action` that holds this `session` alone, as it came
};

//! An action with those of its sessions that the partner gets.
struct OutgoingOffer
{
    TrainingAction action;
    QByteArray source; //!< UTF-8 XML: the LHEO `formation` without its actions, as it came
    QList<OutgoingSession> sessions;
};

} // namespace recoupe
