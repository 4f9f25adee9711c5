// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/accountrepository.h"

#include "storage/accessrights.h"
#include "storage/database.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr Sql selectLogin("SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = ?");
// Of one that is in several groups, the one that may most; the groups are named in their order.
constexpr Sql selectMembers(
    "SELECT a.rolname::text, max(CASE g.rolname WHEN ? THEN 1 WHEN ? THEN 2 WHEN ? THEN 3 END) "
    "FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid "
    "JOIN pg_catalog.pg_roles a ON a.oid = m.member "
    "WHERE g.rolname IN (?, ?, ?) GROUP BY a.rolname ORDER BY a.rolname::text COLLATE \"C\"");

Failure unknownAccount(const QString &account)
{
    return fail(ErrorCode::NotFound,
                Tr::tr("Le serveur ne connaît pas de compte « %1 ». Demandez à son administrateur "
                       "de le créer (CREATE ROLE … LOGIN), puis recommencez.")
                    .arg(account));
}

//! The names of the groups, in the order of grantedRoles.
Result<QStringList> groupNames(const QString &base)
{
    QStringList names;
    for (const AccountRole role : grantedRoles) {
        const Result<QString> name = groupName(role, base);
        if (!name)
            return failureOf(name);
        names << *name;
    }
    return names;
}

} // namespace

AccountRepository::AccountRepository(Database &database)
    : m_database(database)
{
}

Result<> AccountRepository::grant(AccountRole role, const QString &account)
{
    qint64 known = 0;
    Statement select(m_database.sql(), selectLogin);
    select(account);
    if (Result<> selected = select.forEach([&](Row &row) { row(known); }); !selected)
        return selected;
    return known ? run(statements(role, account)) : unknownAccount(account);
}

Result<> AccountRepository::revoke(const QString &account)
{
    const Result<QList<Account>> known = accounts();
    if (!known)
        return failureOf(known);
    if (std::ranges::none_of(*known, [&](const Account &one) { return one.name == account; })) {
        return fail(ErrorCode::NotFound,
                    Tr::tr("Le compte « %1 » n'a aucun rôle dans cette base : « recoupe roles "
                           "--list » montre ceux qui en ont.")
                        .arg(account));
    }
    return run(leavingStatements(account, m_database.url().name));
}

Result<QList<Account>> AccountRepository::accounts() const
{
    const Result<QStringList> groups = groupNames(m_database.url().name);
    if (!groups)
        return failureOf(groups);
    Statement select(m_database.sql(), selectMembers);
    for (int round = 0; round < 2; ++round) {
        for (const QString &group : *groups)
            select(group);
    }
    QList<Account> accounts;
    return select
        .forEach([&](Row &row) {
            Account &account = accounts.emplaceBack();
            int rank = 0;
            row(account.name, rank);
            account.role = grantedRoles.at(std::size_t(rank - 1));
        })
        .map([&] { return accounts; });
}

Result<QStringList> AccountRepository::statements(AccountRole role, const QString &account) const
{
    const QString &base = m_database.url().name;
    const Result<QStringList> groups = groupStatements(base);
    const Result<QStringList> rights = rightsStatements(base);
    const Result<QStringList> membership = membershipStatements(role, account, base);
    if (!groups || !rights || !membership)
        return failureOf(groups);
    return *groups + *rights + *membership;
}

Result<> AccountRepository::run(const Result<QStringList> &statements)
{
    if (!statements)
        return failureOf(statements);
    return m_database.inTransaction([&]() -> Result<> {
        for (const QString &statement : *statements) {
            if (Result<> done = m_database.sql().run(statement); !done)
                return done;
        }
        return {};
    });
}

} // namespace recoupe
