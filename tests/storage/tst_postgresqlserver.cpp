// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/importrepository.h"
#include "storage/sqlconnection.h"
#include "support/postgresserver.h"

#include <QSqlQuery>
#include <QTest>

using namespace recoupe;
using recoupe::test::PostgresServer;

// What is said of a server only: connections, foreign schemas, replays.
class PostgreSqlServerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PostgresServer> m_server;

    static void run(Database &database, const QString &statement)
    {
        QSqlQuery query(database.connection());
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    //! Runs a statement on a base that is not, or no longer, ours.
    static void runOn(const DatabaseUrl &url, const QStringList &statements)
    {
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("test"));
            database.setHostName(url.host);
            database.setPort(url.port);
            database.setDatabaseName(url.name);
            database.setUserName(url.user);
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("test"));
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void unreachableServerIsExplained();
    void unknownBaseIsExplained();
    void emptyBaseIsNotMadeOursWhereOneMustExist();
    void foreignSchemaIsLeftAlone_data();
    void foreignSchemaIsLeftAlone();
    void tablesOfOthersInPublicDoNotMatter();
    void serializationFailureIsReplayed_data();
    void serializationFailureIsReplayed();
    void replayEnds();
    void lostConnectionIsMadeAgain();
};

void PostgreSqlServerTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    m_server = std::move(*server);
}

void PostgreSqlServerTest::unreachableServerIsExplained()
{
    DatabaseUrl url = m_server->newDatabase().value();
    url.host += QStringLiteral("/nowhere");
    const auto opened = Database::open(url);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY(!opened.error().detail.isEmpty());
}

void PostgreSqlServerTest::unknownBaseIsExplained()
{
    DatabaseUrl url = m_server->newDatabase().value();
    url.name = QStringLiteral("no such 'base\\");
    QCOMPARE(Database::open(url).error().code, ErrorCode::DatabaseUnreachable);
}

void PostgreSqlServerTest::emptyBaseIsNotMadeOursWhereOneMustExist()
{
    const DatabaseUrl url = m_server->newDatabase().value();
    QCOMPARE(Database::open(url, Database::Mode::MustExist).error().code,
             ErrorCode::DatabaseUnreachable);
    runOn(url, {QStringLiteral("CREATE SCHEMA recoupe")}); // fails if opening had made one
    QCOMPARE(Database::open(url, Database::Mode::MustExist).error().code,
             ErrorCode::DatabaseUnreachable);
    QVERIFY(Database::open(url));
}

void PostgreSqlServerTest::foreignSchemaIsLeftAlone_data()
{
    QTest::addColumn<QStringList>("statements");
    const QString schema = QStringLiteral("CREATE SCHEMA recoupe");
    QTest::newRow("a table named as ours")
        << QStringList{schema, QStringLiteral("CREATE TABLE recoupe.sessions (id integer)")};
    QTest::newRow("a schema_version of others") << QStringList{
        schema, QStringLiteral("CREATE TABLE recoupe.schema_version (version integer)")};
}

void PostgreSqlServerTest::foreignSchemaIsLeftAlone()
{
    QFETCH(QStringList, statements);
    const DatabaseUrl url = m_server->newDatabase().value();
    runOn(url, statements);
    for (const auto mode : {Database::Mode::CreateIfMissing, Database::Mode::MustExist})
        QCOMPARE(Database::open(url, mode).error().code, ErrorCode::DatabaseForeign);
    runOn(url, {QStringLiteral("CREATE TABLE recoupe.imports (id integer)")});
}

void PostgreSqlServerTest::tablesOfOthersInPublicDoNotMatter()
{
    const DatabaseUrl url = m_server->newDatabase().value();
    runOn(url, {QStringLiteral("CREATE TABLE sessions (id integer)"),
                QStringLiteral("CREATE TABLE schema_version (version text)")});
    QVERIFY(Database::open(url));
    QVERIFY(Database::open(url, Database::Mode::MustExist));
}

void PostgreSqlServerTest::serializationFailureIsReplayed_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("serialization") << QStringLiteral("40001");
    QTest::newRow("deadlock") << QStringLiteral("40P01");
}

void PostgreSqlServerTest::serializationFailureIsReplayed()
{
    QFETCH(QString, state);
    const auto database = Database::open(m_server->newDatabase().value());
    ImportRepository imports(**database);
    int calls = 0;
    const Result<> done = (*database)->inTransaction([&]() -> Result<> {
        if (Result<qint64> id = imports.begin({}); !id)
            return failureOf(id);
        if (++calls == 3)
            return {};
        return (*database)->sql().run(
            QStringLiteral("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '%1'; END $$").arg(state));
    });
    QVERIFY(done);
    QCOMPARE(calls, 3);
    QCOMPARE(imports.imports().value().size(), 1);
}

void PostgreSqlServerTest::replayEnds()
{
    const auto database = Database::open(m_server->newDatabase().value());
    int calls = 0;
    const Result<> done = (*database)->inTransaction([&]() -> Result<> {
        ++calls;
        return (*database)->sql().run(
            QStringLiteral("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"));
    });
    QCOMPARE(done.error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(calls, 6); // once, and five times again
}

void PostgreSqlServerTest::lostConnectionIsMadeAgain()
{
    const DatabaseUrl url = m_server->newDatabase().value();
    const auto database = Database::open(url);
    ImportRepository imports(**database);
    const auto begin = [&] { return imports.begin({}).map([](qint64) {}); };
    QVERIFY((*database)->inTransaction(begin));
    runOn(url, {QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                               "application_name = 'Recoupe' AND datname = current_database()")});
    QCOMPARE((*database)->inTransaction(begin).error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY((*database)->inTransaction(begin));
    QCOMPARE(imports.imports().value().size(), 2);
}

QTEST_GUILESS_MAIN(PostgreSqlServerTest)
#include "tst_postgresqlserver.moc"
