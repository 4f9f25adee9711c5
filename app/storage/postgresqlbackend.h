// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlbackend.h"

namespace recoupe {

//! The schema `recoupe` of a base on a PostgreSQL server of version 15 or later.
class PostgreSqlBackend final : public SqlBackend
{
public:
    explicit PostgreSqlBackend(DatabaseUrl url)
        : m_url(std::move(url))
    {
    }

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
    bool takesArrays() const override { return true; }
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

private:
    [[nodiscard]] Result<> expectRecent(const QSqlDatabase &database) const;
    [[nodiscard]] Failure foreign() const;
    [[nodiscard]] Failure withoutRights(const QString &account) const;

    DatabaseUrl m_url;
};

} // namespace recoupe
