// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! An issued edition of the table: its place in the year and its frozen content.
struct EditionRecord
{
    int year = 0;
    int number = 0;     //!< within the year, from 1
    QDate date;         //!< the day it speaks of
    QDateTime issuedAt; //!< UTC
    QString operatorName;
    QByteArray content; //!< as the report froze it; not looked into here

    friend bool operator==(const EditionRecord &, const EditionRecord &) = default;
};

//! Issued editions; appended, never changed.
class EditionRepository
{
public:
    explicit EditionRepository(Database &database);

    //! The number the next edition of that year will have.
    [[nodiscard]] Result<int> nextNumber(int year) const;
    //! Appends; a number already given is an error (DatabaseFailed).
    [[nodiscard]] Result<> append(const EditionRecord &edition);
    [[nodiscard]] Result<std::optional<EditionRecord>> find(int year, int number) const;
    //! The last one issued, whatever the year.
    [[nodiscard]] Result<std::optional<EditionRecord>> last() const;
    //! Newest first, without their content.
    [[nodiscard]] Result<QList<EditionRecord>> editions() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
