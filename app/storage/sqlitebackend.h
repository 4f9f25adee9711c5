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
    Result<QString> overwriteErased(SqlConnection &sql) override;
    Result<> continueIds(SqlConnection &sql, const QString &table) override;
    bool takesArrays() const override { return false; }
    Result<> settle(SqlConnection &sql) override;
    Result<> allowMigration(SqlConnection &sql, int version, int newest) override;
    Result<> renewRights(SqlConnection &sql) override;
    Result<AccountRole> role(SqlConnection &sql) override;
    Result<> tellServer(SqlConnection &sql, BaseSight &sight) override;
    Result<QString> account(SqlConnection &sql) override;
    Result<> beginWriting(SqlConnection &sql) override;
    Result<> beginReading(SqlConnection &sql) override;
    Result<> announce(SqlConnection &sql, const QString &writer) override;
    Result<> listen(QSqlDatabase database, WriterHeard heard) const override;
    Result<qint64> revision(SqlConnection &sql) const override;
    Result<qint64> pulse(SqlConnection &sql) const override;
    int pulseMs() const override;
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
