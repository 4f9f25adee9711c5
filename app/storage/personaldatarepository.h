// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "storage/personaldata.h"

#include <QVariant>

#include <functional>
#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! A value that says something of a person, and what it would be without.
struct PersonalValue
{
    qsizetype column = 0; //!< in PersonalTable::columns
    QVariant before;
    QVariant after;
};

//! A row that says something of a person.
struct PersonalRow
{
    const PersonalTable *table = nullptr;
    QVariantList key;
    QString subject; //!< the offer that it is about; may be empty
    QList<PersonalValue> values;
};

//! What a value would be without the person; nothing where it does not speak of him or her.
using WithoutPerson =
    std::function<Result<std::optional<QVariant>>(PersonalForm, const QVariant &)>;

//! Looks for data of persons through the whole base.
class PersonalDataRepository
{
public:
    explicit PersonalDataRepository(const Database &database);

    //! Every row of personalTables() that speaks of the person, in their order. Call it in a
    //! snapshot or a transaction. Cancelled.
    [[nodiscard]] Result<QList<PersonalRow>> rows(const WithoutPerson &without,
                                                  const Progress &progress = {}) const;

private:
    [[nodiscard]] Result<> read(const PersonalTable &table, const WithoutPerson &without,
                                QList<PersonalRow> &found) const;

    SqlConnection &m_sql;
};

} // namespace recoupe
