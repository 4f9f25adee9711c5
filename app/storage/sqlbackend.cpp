// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlbackend.h"

#include "storage/postgresqlbackend.h"
#include "storage/sqlitebackend.h"

namespace recoupe {

std::unique_ptr<SqlBackend> SqlBackend::of(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::PostgreSql)
        return std::make_unique<PostgreSqlBackend>(url);
    return std::make_unique<SqliteBackend>(url);
}

} // namespace recoupe
