// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/openbase.h"

#include "platform/drivekind.h"

#include <QCoreApplication>
#include <QDir>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

Result<> refuseNetworkDrive(const DatabaseUrl &url)
{
    if (url.backend != DatabaseUrl::Backend::Sqlite)
        return {};
    const Drive drive = driveOf(QDir::fromNativeSeparators(url.path));
    if (!drive.isRemote)
        return {};
    return fail(
        ErrorCode::DatabaseUnreachable,
        Tr::tr("La base « %1 » est sur un lecteur réseau (%2), où deux postes qui écrivent "
               "en même temps l'abîmeraient : elle n'a pas été ouverte. Copiez-la sur ce "
               "poste, ou passez à PostgreSQL (« recoupe move »).")
            .arg(QDir::toNativeSeparators(url.path), QString::fromLocal8Bit(drive.fileSystem)));
}

Result<std::unique_ptr<Database>> openBase(const DatabaseUrl &url, Database::Mode mode)
{
    return refuseNetworkDrive(url).and_then([&] { return Database::open(url, mode); });
}

} // namespace recoupe
