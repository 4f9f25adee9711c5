// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

class QSslConfiguration;

namespace recoupe {

//! How servers are checked: by the authorities of the system, and those of \a authoritiesFile
//! beside them (PEM; empty: none). FileUnreadable, NotTheFormat.
[[nodiscard]] Result<QSslConfiguration> tlsSettings(const QString &authoritiesFile);

} // namespace recoupe
