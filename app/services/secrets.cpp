// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets.h"

#include "storage/database.h"

#include <QCoreApplication>

namespace recoupe {

QString databaseSecretName()
{
    return QStringLiteral("database");
}

QString feedSecretName()
{
    return QStringLiteral("feed");
}

QString secretNameOf(Partner partner)
{
    return QLatin1String("partner/") + toToken(partner);
}

QString secretVariableOf(const QString &name)
{
    return QLatin1String("RECOUPE_SECRET_") + QString(name).replace(u'/', u'_').toUpper();
}

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Parts a secret from the server it is for; no secret has a line break.
constexpr QChar parting = u'\n';

QString originOf(const QUrl &server)
{
    return server.scheme() + QLatin1String("://") + server.host() + u':' +
           QString::number(server.port(-1));
}

//! Of a base: the account too, whose password it is.
QString originOf(const DatabaseUrl &url)
{
    return QStringLiteral("postgresql://%1@%2").arg(url.user, url.server());
}

//! The secret itself, where what is kept was given for that origin or for any.
std::optional<QString> partFor(const QString &origin, const QString &kept)
{
    const qsizetype end = kept.indexOf(parting);
    if (end < 0)
        return kept;
    if (kept.left(end) == origin)
        return kept.mid(end + 1);
    return std::nullopt;
}

QUrl serverOf(const QString &name, const ExchangeSettings &settings)
{
    for (const Partner partner : partners) {
        if (name == secretNameOf(partner))
            return QUrl(settings.of(partner).address);
    }
    return QUrl(settings.feed.url);
}

} // namespace

Result<QString> secretFor(const QString &name, const QUrl &server)
{
    return readSecret(name).and_then([&](const QString &kept) -> Result<QString> {
        if (const auto secret = partFor(originOf(server), kept))
            return *secret;
        return fail(ErrorCode::SecretMissing,
                    Tr::tr("Le mot de passe gardé sous « %1 » a été donné pour un autre serveur "
                           "que « %2 » : donnez-le à nouveau dans les réglages des échanges, ou "
                           "par « recoupe secret %1 ».")
                        .arg(name, server.host()));
    });
}

Result<SecretPlace> keepSecretFor(const QString &name, const ExchangeSettings &settings,
                                  const QString &secret)
{
    return keepSecret(name, originOf(serverOf(name, settings)) + parting + secret);
}

Result<QString> databaseSecret(const DatabaseUrl &url)
{
    return readSecret(databaseSecretName()).and_then([&](const QString &kept) -> Result<QString> {
        if (const auto secret = partFor(originOf(url), kept))
            return *secret;
        return fail(ErrorCode::SecretMissing,
                    Tr::tr("Le mot de passe gardé pour la base a été donné pour un autre compte ou "
                           "un autre serveur que « %1 » : donnez-le à nouveau dans « Base de "
                           "données », ou par « recoupe secret database ».")
                        .arg(url.display()));
    });
}

Result<SecretPlace> keepDatabaseSecret(const DatabaseUrl &url, const QString &secret)
{
    if (url.backend == DatabaseUrl::Backend::Sqlite) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("La base « %1 » est un fichier de ce poste : elle n'a pas de mot de "
                           "passe. Nommez la base du serveur par --database.")
                        .arg(url.display()));
    }
    return keepSecret(databaseSecretName(), originOf(url) + parting + secret);
}

Failure loginMissing(const QString &subject)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("L'identifiant pour %1 manque : indiquez-le dans les réglages des échanges, "
                       "à côté du mot de passe.")
                    .arg(subject));
}

Result<bool> isSecretKnown(const QString &name)
{
    const Result<QString> secret = readSecret(name);
    if (secret)
        return !secret->isEmpty();
    if (secret.error().code == ErrorCode::SecretMissing)
        return false;
    return failureOf(secret);
}

} // namespace recoupe
