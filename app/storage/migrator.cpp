// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include "storage/sqlconnection.h"
#include "storage/trailchain.h"

#include <QCoreApplication>
#include <QFile>

static void initMigrationResources()
{
    Q_INIT_RESOURCE(recoupe_storage_migrations);
}

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QString migrationText(const QString &fileName)
{
    initMigrationResources(); // a static library's resources are not registered by themselves
    QFile file(QStringLiteral(":/recoupe/migrations/") + fileName);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "migrationText", "a migration is missing from the resources");
    // A checkout on Windows may have given the lines other ends.
    return QString::fromUtf8(file.readAll()).remove(u'\r');
}

Result<> apply(SqlConnection &sql, const Migration &migration)
{
    Result<Transaction> transaction = Transaction::begin(sql);
    if (!transaction)
        return failureOf(transaction);
    // Asked again under the lock: another station may have done it while this one waited.
    const Result<int> version = sql.backend().schemaVersion(sql);
    if (!version)
        return failureOf(version);
    if (*version >= migration.version)
        return {};
    const QStringList statements =
        sql.backend().spelt(migration.text).split(QStringLiteral("\n\n"));
    for (const QString &statement : statements) {
        if (Result<> done = sql.run(statement); !done)
            return done;
    }
    if (migration.afterwards) {
        if (Result<> done = migration.afterwards(sql); !done)
            return done;
    }
    if (Result<> set = sql.backend().setSchemaVersion(sql, migration.version); !set)
        return set;
    return transaction->commit();
}

} // namespace

QList<Migration> builtInMigrations()
{
    return {{1, migrationText(QStringLiteral("0001_initial.sql"))},
            {2, migrationText(QStringLiteral("0002_cross_check.sql"))},
            {3, migrationText(QStringLiteral("0003_redo.sql"))},
            {4, migrationText(QStringLiteral("0004_workbench.sql"))},
            {5, migrationText(QStringLiteral("0005_table.sql"))},
            {6, migrationText(QStringLiteral("0006_partners.sql"))},
            {7, migrationText(QStringLiteral("0007_trail.sql")), linkEarlierEvents},
            {8, migrationText(QStringLiteral("0008_together.sql"))},
            {9, migrationText(QStringLiteral("0009_erasure.sql"))}};
}

Result<> migrate(SqlConnection &sql, const QList<Migration> &migrations)
{
    const Result<int> version = sql.backend().schemaVersion(sql);
    if (!version)
        return failureOf(version);
    const int newest = migrations.last().version;
    if (*version > newest)
        return newerThanProgram(*version);
    if (*version == newest)
        return {};
    if (Result<> allowed = sql.backend().allowMigration(sql, *version, newest); !allowed)
        return allowed;
    Result<> prepared =
        *version == 0 ? sql.backend().claim(sql) : sql.backend().backUp(sql, *version);
    if (!prepared)
        return prepared;
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (Result<> applied = apply(sql, migration); !applied)
            return applied;
    }
    return sql.backend().renewRights(sql);
}

Failure newerThanProgram(int version)
{
    return fail(ErrorCode::DatabaseNewer,
                Tr::tr("La base a été écrite par une version plus récente de Recoupe (schéma %1). "
                       "Installez la dernière version de Recoupe sur ce poste.")
                    .arg(version));
}

} // namespace recoupe
