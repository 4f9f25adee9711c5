// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/sesardeclaration.h"
#include "storage/offerrepository.h"

namespace recoupe {

//! Notifications and SESAR declarations, every version of each; reading gives the last versions.
class AwardRepository
{
public:
    explicit AwardRepository(Database &database);

    //! Identity and equality are the domain's; an equal one writes nothing.
    [[nodiscard]] Result<SaveOutcome> save(const AwardNotification &award, qint64 importId);
    [[nodiscard]] Result<SaveOutcome> save(const SesarDeclaration &declaration, qint64 importId);

    //! Ordered by funder, market number, lot.
    [[nodiscard]] Result<QList<AwardNotification>> awards() const;
    //! Ordered by market number, session, start.
    [[nodiscard]] Result<QList<SesarDeclaration>> sesarDeclarations() const;

private:
    template <typename Compare, typename Insert>
    [[nodiscard]] Result<SaveOutcome> saveVersion(Compare compareAndRetire, Insert insert);

    SqlConnection &m_sql;
    bool m_expectsNew = false; // as the last row was
};

} // namespace recoupe
