// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/tableprofile.h"

#include <QList>

namespace recoupe {

class Database;
class SqlConnection;

//! How funders lay out their tables, each under its name.
class ProfileRepository
{
public:
    explicit ProfileRepository(Database &database);

    //! Takes the place of the one of that name.
    [[nodiscard]] Result<> save(const TableProfile &profile);
    //! In the order of their names.
    [[nodiscard]] Result<QList<TableProfile>> profiles() const;
    //! Whether there was one of that name.
    [[nodiscard]] Result<bool> remove(const QString &name);

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
