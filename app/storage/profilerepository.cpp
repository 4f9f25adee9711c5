// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profilerepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr Sql deleteProfile("DELETE FROM table_profiles WHERE name = ?");
constexpr Sql insertProfile("INSERT INTO table_profiles (name, profile) VALUES (?, ?)");
constexpr Sql selectProfiles("SELECT profile, name FROM table_profiles ORDER BY name");

} // namespace

ProfileRepository::ProfileRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<> ProfileRepository::save(const TableProfile &profile)
{
    if (Result<> removed = execute(m_sql, deleteProfile, profile.name); !removed)
        return removed;
    return execute(m_sql, insertProfile, profile.name, profile);
}

Result<QList<TableProfile>> ProfileRepository::profiles() const
{
    QList<TableProfile> profiles;
    return Statement(m_sql, selectProfiles)
        .forEach([&](Row &row) {
            TableProfile &profile = profiles.emplaceBack();
            row(profile, profile.name); // the text is read first: it has no name
        })
        .map([&] { return profiles; });
}

Result<bool> ProfileRepository::remove(const QString &name)
{
    Statement statement(m_sql, deleteProfile);
    statement(name);
    if (Result<> removed = statement.execute(); !removed)
        return failureOf(removed);
    return statement.changedRows() > 0;
}

} // namespace recoupe
