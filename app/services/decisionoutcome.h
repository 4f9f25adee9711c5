// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QList>

#include <optional>

namespace recoupe {

//! Why one session or action of a request was not decided on.
struct Refusal
{
    SessionKey key; //!< for an action only the formation part
    QString sentence;
};

//! One thing that somebody else changed after the operator last saw it, in words.
struct MeanwhileChange
{
    SessionKey key; //!< for an action only the formation part; empty for a setting
    QString field;  //!< "Activation", "Dates"; of an undo, what it would have taken back
    QString seen;
    QString now;
    QString operatorName; //!< empty where it is not known
    QDateTime at;         //!< UTC; null where it is not known
    //! What the operator wanted it to be; nothing where the decision was about something else.
    std::optional<QString> wanted = {};

    friend bool operator==(const MeanwhileChange &, const MeanwhileChange &) = default;
};

//! What became of a request.
struct DecisionOutcome
{
    QList<Decision> applied; //!< entered in the trail
    QList<Refusal> refused;
    int unchanged = 0; //!< already so: nothing was written
    //! What was not decided on, because it is not what the operator saw any more: all that differs.
    QList<MeanwhileChange> meanwhile = {};
    bool wasDoneBefore = false; //!< the request was a repeated one: read back from the trail
};

} // namespace recoupe
