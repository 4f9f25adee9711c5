// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/databaseaccess.h"

#include "platform/drivekind.h"
#include "platform/filelocks.h"
#include "platform/network/databaseserver.h"
#include "services/secrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

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

// The secret is asked for only where the server wants one: a keychain may have to be unlocked.
template <typename Reach>
auto withSecret(DatabaseUrl url, Reach reach) -> decltype(reach(url))
{
    auto reached = reach(url);
    if (reached || reached.error().code != ErrorCode::SecretMissing)
        return reached;
    const Result<QString> secret = databaseSecret(url);
    if (!secret)
        return failureOf(secret);
    url.password = *secret;
    return reach(url);
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

SightSentence wayInWords(const DatabaseSight &sight)
{
    if (sight.isVerified)
        return {Tr::tr("La connexion est chiffrée et le serveur vérifié : « %1 » répond de lui.")
                    .arg(sight.voucher)};
    if (sight.base.isEncrypted)
        return {Tr::tr("La connexion est chiffrée, mais rien ne prouve que c'est le bon serveur "
                       "(certificat signé par « %1 », non vérifié).")
                    .arg(sight.voucher),
                sight.isOverNetwork};
    if (sight.isOverNetwork)
        return {Tr::tr("La connexion n'est pas chiffrée : mots de passe et données passent en "
                       "clair."),
                true};
    return {Tr::tr("Le serveur est sur ce poste : rien ne passe par le réseau.")};
}

SightSentence schemaInWords(const BaseSight &base)
{
    if (base.schema == 0)
        return {Tr::tr("La base est vide : Recoupe y fera son schéma à la première ouverture.")};
    if (base.schema < base.newestSchema)
        return {Tr::tr("La base est d'une version plus ancienne de Recoupe (schéma %1) : son "
                       "propriétaire la mettra à jour (schéma %2) en l'ouvrant.")
                    .arg(base.schema)
                    .arg(base.newestSchema),
                true};
    if (base.schema > base.newestSchema)
        return {Tr::tr("La base est d'une version plus récente de Recoupe (schéma %1, ce programme "
                       "connaît %2) : mettez Recoupe à jour sur ce poste.")
                    .arg(base.schema)
                    .arg(base.newestSchema),
                true};
    return {Tr::tr("La base est celle de cette version de Recoupe (schéma %1).").arg(base.schema)};
}

//! The nearest folder that is there must take the file and what SQLite keeps beside it.
Result<QList<SightSentence>> testNewFile(const QString &path)
{
    QFileInfo folder(QFileInfo(path).absolutePath());
    while (!folder.exists() && folder.absolutePath() != folder.absoluteFilePath())
        folder.setFile(folder.absolutePath());
    if (!folder.isDir() || !folder.isWritable()) {
        return fail(ErrorCode::DatabaseUnreachable,
                    Tr::tr("Votre compte n'a pas le droit d'écrire dans le dossier « %1 » : "
                           "choisissez-en un autre pour la base.")
                        .arg(QDir::toNativeSeparators(folder.absoluteFilePath())));
    }
    return QList<SightSentence>{
        {Tr::tr("Le fichier « %1 » n'existe pas encore : Recoupe l'y créera, vide, à la première "
                "ouverture.")
             .arg(QDir::toNativeSeparators(path))}};
}

//! What there is in it already; nothing to say where that is no base of ours yet.
Result<QList<SightSentence>> contentsInWords(const DatabaseUrl &url)
{
    return lookAtMoveTarget(url).map([](const MoveTarget &target) {
        QList<SightSentence> sentences;
        if (target.hasSchema())
            sentences.append(
                {target.filledTable().isEmpty()
                     ? Tr::tr("Elle ne contient encore aucune donnée : celles d'une autre base "
                              "peuvent y être déplacées.")
                     : Tr::tr("Elle contient déjà des données : elle s'ouvre telle quelle, mais "
                              "celles d'une autre base ne peuvent pas y être déplacées.")});
        return sentences;
    });
}

Result<QList<SightSentence>> testFile(const DatabaseUrl &url)
{
    const QString path = QDir::fromNativeSeparators(url.path);
    if (Result<> refused = refuseNetworkDrive(url); !refused)
        return failureOf(refused);
    if (!QFileInfo::exists(path))
        return testNewFile(path);
    return contentsInWords(url).map([&](const QList<SightSentence> &contents) {
        const QString sentence =
            QFileInfo(path).size() == 0
                ? Tr::tr("Le fichier « %1 » est vide : Recoupe en fera sa base à la première "
                         "ouverture.")
                : Tr::tr("Le fichier « %1 » est une base de Recoupe, que votre compte peut lire "
                         "et écrire.");
        return QList<SightSentence>{{sentence.arg(QDir::toNativeSeparators(path))}} + contents +
               QList<SightSentence>{{Tr::tr("Il est sur ce poste : rien ne passe par le réseau.")}};
    });
}

} // namespace

Result<> expectOwner(const Database &database)
{
    if (database.role() == AccountRole::Owner)
        return {};
    return fail(ErrorCode::Refused,
                Tr::tr("Le compte « %1 » (%2) ne peut ni corriger ni effacer ce que d'autres ont "
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
    auto opened = withSecret(
        url, [&](const DatabaseUrl &address) { return Database::open(address, mode, writer); });
    if (opened)
        return opened;
    return explained(url, opened.error());
}

Result<MoveTarget> lookAtMoveTarget(const DatabaseUrl &url)
{
    if (Result<> refused = refuseNetworkDrive(url); !refused)
        return failureOf(refused);
    const Result<MoveTarget> target = withSecret(url, &MoveTarget::at);
    if (!target)
        return explained(url, target.error());
    return target;
}

Result<DatabaseSight> lookAtDatabase(const DatabaseUrl &url)
{
    const Result<BaseSight> base = withSecret(url, &Database::look);
    if (!base)
        return explained(url, base.error());
    DatabaseSight sight{*base, !url.isOnThisMachine(), {}, false};
    if (!sight.base.isEncrypted)
        return sight;
    const Result<DatabaseServerSight> server = lookAtDatabaseServer(databaseServerOf(url));
    if (server)
        sight.voucher = server->voucher;
    sight.isVerified = url.encryption() == DatabaseUrl::Encryption::Verified;
    return sight;
}

QList<SightSentence> inWords(const DatabaseSight &sight)
{
    const BaseSight &base = sight.base;
    QList<SightSentence> sentences{
        {Tr::tr("Le serveur répond (PostgreSQL %1).").arg(base.serverVersion)},
        wayInWords(sight),
        schemaInWords(base),
    };
    if (base.role)
        sentences.append(
            {Tr::tr("Le compte « %1 » y est %2.").arg(base.account, accountRoleName(*base.role))});
    return sentences;
}

Result<QList<SightSentence>> testDatabase(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        return testFile(url);
    const Result<DatabaseSight> sight = lookAtDatabase(url);
    if (!sight)
        return failureOf(sight);
    if (sight->base.schema > sight->base.newestSchema)
        return inWords(*sight);
    return contentsInWords(url).map(
        [&](const QList<SightSentence> &contents) { return inWords(*sight) + contents; });
}

bool isBaseUnlockedByClosing()
{
    return closingGivesUpLocks;
}

} // namespace recoupe
