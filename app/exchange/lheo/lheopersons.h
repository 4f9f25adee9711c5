// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/person.h"

#include <functional>

namespace recoupe {

//! Told of every contact that is the person.
using SawContact = std::function<void(const Contact &)>;

//! The XML of a record, as LheoSource keeps it, without a person, or with what corrects him or her:
//! in every `coordonnees` that is the person, and in every other text and attribute. The same bytes
//! where it does not speak of the person. Fails as readXmlBytes() does.
[[nodiscard]] Result<QByteArray> sourceWithoutPerson(const QByteArray &source,
                                                     const PersonFilter &filter,
                                                     const SawContact &saw = {});

} // namespace recoupe
