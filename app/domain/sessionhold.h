// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingsession.h"

#include <QDateTime>

namespace recoupe {

//! Who works on a session, so that two do not do the same. It says so and locks nothing.
struct SessionHold
{
    SessionKey key;
    QString operatorName;
    QDateTime since; //!< UTC

    friend bool operator==(const SessionHold &, const SessionHold &) = default;
};

} // namespace recoupe
