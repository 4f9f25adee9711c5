// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlbackend.h"

#include "storage/postgresqlbackend.h"
#include "storage/sqlitebackend.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

std::unique_ptr<SqlBackend> SqlBackend::of(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::PostgreSql)
        return std::make_unique<PostgreSqlBackend>(url);
    return std::make_unique<SqliteBackend>(url);
}

QString SqlBackend::unguarded(const QString &table)
{
    return Tr::tr("La table « %1 » n'est plus protégée : ses lignes peuvent être changées ou "
                  "effacées après coup.")
        .arg(table);
}

} // namespace recoupe
