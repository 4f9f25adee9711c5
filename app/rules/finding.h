// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingsession.h"

namespace recoupe {

//! Blocking prevents activation unless overridden with a reason; a warning keeps the session from
//! being conforming; an information changes nothing.
enum class Severity
{
    Blocking,
    Warning,
    Info
};

//! What a finding is about.
enum class FindingSubject
{
    Session,
    Award,
    Action
};

//! One result of one rule on one subject: everything the operator is told.
struct Finding
{
    QString rule; //!< stable id of the catalogue: "dates-outside-sesar"
    Severity severity = Severity::Info;
    FindingSubject subject = FindingSubject::Session;
    SessionKey key;    //!< the session; empty for an award
    QString award;     //!< market number of the notification in question; may be empty
    QString field;     //!< LHEO path or column: "periode.fin"
    QString submitted; //!< value entered, as shown
    QString expected;  //!< value it was held against, as shown
    QString message;   //!< French: both values, and what to do

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QString toToken(Severity severity);
[[nodiscard]] QString toToken(FindingSubject subject);

} // namespace recoupe
