// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"

namespace recoupe {

//! The keys of sessions named by their LHEO numero, or by "FORMATION/ACTION/SESSION" where a numero
//! belongs to several. NotFound and AmbiguousName name the one that cannot be resolved.
[[nodiscard]] Result<QList<SessionKey>> sessionsNamed(BackOffice &office, const QStringList &names);

} // namespace recoupe
