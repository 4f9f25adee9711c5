// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"

#include <QList>

#include <span>

namespace recoupe {

class Database;

//! A table of the schema. Those that its rows refer to stand before it in baseTables().
struct BaseTable
{
    const char *name;
    const char *key; //!< columns that put the rows in the same order on every backend

    //! Whether the base gives the key.
    [[nodiscard]] bool hasId() const;
};

//! All tables that hold what operators entered and imported.
[[nodiscard]] std::span<const BaseTable> baseTables();

//! What one table holds.
struct TableSummary
{
    QString table;
    qint64 rows = 0;
    QByteArray checksum; //!< SHA-256 over all values, the same on every backend

    friend bool operator==(const TableSummary &, const TableSummary &) = default;
};

//! Copies everything of \a source, as it stands at one moment, into \a target in one transaction,
//! reads it there again and compares. Both have the schema of this version, for they are open.
//! Refused where the target holds anything; DatabaseFailed where what arrived is not the same.
//! \a progress counts rows, each twice: written, and read again.
[[nodiscard]] Result<QList<TableSummary>> transferBase(const Database &source, Database &target,
                                                       const Progress &progress = {});

} // namespace recoupe
