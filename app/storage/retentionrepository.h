// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/retention.h"

namespace recoupe {

class Database;
class SqlConnection;

//! Removes what was kept long enough. Never what stands, what a decision in force or its undo goes
//! back to, nor anything of the trail.
class RetentionRepository
{
public:
    explicit RetentionRepository(Database &database);

    //! Removes, or of deliveries empties, what came before; gives how many rows. Call it in a
    //! transaction, or in a trial to count only.
    [[nodiscard]] Result<qint64> removeBefore(RetainedRecord record, const QDateTime &time);

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
