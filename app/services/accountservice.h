// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/accountrepository.h"

#include <QStringList>

namespace recoupe {

//! Who may do what to a base on a server: for its owner. InvalidArgument for a file, which has no
//! accounts; Refused to anybody else.
class AccountService
{
public:
    explicit AccountService(Database &database);

    //! See AccountRepository.
    [[nodiscard]] Result<> grant(AccountRole role, const QString &account);
    [[nodiscard]] Result<> revoke(const QString &account);
    [[nodiscard]] Result<QList<Account>> accounts() const;
    [[nodiscard]] Result<QStringList> statements(AccountRole role, const QString &account) const;

private:
    [[nodiscard]] Result<> check() const;

    Database &m_database;
};

//! InvalidArgument: a base that is a file has no accounts.
[[nodiscard]] Failure noAccountsIn(const QString &file);

} // namespace recoupe
