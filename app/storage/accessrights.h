// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/accountrole.h"

#include <QStringList>

#include <span>

//! Who may do what on a server, in plain SQL that needs no superuser. Everybody with a right reads.
namespace recoupe {

//! What may be done to the rows of one table, besides reading them.
struct TableRights
{
    const char *table;
    const char *operators = "";      //!< as GRANT has it; of administrators too
    const char *administrators = ""; //!< theirs beyond
    //! Conditions of row-level security on a table whose rows are signed: a new row bears the name
    //! of the account. Which rows may be changed and removed; null: the table is not signed.
    const char *changeable = nullptr;
    const char *removable = nullptr;
};

//! A line for each table of baseTables().
[[nodiscard]] std::span<const TableRights> tableRights();

//! The group role of a base. Roles are of the whole server, so it bears the name of the base where
//! that is another than "recoupe": recoupe_operator, recoupe_operator_essai. InvalidArgument where
//! the server would cut it off.
[[nodiscard]] Result<QString> groupName(AccountRole role, const QString &base);

//! Makes the group roles where they are not there yet: for who may CREATE ROLE.
[[nodiscard]] Result<QStringList> groupStatements(const QString &base);
//! Gives the groups of a base the rights of this version and no other: for the owner of the schema.
//! May be run again.
[[nodiscard]] Result<QStringList> rightsStatements(const QString &base);
//! Makes an account a member of one group and of no other.
[[nodiscard]] Result<QStringList> membershipStatements(AccountRole role, const QString &account,
                                                       const QString &base);
//! Takes an account out of all groups.
[[nodiscard]] Result<QStringList> leavingStatements(const QString &account, const QString &base);

//! A text of SQL within its quotes.
[[nodiscard]] QString quotedText(QString text);

} // namespace recoupe
