// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rejection.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"
#include "exchange/xml/xmltree.h"

#include <tl/expected.hpp>

//! From LHEO's elements to the values of the domain.
namespace recoupe {

class LheoTolerances;

//! A value, or the defect for which its record is rejected: line, field, value and what was
//! expected; file and record are left to the caller.
template <typename T>
using Mapped = tl::expected<T, Rejection>;

//! Of a `formation`.
[[nodiscard]] Mapped<TrainingAction> trainingAction(XmlElement formation,
                                                    LheoTolerances &tolerances);

//! What all sessions of an LHEO `action` have in common.
[[nodiscard]] Mapped<TrainingSession> sessionTemplate(XmlElement action,
                                                      LheoTolerances &tolerances);

//! \a common together with what its `session` says.
[[nodiscard]] Mapped<TrainingSession> trainingSession(TrainingSession common, XmlElement session,
                                                      LheoTolerances &tolerances);

} // namespace recoupe
