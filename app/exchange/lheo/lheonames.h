// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rejection.h"
#include "domain/trainingsession.h"

//! How rejections call the records of LHEO.
namespace recoupe {

//! "session S1 (formation F1, action A1)".
[[nodiscard]] QString nameOfSession(const SessionKey &key);
//! "action A1 (formation F1)"; the key's session does not matter.
[[nodiscard]] QString nameOfAction(const SessionKey &key);
//! "formation F1".
[[nodiscard]] QString nameOfFormation(const QString &numero);

//! A rejection of which file and record are left to the caller.
[[nodiscard]] Rejection rejectionOf(const QString &field, const QString &value,
                                    const QString &expected);

} // namespace recoupe
