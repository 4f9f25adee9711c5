// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of sftpfolder.cpp where there is no libcurl.
#include "platform/network/remotefolder.h"
#include "platform/network/transferfailures.h"

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
    return serverRefused(
        url, Tr::tr("cette version de Recoupe a été faite sans SFTP"),
        Tr::tr("Demander une version faite avec libcurl, ou choisir un autre mode de "
               "transmission"));
}

} // namespace recoupe
