// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usualdatabase.h"

#include "platform/environment.h"
#include "services/secrets.h"
#include "storage/database.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr char databaseVariable[] = "RECOUPE_DATABASE";

Result<std::optional<SecretPlace>> keepPassword(const DatabaseUrl &url,
                                                const std::optional<QString> &password)
{
    if (!password || url.backend == DatabaseUrl::Backend::Sqlite)
        return std::optional<SecretPlace>();
    if (password->isEmpty())
        return forgetSecret(databaseSecretName()).map([] { return std::optional<SecretPlace>(); });
    return keepDatabaseSecret(url, *password).map([](SecretPlace place) {
        return std::optional(place);
    });
}

} // namespace

NamedDatabase databaseOfStart()
{
    if (const QString named = qEnvironmentVariable(databaseVariable); !named.isEmpty())
        return {named, DatabaseOrigin::Environment};
    const QString usual = usualDatabaseUrl();
    return {usual,
            usual == defaultDatabaseUrl() ? DatabaseOrigin::Workstation : DatabaseOrigin::Settings};
}

Result<std::optional<SecretPlace>> keepDatabase(const DatabaseUrl &url,
                                                const std::optional<QString> &password)
{
    return keepPassword(url, password)
        .and_then([&](std::optional<SecretPlace> place) -> Result<std::optional<SecretPlace>> {
            const bool isFile = url.backend == DatabaseUrl::Backend::Sqlite;
            if (keepUsualDatabaseUrl(isFile ? urlOfBase(url.path) : url.display()))
                return place;
            return fail(ErrorCode::FileUnwritable,
                        Tr::tr("Le fichier des réglages de Recoupe (recoupe.ini) ne peut pas être "
                               "écrit : la base n'y est pas gardée. Donnez à votre compte le droit "
                               "d'y écrire, ou demandez-le à l'administrateur."));
        });
}

bool isDatabaseSecretOfEnvironment()
{
    return qEnvironmentVariableIsSet(secretVariableOf(databaseSecretName()).toLatin1().constData());
}

} // namespace recoupe
