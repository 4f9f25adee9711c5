// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

namespace recoupe {

//! The first axis: does what was entered agree with what the funder sent? Computed, never stored.
enum class Control
{
    Conforming,  //!< compared in everything, and equal
    Discrepancy, //!< a blocking finding or a warning
    Ambiguous,   //!< several notifications tie
    NoAward,     //!< no notification
    Incomplete,  //!< nothing against it, but something could not be compared
    ToReview,    //!< changed on the portal since an operator activated it or set it aside
    SetAside,    //!< taken out of the queue by an operator
};

//! The word of the command line: conforming, discrepancy, ambiguous, no-award, incomplete,
//! to-review, set-aside.
[[nodiscard]] QString toToken(Control control);
[[nodiscard]] std::optional<Control> controlFromToken(QStringView token);
//! The word of the screens: Conforme, Écart, Ambigu…
[[nodiscard]] QString controlName(Control control);

//! What could not be compared, as French sentences; empty when everything was.
[[nodiscard]] QStringList gapsOf(const SessionCase &subject);

//! Whether a later submission changed anything that was verified. A change of recruitment state
//! alone needs no new verification; neither do dates of modification.
[[nodiscard]] bool differsFromVerified(const TrainingSession &submitted,
                                       const TrainingSession &verified);
[[nodiscard]] bool differsFromVerified(const TrainingAction &submitted,
                                       const TrainingAction &verified);

//! Where an operator left a session.
enum class Standing
{
    Open,    //!< nothing was decided, or it was taken back
    Decided, //!< activated, and still what was verified
    Aside,   //!< set aside, and still what it was
    Changed  //!< the portal changed what was decided on, or its action
};

//! The verdict.
[[nodiscard]] Control controlOf(const SessionCase &subject, const QList<Finding> &findings,
                                const QStringList &gaps, Standing standing);

} // namespace recoupe
