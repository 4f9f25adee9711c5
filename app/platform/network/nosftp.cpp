// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of sftpfolder.cpp where there is no libcurl.
#include "platform/network/remotefolder.h"
#include "platform/network/serveraddress.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<std::unique_ptr<RemoteFolder>> openSftpFolder(const QUrl &url, const ServerAccess &,
                                                     const QString &, const QString &)
{
    return fail(
        ErrorCode::ServerRefused,
        Tr::tr("Rien ne peut être échangé avec « %1 » : cette version de Recoupe a été faite "
               "sans SFTP. En demander une qui l'a, ou choisir un autre mode de "
               "transmission.")
            .arg(shownAddress(url)));
}

} // namespace recoupe
