// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/editionrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr char headColumnNames[] =
    "edition_year, edition_number, edition_date, issued_at, operator_name, override_reason";

void headColumns(auto &columns, auto &edition)
{
    columns(edition.year, edition.number, edition.date, edition.issuedAt, edition.operatorName,
            edition.overrideReason);
}

constexpr char editionsAndAnnulments[] =
    "e.edition_year, e.edition_number, e.edition_date, e.issued_at, e.operator_name, "
    "e.override_reason, a.annulled_at, a.operator_name, a.reason FROM editions e "
    "LEFT JOIN edition_annulments a ON a.edition_year = e.edition_year "
    "AND a.edition_number = e.edition_number ";

void readColumns(Row &row, EditionRecord &edition)
{
    headColumns(row, edition);
    EditionAnnulment annulment;
    row(annulment.at, annulment.operatorName, annulment.reason);
    if (annulment.at.isValid())
        edition.annulment = annulment;
}

constexpr Sql selectNextNumber("SELECT coalesce(max(edition_number), 0) + 1 FROM editions "
                               "WHERE edition_year = ?");
constexpr Sql insertEdition("INSERT INTO editions (", headColumnNames,
                            ", content) VALUES (?,?,?,?,?,?,?)");
constexpr Sql selectEdition("SELECT e.content, ", editionsAndAnnulments,
                            "WHERE e.edition_year = ? AND e.edition_number = ?");
constexpr Sql selectLast("SELECT e.content, ", editionsAndAnnulments,
                         "WHERE a.id IS NULL ORDER BY e.id DESC LIMIT 1");
constexpr Sql selectHeads("SELECT ", editionsAndAnnulments, "ORDER BY e.id DESC");
// Only what was issued can be taken back.
constexpr Sql
    insertAnnulment("INSERT INTO edition_annulments (edition_year, edition_number, annulled_at, "
                    "operator_name, reason) VALUES ((SELECT edition_year FROM editions "
                    "WHERE edition_year = ? AND edition_number = ?),?,?,?,?)");

Result<std::optional<EditionRecord>> readOne(Statement &select)
{
    std::optional<EditionRecord> found;
    return select
        .forEach([&](Row &row) {
            row(found.emplace().content);
            readColumns(row, *found);
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

Result<> EditionRepository::annul(int year, int number, const EditionAnnulment &annulment)
{
    return execute(m_sql, insertAnnulment, year, number, number, annulment.at,
                   annulment.operatorName, annulment.reason);
}

Result<QList<EditionRecord>> EditionRepository::editions() const
{
    QList<EditionRecord> editions;
    return Statement(m_sql, selectHeads)
        .forEach([&](Row &row) { readColumns(row, editions.emplaceBack()); })
        .map([&] { return editions; });
}

} // namespace recoupe
