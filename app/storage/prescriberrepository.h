// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/prescriber.h"

#include <QList>

namespace recoupe {

class Database;
class SqlConnection;

//! How a new list of prescribers differs from the one before.
struct PrescriberChanges
{
    int added = 0;
    int changed = 0; //!< the structure is called otherwise
    int removed = 0;
    int unchanged = 0;

    friend bool operator==(const PrescriberChanges &, const PrescriberChanges &) = default;
};

//! The list of those who get the table. An address stands once for a département, however it is
//! spelt (mailAddressKey). Call what writes inside Database::inTransaction().
class PrescriberRepository
{
public:
    explicit PrescriberRepository(Database &database);

    //! By département, the whole region first, then structure and address.
    [[nodiscard]] Result<QList<Prescriber>> prescribers() const;
    //! Makes \a list, each address once for a département, the whole list. One that was there keeps
    //! the spelling it has.
    [[nodiscard]] Result<PrescriberChanges> replace(const QList<Prescriber> &list);
    //! Whether it was added: not where the address is there already for the département.
    [[nodiscard]] Result<bool> add(const Prescriber &prescriber);
    //! Whether there was one, with this very spelling.
    [[nodiscard]] Result<bool> remove(const Prescriber &prescriber);

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
