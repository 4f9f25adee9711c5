// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/retention.h"

#include <QList>

namespace recoupe {

class Database;

//! What a retention removes of one kind of record.
struct RetentionLine
{
    RetainedRecord record = RetainedRecord::Submissions;
    int months = 0; //!< how long it is kept
    qint64 rows = 0;

    friend bool operator==(const RetentionLine &, const RetentionLine &) = default;
};

//! Removes what was kept as long as the settings say. What came before the months is gone from the
//! tables; PersonService::erase() also overwrites the free space of the file.
class RetentionService
{
public:
    RetentionService(Database &database, QString operatorName);

    //! What apply() would do now, one line for each kind of record.
    [[nodiscard]] Result<QList<RetentionLine>> preview();
    //! Whether the account of the base may: see expectOwner().
    [[nodiscard]] bool mayApply() const;
    //! Does it, in one transaction, and notes it in the trail where there was anything.
    [[nodiscard]] Result<QList<RetentionLine>> apply();

private:
    [[nodiscard]] Result<QList<RetentionLine>> remove(const QDateTime &now);

    Database &m_database;
    QString m_operatorName;
};

} // namespace recoupe
