// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/accountrole.h"

#include <QList>

namespace recoupe {

class Database;

//! An account of the server with the role that it was given.
struct Account
{
    QString name;
    AccountRole role = AccountRole::Reader;

    friend bool operator==(const Account &, const Account &) = default;
};

//! The accounts of a base on a server, for its owner. Groups and rights are made with the first.
class AccountRepository
{
public:
    explicit AccountRepository(Database &database);

    //! Gives an account that the server knows a role, instead of any other. NotFound where it knows
    //! none of that name.
    [[nodiscard]] Result<> grant(AccountRole role, const QString &account);
    //! Takes its role from an account. NotFound where it has none.
    [[nodiscard]] Result<> revoke(const QString &account);
    //! In the order of their names.
    [[nodiscard]] Result<QList<Account>> accounts() const;
    //! What grant() runs, for an administrator of the server.
    [[nodiscard]] Result<QStringList> statements(AccountRole role, const QString &account) const;

private:
    [[nodiscard]] Result<> run(const Result<QStringList> &statements);

    Database &m_database;
};

} // namespace recoupe
