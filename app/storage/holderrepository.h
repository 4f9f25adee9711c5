// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/sessionhold.h"

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! Who holds which session: at most one operator each. No part of the trail. A decision that ends
//! the work on a session, its activation or its being set aside, ends the hold as well: see
//! DecisionRepository::append().
class HolderRepository
{
public:
    explicit HolderRepository(const Database &database);

    //! In the place of whoever held it; NotFound when there is no such session. Call it inside
    //! Database::inTransaction().
    [[nodiscard]] Result<> take(const SessionHold &hold);
    //! Nothing to do where nobody holds it.
    [[nodiscard]] Result<> release(const SessionKey &key);
    //! Who holds it; nothing when nobody does.
    [[nodiscard]] Result<std::optional<SessionHold>> holdOf(const SessionKey &key) const;
    //! Of every session, in no order.
    [[nodiscard]] Result<QList<SessionHold>> holds() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
