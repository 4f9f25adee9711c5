// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/backupfolder.h"
#include "storage/migrator.h"
#include "storage/sqlconnection.h"

#include <QDir>

namespace recoupe::test {

namespace {

class MigrationTest : public QObject
{
    Q_OBJECT

    //! The steps of this version, and one more.
    static QList<Migration> withNext(const QString &text)
    {
        QList<Migration> migrations = builtInMigrations();
        migrations.append({migrations.last().version + 1, text});
        return migrations;
    }
    static QString goodStep()
    {
        return QStringLiteral("-- One more column.\nALTER TABLE sessions ADD COLUMN note text\n\n"
                              "CREATE TABLE leaflets (id {id}, body {blob}){strict};\n\n"
                              "{append_only leaflets}\n");
    }
    static QStringList backups(const DatabaseUrl &url)
    {
        QStringList paths;
        const QDir folder(BackupFolder(url.path).path());
        for (const QString &name : folder.entryList(QDir::Files))
            paths << folder.filePath(name);
        return paths;
    }

private Q_SLOTS:
    void versionsCountFromOne();
    void openingTwiceMigratesOnce();
    void baseOfAnEarlierVersionIsBroughtUpToDate();
    void copyIsKeptBeforeAStep();
    void failedStepLeavesTheVersionBefore();
    void laterVersionIsRefused();
};

void MigrationTest::versionsCountFromOne()
{
    int version = 0;
    for (const Migration &migration : builtInMigrations()) {
        QCOMPARE(migration.version, ++version);
        QVERIFY(!migration.text.isEmpty());
    }
}

void MigrationTest::openingTwiceMigratesOnce()
{
    Base base;
    const auto again = Database::open(base.database->url(), Database::Mode::MustExist);
    REQUIRE(again);
    QCOMPARE(ImportRepository(**again).imports().value().size(), 1);
}

void MigrationTest::baseOfAnEarlierVersionIsBroughtUpToDate()
{
    Base base;
    REQUIRE(migrate(base.database->sql(), withNext(goodStep())));
    QCOMPARE(base.database->sql().backend().schemaVersion(base.database->sql()).value(),
             builtInMigrations().last().version + 1);
    QVERIFY(base.ask(QStringLiteral("SELECT count(*) FROM leaflets")).isValid());
    QCOMPARE(ImportRepository(*base.database).imports().value().size(), 1);
}

void MigrationTest::copyIsKeptBeforeAStep()
{
    if (!isSqlite())
        QSKIP("The server's administrator keeps its backups.");
    Base base;
    QVERIFY(backups(base.database->url()).isEmpty());
    REQUIRE(migrate(base.database->sql(), withNext(goodStep())));
    const QStringList copies = backups(base.database->url());
    QCOMPARE(copies.size(), 1);
    DatabaseUrl url = base.database->url();
    url.path = copies.first();
    QVERIFY(
        url.path.contains(QStringLiteral(".schema-%1.").arg(builtInMigrations().last().version)));
    const auto copy = Database::open(url, Database::Mode::MustExist);
    REQUIRE(copy);
    QCOMPARE(ImportRepository(**copy).imports().value().size(), 1);
}

void MigrationTest::failedStepLeavesTheVersionBefore()
{
    Base base;
    const DatabaseUrl url = base.database->url();
    const Result<> done =
        migrate(base.database->sql(), withNext(goodStep() + QStringLiteral("\n\nCREATE nonsense")));
    QCOMPARE(done.error().code, ErrorCode::DatabaseFailed);
    QVERIFY(!base.ask(QStringLiteral("SELECT count(*) FROM leaflets")).isValid());
    base.database.reset();
    REQUIRE(Database::open(url, Database::Mode::MustExist));
}

void MigrationTest::laterVersionIsRefused()
{
    Base base;
    const DatabaseUrl url = base.database->url();
    REQUIRE(migrate(base.database->sql(), withNext(goodStep())));
    base.database.reset();
    const auto opened = Database::open(url);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseNewer);
}

} // namespace

int runMigrations(int argc, char **argv)
{
    MigrationTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_migrations.moc"
