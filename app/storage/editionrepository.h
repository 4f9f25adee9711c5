// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! When, by whom and why an edition was taken back.
struct EditionAnnulment
{
    QDateTime at; //!< UTC
    QString operatorName;
    QString reason;

    friend bool operator==(const EditionAnnulment &, const EditionAnnulment &) = default;
};

//! An issued edition of the table: its place in the year and its frozen content.
struct EditionRecord
{
    int year = 0;
    int number = 0;     //!< within the year, from 1
    QDate date;         //!< the day it speaks of
    QDateTime issuedAt; //!< UTC
    QString operatorName;
    QByteArray content; //!< as the report froze it; not looked into here
    //! Why it was issued in spite of blocking checks; empty where none were.
    QString overrideReason;
    std::optional<EditionAnnulment> annulment = {}; //!< it was taken back

    friend bool operator==(const EditionRecord &, const EditionRecord &) = default;
};

//! Issued editions; appended, never changed: one that is taken back stays, and keeps its number.
class EditionRepository
{
public:
    explicit EditionRepository(Database &database);

    //! The number the next edition of that year will have.
    [[nodiscard]] Result<int> nextNumber(int year) const;
    //! Appends; a number already given is an error (DatabaseFailed).
    [[nodiscard]] Result<> append(const EditionRecord &edition);
    [[nodiscard]] Result<std::optional<EditionRecord>> find(int year, int number) const;
    //! The last one issued that was not taken back, whatever the year.
    [[nodiscard]] Result<std::optional<EditionRecord>> last() const;
    //! Takes an edition back; one that was already, or that is none, is an error (DatabaseFailed).
    [[nodiscard]] Result<> annul(int year, int number, const EditionAnnulment &annulment);
    //! Newest first, without their content.
    [[nodiscard]] Result<QList<EditionRecord>> editions() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
