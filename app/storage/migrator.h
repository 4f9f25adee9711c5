// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace recoupe {

class SqlConnection;

//! The step to one version of the schema: statements in the common spelling of SqlBackend, each
//! ended by a blank line, and what SQL cannot do.
struct Migration
{
    int version = 0;
    QString text;
    Result<> (*afterwards)(SqlConnection &sql) = nullptr; //!< in the same transaction
};

//! The steps of this version of the program, in order from 1.
[[nodiscard]] QList<Migration> builtInMigrations();

//! Takes the schema from the version it has to the last of \a migrations, each step in one
//! transaction with the change of version, so that an interruption leaves a whole version. Other
//! stations wait meanwhile, and then find nothing left to do. Never goes back.
[[nodiscard]] Result<> migrate(SqlConnection &sql, const QList<Migration> &migrations);

//! The refusal of a base that a later version of the program wrote.
[[nodiscard]] Failure newerThanProgram(int version);

} // namespace recoupe
