// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mailingrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr char mailingColumnNames[] =
    "edition_year, edition_number, departement, written_at, operator_name, recipients";

void mailingColumns(auto &columns, auto &mailing)
{
    columns(mailing.year, mailing.number, mailing.departement, mailing.writtenAt,
            mailing.operatorName, mailing.recipients);
}

constexpr Sql insertMailing("INSERT INTO edition_mailings (", mailingColumnNames,
                            ") VALUES (?,?,?,?,?,?)");
constexpr Sql selectMailings("SELECT ", mailingColumnNames,
                             " FROM edition_mailings ORDER BY id DESC");
constexpr Sql selectOfEdition("SELECT ", mailingColumnNames,
                              " FROM edition_mailings WHERE edition_year = ? "
                              "AND edition_number = ? ORDER BY id DESC");

Result<QList<EditionMailing>> readAll(Statement &select)
{
    QList<EditionMailing> mailings;
    return select.forEach([&](Row &row) { mailingColumns(row, mailings.emplaceBack()); }).map([&] {
        return mailings;
    });
}

} // namespace

MailingRepository::MailingRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<> MailingRepository::append(const EditionMailing &mailing)
{
    Statement insert(m_sql, insertMailing);
    mailingColumns(insert, mailing);
    return insert.execute();
}

Result<QList<EditionMailing>> MailingRepository::mailings() const
{
    Statement select(m_sql, selectMailings);
    return readAll(select);
}

Result<QList<EditionMailing>> MailingRepository::ofEdition(int year, int number) const
{
    Statement select(m_sql, selectOfEdition);
    select(year, number);
    return readAll(select);
}

} // namespace recoupe
