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
    ToReview,    //!< changed on the portal since it was activated
};

//! The word of the command line: conforming, discrepancy, ambiguous, no-award, incomplete,
//! to-review.
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

//! The verdict. \a changed: differsFromVerified() of an active session or of its action.
[[nodiscard]] Control controlOf(const SessionCase &subject, const QList<Finding> &findings,
                                const QStringList &gaps, bool changed);

} // namespace recoupe
