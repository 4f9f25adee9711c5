// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

namespace recoupe {

//! One field that a later submission changed, in words.
struct FieldChange
{
    QString label; //!< "Dates"
    QString before;
    QString after; //!< both empty never: "non renseigné" stands for nothing

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

//! What differs of all that was verified, and nothing else; empty exactly when
//! differsFromVerified() is false.
[[nodiscard]] QList<FieldChange> changesBetween(const TrainingSession &verified,
                                                const TrainingSession &submitted);
[[nodiscard]] QList<FieldChange> changesBetween(const TrainingAction &verified,
                                                const TrainingAction &submitted);

} // namespace recoupe
