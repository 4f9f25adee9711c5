// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/prescriberrepository.h"

#include "domain/mailaddress.h"
#include "storage/sqlconnection.h"

#include <QMap>

#include <algorithm>

namespace recoupe {

namespace {

constexpr char prescriberColumnNames[] = "departement, structure, address";

void prescriberColumns(auto &columns, auto &prescriber)
{
    columns(prescriber.departement, prescriber.structure, prescriber.address);
}

constexpr Sql selectPrescribers("SELECT ", prescriberColumnNames, " FROM prescribers");
// A conflict is no failure: what a driver says of one holds the address.
constexpr Sql insertPrescriber("INSERT INTO prescribers (", prescriberColumnNames,
                               ") VALUES (?,?,?) ON CONFLICT (departement, address) DO NOTHING");
constexpr Sql deletePrescriber("DELETE FROM prescribers WHERE departement = ? AND address = ?");
constexpr Sql updateStructure("UPDATE prescribers SET structure = ? "
                              "WHERE departement = ? AND address = ?");

using Key = std::pair<QString, QString>;

Key keyOf(const Prescriber &prescriber)
{
    return {prescriber.departement, mailAddressKey(prescriber.address)};
}

//! Whether it was not there yet.
Result<bool> insert(SqlConnection &sql, const Prescriber &prescriber)
{
    Statement statement(sql, insertPrescriber);
    prescriberColumns(statement, prescriber);
    return statement.execute().map([&] { return statement.changedRows() > 0; });
}

} // namespace

PrescriberRepository::PrescriberRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<QList<Prescriber>> PrescriberRepository::prescribers() const
{
    QList<Prescriber> list;
    const Result<> read = Statement(m_sql, selectPrescribers).forEach([&](Row &row) {
        prescriberColumns(row, list.emplaceBack());
    });
    if (!read)
        return failureOf(read);
    // Here, not in SQL: the two backends do not sort alike.
    std::ranges::sort(list, {}, [](const Prescriber &prescriber) {
        return std::tuple(prescriber.departement, prescriber.structure.toCaseFolded(),
                          mailAddressKey(prescriber.address));
    });
    return list;
}

Result<PrescriberChanges> PrescriberRepository::replace(const QList<Prescriber> &list)
{
    const Result<QList<Prescriber>> present = prescribers();
    if (!present)
        return failureOf(present);
    QMap<Key, Prescriber> former;
    for (const Prescriber &prescriber : *present)
        former.insert(keyOf(prescriber), prescriber);
    PrescriberChanges changes;
    for (const Prescriber &prescriber : list) {
        const auto known = former.constFind(keyOf(prescriber));
        Result<> done;
        if (known == former.constEnd()) {
            ++changes.added;
            done = insert(m_sql, prescriber).map([](bool) {});
        } else if (known->structure == prescriber.structure) {
            ++changes.unchanged;
        } else {
            ++changes.changed;
            done = execute(m_sql, updateStructure, prescriber.structure, known->departement,
                           known->address);
        }
        if (!done)
            return failureOf(done);
        former.remove(keyOf(prescriber));
    }
    for (const Prescriber &prescriber : std::as_const(former)) {
        const Result<bool> removed = remove(prescriber);
        if (!removed)
            return failureOf(removed);
        changes.removed += *removed ? 1 : 0;
    }
    return changes;
}

Result<bool> PrescriberRepository::add(const Prescriber &prescriber)
{
    const Result<QList<Prescriber>> present = prescribers();
    if (!present)
        return failureOf(present);
    const Key key = keyOf(prescriber);
    if (std::ranges::find(*present, key, keyOf) != present->end())
        return false;
    return insert(m_sql, prescriber);
}

Result<bool> PrescriberRepository::remove(const Prescriber &prescriber)
{
    Statement statement(m_sql, deletePrescriber);
    statement(prescriber.departement, prescriber.address);
    if (Result<> removed = statement.execute(); !removed)
        return failureOf(removed);
    return statement.changedRows() > 0;
}

} // namespace recoupe
