// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingsession.h"

#include <QDateTime>

namespace recoupe {

//! What an operator wrote beside a session, for colleagues and for later.
struct Note
{
    qint64 id = 0; //!< given by the storage, rising
    SessionKey key;
    QDateTime at; //!< UTC
    QString operatorName;
    QString text;

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace recoupe
