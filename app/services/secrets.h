// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partnersettings.h"
#include "platform/secretstore.h" // IWYU pragma: export

#include <QUrl>

namespace recoupe {
struct DatabaseUrl;
}

//! The passwords and tokens by name: of the exchanges, which need them beside what the base keeps,
//! and of the base itself.
namespace recoupe {

//! Of the base on a server.
[[nodiscard]] QString databaseSecretName();

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
//! The password of the account of a base on a server, where it was given for that account of that
//! server. SecretMissing otherwise.
[[nodiscard]] Result<QString> databaseSecret(const DatabaseUrl &url);
//! Keeps it. InvalidArgument for a base that is a file.
[[nodiscard]] Result<SecretPlace> keepDatabaseSecret(const DatabaseUrl &url, const QString &secret);
//! That HTTP and SFTP want a login beside the password.
[[nodiscard]] Failure loginMissing(const QString &subject);
//! Whether there is one. Blocks, as readSecret() does.
[[nodiscard]] Result<bool> isSecretKnown(const QString &name);

} // namespace recoupe
