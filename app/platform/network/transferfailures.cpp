// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/transferfailures.h"

#include "platform/network/serveraddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Failure serverUnreachable(const QUrl &url, const QString &reason, const QString &detail)
{
    return fail(
        ErrorCode::ServerUnreachable,
        Tr::tr("L'échange avec « %1 » n'a pas abouti : %2. Réessayer plus tard ; si cela dure, "
               "vérifier la connexion au réseau et l'adresse, ou prévenir l'administrateur "
               "du serveur.")
            .arg(shownAddress(url), reason),
        detail);
}

Failure serverSilent(const QUrl &url, std::chrono::milliseconds waited)
{
    const double seconds = double(waited.count()) / 1000;
    return serverUnreachable(url, Tr::tr("rien n'est venu du serveur pendant %1 s")
                                      .arg(QLocale(QLocale::French).toString(seconds)));
}

Failure serverRefused(const QUrl &url, const QString &reason, const QString &advice,
                      const QString &detail)
{
    return fail(ErrorCode::ServerRefused,
                Tr::tr("« %1 » refuse l'échange : %2. %3.").arg(shownAddress(url), reason, advice),
                detail);
}

Failure unreadableFile(const QFile &file)
{
    return fail(
        ErrorCode::FileUnreadable,
        Tr::tr("Le fichier « %1 » ne peut pas être lu : vérifier qu'il existe, qu'il n'est pas "
               "ouvert ailleurs et qu'il est permis de le lire.")
            .arg(QDir::toNativeSeparators(file.fileName())),
        file.errorString(), {file.fileName()});
}

Failure tooLarge(const QString &address, qint64 maxBytes)
{
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le fichier « %1 » dépasse la taille permise (%2) : vérifier que c'est bien "
                       "celui qu'il faut, ou relever la limite.")
                    .arg(address, QLocale(QLocale::French).formattedDataSize(maxBytes)));
}

Failure cancelledTransfer(const QUrl &url)
{
    return fail(ErrorCode::Cancelled,
                Tr::tr("L'échange avec « %1 » a été interrompu.").arg(shownAddress(url)));
}

} // namespace recoupe
