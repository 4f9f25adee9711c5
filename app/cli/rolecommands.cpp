// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what to a base on a server.
#include "cli/command.h"

#include <QJsonArray>
#include <QJsonObject>

namespace recoupe {

namespace {

ExitStatus listAccounts(CommandContext &context)
{
    const Result<QList<Account>> accounts = context.office().accounts().accounts();
    if (!accounts)
        return context.fail(accounts.error());
    QJsonArray list;
    for (const Account &account : *accounts) {
        list.append(QJsonObject{{QStringLiteral("account"), account.name},
                                {QStringLiteral("role"), toToken(account.role)}});
        if (!context.isSet(QStringLiteral("json")))
            context.print(account.name + u'\t' + accountRoleName(account.role));
    }
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(list));
    else if (accounts->isEmpty())
        context.say(CliTr::tr("Aucun rôle n'est donné : seul le propriétaire travaille dans cette "
                              "base."));
    return ExitStatus::Done;
}

ExitStatus grantRole(CommandContext &context, AccountRole role, const QString &account)
{
    AccountService accounts = context.office().accounts();
    if (context.isSet(QStringLiteral("sql"))) {
        const Result<QStringList> statements = accounts.statements(role, account);
        if (!statements)
            return context.fail(statements.error());
        for (const QString &statement : *statements)
            context.print(statement + u';');
        return ExitStatus::Done;
    }
    if (const Result<> done = accounts.grant(role, account); !done)
        return context.fail(done.error());
    context.say(
        CliTr::tr("Le compte « %1 » est maintenant %2.").arg(account, accountRoleName(role)));
    return ExitStatus::Done;
}

ExitStatus revokeRole(CommandContext &context, const QString &account)
{
    if (const Result<> done = context.office().accounts().revoke(account); !done)
        return context.fail(done.error());
    context.say(CliTr::tr("Le compte « %1 » n'a plus de rôle dans cette base.").arg(account));
    return ExitStatus::Done;
}

} // namespace

ExitStatus runRoles(CommandContext &context)
{
    const QString granted = context.value(QStringLiteral("grant"));
    const QString revoked = context.value(QStringLiteral("revoke"));
    const QString account = context.arguments().value(0);
    const int asked = int(!granted.isEmpty()) + int(!revoked.isEmpty()) +
                      int(context.isSet(QStringLiteral("list")));
    if (asked != 1)
        return context.misuse(CliTr::tr("Dire quoi faire : --grant RÔLE COMPTE, --revoke COMPTE ou "
                                        "--list."));
    const std::optional<AccountRole> role = accountRoleFromToken(granted);
    if (!granted.isEmpty() && (!role || *role == AccountRole::Owner))
        return context.misuse(CliTr::tr("« %1 » n'est pas un rôle : reader, operator ou "
                                        "administrator.")
                                  .arg(granted));
    if (role && account.isEmpty())
        return context.misuse(CliTr::tr("Nommer le compte après le rôle."));
    if (!role && context.isSet(QStringLiteral("sql")))
        return context.misuse(CliTr::tr("« --sql » écrit ce que ferait « --grant », et ne va "
                                        "qu'avec lui."));
    if (!context.office().isOnServer()) // nor is it made for this
        return context.fail(noAccountsIn(context.office().databaseName()).value());
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    if (role)
        return grantRole(context, *role, account);
    return revoked.isEmpty() ? listAccounts(context) : revokeRole(context, revoked);
}

} // namespace recoupe
