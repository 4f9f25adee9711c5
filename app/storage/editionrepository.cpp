// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/editionrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr char headColumnNames[] =
    "edition_year, edition_number, edition_date, issued_at, operator_name";

void headColumns(auto &columns, auto &edition)
{
    columns(edition.year, edition.number, edition.date, edition.issuedAt, edition.operatorName);
}

constexpr Sql selectNextNumber("SELECT coalesce(max(edition_number), 0) + 1 FROM editions "
                               "WHERE edition_year = ?");
constexpr Sql insertEdition("INSERT INTO editions (", headColumnNames,
                            ", content) VALUES (?,?,?,?,?,?)");
constexpr Sql selectEdition("SELECT ", headColumnNames,
                            ", content FROM editions "
                            "WHERE edition_year = ? AND edition_number = ?");
constexpr Sql selectLast("SELECT ", headColumnNames,
                         ", content FROM editions ORDER BY id DESC LIMIT 1");
constexpr Sql selectHeads("SELECT ", headColumnNames, " FROM editions ORDER BY id DESC");

Result<std::optional<EditionRecord>> readOne(Statement &select)
{
    std::optional<EditionRecord> found;
    return select
        .forEach([&](Row &row) {
            headColumns(row, found.emplace());
            row(found->content);
        })
        .map([&] { return found; });
}

} // namespace

EditionRepository::EditionRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<int> EditionRepository::nextNumber(int year) const
{
    int number = 0;
    Statement select(m_sql, selectNextNumber);
    select(year);
    return select.forEach([&](Row &row) { row(number); }).map([&] { return number; });
}

Result<> EditionRepository::append(const EditionRecord &edition)
{
    Statement insert(m_sql, insertEdition);
    headColumns(insert, edition);
    insert(edition.content);
    return insert.execute();
}

Result<std::optional<EditionRecord>> EditionRepository::find(int year, int number) const
{
    Statement select(m_sql, selectEdition);
    select(year, number);
    return readOne(select);
}

Result<std::optional<EditionRecord>> EditionRepository::last() const
{
    Statement select(m_sql, selectLast);
    return readOne(select);
}

Result<QList<EditionRecord>> EditionRepository::editions() const
{
    QList<EditionRecord> editions;
    return Statement(m_sql, selectHeads)
        .forEach([&](Row &row) { headColumns(row, editions.emplaceBack()); })
        .map([&] { return editions; });
}

} // namespace recoupe
