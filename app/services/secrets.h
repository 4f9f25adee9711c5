// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partnersettings.h"
#include "platform/secretstore.h" // IWYU pragma: export

#include <QUrl>

//! The passwords and tokens of the exchanges, by name: what the settings of an exchange need beside
//! what the base keeps.
namespace recoupe {

//! Of the portal's feed.
[[nodiscard]] QString feedSecretName();
[[nodiscard]] QString secretNameOf(Partner partner);
//! The variable of the environment that a scheduler gives a secret by:
//! "RECOUPE_SECRET_PARTNER_AUDE".
[[nodiscard]] QString secretVariableOf(const QString &name);
//! The secret, where it was given for that server; whoever can change an address in the base must
//! not get the password of another. What the environment gives is for any. SecretMissing otherwise.
[[nodiscard]] Result<QString> secretFor(const QString &name, const QUrl &server);
//! Keeps it for the server that the settings name under this name at the moment.
[[nodiscard]] Result<SecretPlace>
keepSecretFor(const QString &name, const ExchangeSettings &settings, const QString &secret);
//! That HTTP and SFTP want a login beside the password.
[[nodiscard]] Failure loginMissing(const QString &subject);
//! Whether there is one. Blocks, as readSecret() does.
[[nodiscard]] Result<bool> isSecretKnown(const QString &name);

} // namespace recoupe
