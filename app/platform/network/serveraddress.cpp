// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/serveraddress.h"

#include <QCoreApplication>
#include <QSslSocket>
#include <QUrl>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

} // namespace

QString shownAddress(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Result<> checkWebAddress(const QUrl &url, const ServerAccess &access)
{
    const QString address = shownAddress(url);
    if (!url.userInfo().isEmpty()) {
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("L'adresse « %1 » contient un identifiant ou un mot de passe : les retirer "
                   "et les indiquer à leur place.")
                .arg(address));
    }
    if (url.scheme() == u"http" && !access.allowsHttp) {
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("L'adresse « %1 » n'est pas chiffrée : indiquer une adresse en https://, ou "
                   "permettre les échanges sans chiffrement.")
                .arg(address));
    }
    if (url.scheme() == u"https" && !QSslSocket::supportsSsl()) {
        return fail(
            ErrorCode::ServerUntrusted,
            Tr::tr("Aucune connexion chiffrée avec « %1 » n'est possible : la bibliothèque TLS "
                   "manque sur cet ordinateur. Réinstaller Recoupe.")
                .arg(address));
    }
    if ((url.scheme() == u"https" || url.scheme() == u"http") && url.isValid() &&
        !url.host().isEmpty())
        return {};
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("« %1 » n'est pas l'adresse d'un serveur : une adresse du genre "
                       "https://serveur/dossier est attendue.")
                    .arg(address));
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           portOf(one) == portOf(other);
}

} // namespace recoupe
