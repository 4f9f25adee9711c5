// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partner.h"
#include "platform/secretstore.h" // IWYU pragma: export

//! The passwords and tokens of the exchanges, by name: what the settings of an exchange need beside
//! what the base keeps.
namespace recoupe {

//! Of the portal's feed.
[[nodiscard]] QString feedSecretName();
[[nodiscard]] QString secretNameOf(Partner partner);
//! The variable of the environment that a scheduler gives a secret by:
//! "RECOUPE_SECRET_PARTNER_AUDE".
[[nodiscard]] QString secretVariableOf(const QString &name);
//! Whether there is one. Blocks, as readSecret() does.
[[nodiscard]] Result<bool> isSecretKnown(const QString &name);

} // namespace recoupe
