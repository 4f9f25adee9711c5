// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settingrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr Sql selectSettings("SELECT name, value FROM settings");

} // namespace

SettingRepository::SettingRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<QMap<QString, QString>> SettingRepository::settings() const
{
    QMap<QString, QString> settings;
    return Statement(m_sql, selectSettings)
        .forEach([&](Row &row) {
            QString name;
            QString value;
            row(name, value);
            settings.insert(name, value);
        })
        .map([&] { return settings; });
}

} // namespace recoupe
