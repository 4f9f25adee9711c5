// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/databaseaccess.h"

#include "platform/drivekind.h"
#include "platform/network/databaseserver.h"
#include "services/secrets.h"

#include <QCoreApplication>
#include <QDir>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

using Opened = Result<std::unique_ptr<Database>>;

DatabaseServer::Tls tlsOf(DatabaseUrl::Encryption encryption)
{
    switch (encryption) {
    case DatabaseUrl::Encryption::Verified: return DatabaseServer::Tls::Verified;
    case DatabaseUrl::Encryption::Unverified: return DatabaseServer::Tls::Encrypted;
    case DatabaseUrl::Encryption::IfOffered: return DatabaseServer::Tls::IfOffered;
    case DatabaseUrl::Encryption::None: break;
    }
    return DatabaseServer::Tls::None;
}

bool isOverNetwork(const DatabaseUrl &url)
{
    return url.backend == DatabaseUrl::Backend::PostgreSql && !url.host.startsWith(u'/');
}

// Asked for only where the server wants one: a keychain may have to be unlocked.
Opened openWithSecret(DatabaseUrl url, Database::Mode mode, const QString &writer)
{
    Result<QString> secret = databaseSecret(url);
    if (!secret)
        return failureOf(secret);
    url.password = *secret;
    return Database::open(url, mode, writer);
}

//! Where the way to the server is at fault, that; else the failure as it is.
Failure explained(const DatabaseUrl &url, const Error &error)
{
    if (error.code != ErrorCode::DatabaseUnreachable || !isOverNetwork(url))
        return Failure(error);
    const Result<DatabaseServerSight> seen = lookAtDatabaseServer(databaseServerOf(url));
    if (seen)
        return Failure(error);
    const bool isUntrusted = seen.error().code == ErrorCode::ServerUntrusted;
    return fail(isUntrusted ? ErrorCode::ServerUntrusted : ErrorCode::DatabaseUnreachable,
                seen.error().message, error.detail + u' ' + seen.error().detail);
}

} // namespace

Result<> expectOwner(const Database &database)
{
    if (database.role() == AccountRole::Owner)
        return {};
    return fail(ErrorCode::Refused,
                Tr::tr("Le compte « %1 » (%2) ne peut ni corriger ni effacer ce que d'autres ont "
                       "écrit. Demandez-le au propriétaire de la base.")
                    .arg(database.account(), accountRoleName(database.role())));
}

DatabaseServer databaseServerOf(const DatabaseUrl &url)
{
    return {url.host, url.port, tlsOf(url.encryption()), url.authorities};
}

Result<> refuseNetworkDrive(const DatabaseUrl &url)
{
    if (url.backend != DatabaseUrl::Backend::Sqlite)
        return {};
    const Drive drive = driveOf(QDir::fromNativeSeparators(url.path));
    if (!drive.isRemote)
        return {};
    return fail(ErrorCode::DatabaseUnreachable,
                Tr::tr("La base « %1 » est sur un lecteur réseau (%2), où deux postes qui écrivent "
                       "en même temps l'abîmeraient : elle n'a pas été ouverte. Copiez-la sur ce "
                       "poste, ou passez à PostgreSQL (« recoupe move »).")
                    .arg(QDir::toNativeSeparators(url.path), QString::fromUtf8(drive.fileSystem)));
}

Result<std::unique_ptr<Database>> openDatabase(const DatabaseUrl &url, Database::Mode mode,
                                               const QString &writer)
{
    if (Result<> refused = refuseNetworkDrive(url); !refused)
        return failureOf(refused);
    Opened opened = Database::open(url, mode, writer);
    if (!opened && opened.error().code == ErrorCode::SecretMissing)
        opened = openWithSecret(url, mode, writer);
    if (opened)
        return opened;
    return explained(url, opened.error());
}

} // namespace recoupe
