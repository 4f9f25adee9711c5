// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

#include <QByteArray>

namespace recoupe {

//! An action as one feed submitted it.
struct SubmittedAction
{
    TrainingAction action;
    QByteArray source; //!< its XML as read, UTF-8, without its LHEO actions: unknown extras stay
    QByteArray
        digest;      //!< of the source, leaving out what every export changes (datemaj, horodatage)
    qint64 line = 0; //!< where it begins in the file, from 1
};

//! A session as one feed submitted it.
struct SubmittedSession
{
    TrainingSession session;
    QByteArray source; //!< XML of its LHEO action, holding this one session only; UTF-8
    QByteArray digest; //!< as above
    qint64 line = 0;
};

} // namespace recoupe
