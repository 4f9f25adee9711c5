// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/accountservice.h"

#include "storage/database.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

AccountService::AccountService(Database &database)
    : m_database(database)
{
}

Failure noAccountsIn(const QString &file)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("La base « %1 » est un fichier : elle n'a pas de comptes, et ses droits "
                       "sont ceux du fichier. Nommez la base d'un serveur par --database.")
                    .arg(file));
}

Result<> AccountService::check() const
{
    if (m_database.url().backend == DatabaseUrl::Backend::Sqlite)
        return noAccountsIn(m_database.url().display());
    if (m_database.role() != AccountRole::Owner) {
        return fail(ErrorCode::Refused,
                    Tr::tr("Seul le propriétaire de la base « %1 » donne et retire des rôles : "
                           "recommencez avec son compte.")
                        .arg(m_database.url().display()));
    }
    return {};
}

Result<> AccountService::grant(AccountRole role, const QString &account)
{
    if (account == m_database.account()) {
        return fail(ErrorCode::Refused,
                    Tr::tr("« %1 » est le propriétaire de la base : il y peut tout, aucun rôle ne "
                           "l'en prive. Donnez un compte à lui à chaque opérateur.")
                        .arg(account));
    }
    const Result<> granted =
        check().and_then([&] { return AccountRepository(m_database).grant(role, account); });
    if (granted || granted.error().code != ErrorCode::DatabaseFailed)
        return granted;
    return fail(
        granted.error().code,
        Tr::tr("Votre compte ne peut pas faire ou donner des rôles sur ce serveur. Demandez "
               "à son administrateur le droit CREATEROLE, ou qu'il exécute ce qu'écrit "
               "« recoupe roles --grant %1 %2 --sql ».")
            .arg(toToken(role), account),
        granted.error().detail);
}

Result<> AccountService::revoke(const QString &account)
{
    return check().and_then([&] { return AccountRepository(m_database).revoke(account); });
}

Result<QList<Account>> AccountService::accounts() const
{
    return check().and_then([&] { return AccountRepository(m_database).accounts(); });
}

Result<QStringList> AccountService::statements(AccountRole role, const QString &account) const
{
    return check().and_then(
        [&] { return AccountRepository(m_database).statements(role, account); });
}

} // namespace recoupe
