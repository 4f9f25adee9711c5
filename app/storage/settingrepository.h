// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace recoupe {

class Database;
class SqlConnection;

//! The settings that differ from the program's own. They are changed by decisions
//! (DecisionRepository), so that the trail says who did and why.
class SettingRepository
{
public:
    explicit SettingRepository(Database &database);

    //! Texts by name.
    [[nodiscard]] Result<QMap<QString, QString>> settings() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
