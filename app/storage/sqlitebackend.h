// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlbackend.h"

namespace recoupe {

//! One file, marked by SQLite's application id and user version.
class SqliteBackend final : public SqlBackend
{
public:
    explicit SqliteBackend(const DatabaseUrl &url);
    ~SqliteBackend() override;

    QString driver() const override;
    Result<> inspect(Database::Mode mode, int newestVersion) override;
    Result<> connect(QSqlDatabase &database) override;
    Result<int> schemaVersion(SqlConnection &sql) override;
    Result<> claim(SqlConnection &sql) override;
    Result<> setSchemaVersion(SqlConnection &sql, int version) override;
    Result<> backUp(SqlConnection &sql, int version) override;
    Result<QStringList> faults(SqlConnection &sql) override;
    Result<> continueIds(SqlConnection &sql, const QString &table) override;
    Result<> settle(SqlConnection &sql) override;
    Result<> beginWriting(SqlConnection &sql) override;
    Result<> beginReading(SqlConnection &sql) override;
    QString spelt(QString text) const override;
    Error describe(const QSqlError &error) const override;
    bool mayReplay(const QSqlError &error) const override;

    //! The part of inspect() that looks into a file that is there, and only reads it.
    [[nodiscard]] Result<> inspectFile(int newestVersion) const;

private:
    [[nodiscard]] Result<> makeFolder() const;
    [[nodiscard]] Result<> inspectUnlessOpen(int newestVersion);

    QString m_path;
    QString m_usedName; //!< under which this process has the base open; empty until it has
    bool m_mayCreate = false;
};

} // namespace recoupe
