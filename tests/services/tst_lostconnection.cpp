// SPDX-License-Identifier: GPL-3.0-or-later
// The server closes the connection in the middle of a decision: it is done once, whether that was
// before the commit or after it.
#include "services/officefixture.h"
#include "services/sharedbase.h"
#include "storage/database.h"
#include "storage/trailrepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <future>

using namespace recoupe;

namespace {

constexpr int patienceMs = 60000;

//! A connection of somebody who may do everything, to a base of its own on the same server.
class Administrator
{
public:
    explicit Administrator(const QString &url)
        : m_database(Database::open(DatabaseUrl::parse(url).value()).value())
    {
    }

    void run(const QString &statement) const
    {
        QSqlQuery query(m_database->connection());
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }
    //! Whether the query gave a row.
    [[nodiscard]] bool finds(const QString &statement) const
    {
        QSqlQuery query(m_database->connection());
        return query.exec(statement) && query.next();
    }

private:
    std::unique_ptr<Database> m_database;
};

} // namespace

class LostConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void connectionLostBeforeTheCommit();
    void connectionLostAfterTheCommit();
    void serverThatIsAwayIsToldAndTheRequestMadeAgain();
    void deliveryIsTakenUpAgain();

private:
    [[nodiscard]] Result<DecisionOutcome> decide(const DecisionRequest &request);
    //! Closes the connection, from another thread, that comes into that state of
    //! pg_stat_activity; whether one came.
    [[nodiscard]] std::future<bool> cutOnceIn(const QString &state) const;
    //! That the decision is in the trail once, and holds.
    void verifyDoneOnce();

    test::BaseKinds m_kinds;
    QString m_administratorUrl;
    std::unique_ptr<SharedBase> m_base;
    QString m_name; //!< of the base
    QList<SessionKey> m_keys;
};

void LostConnectionTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set: only a server can close a connection.");
    m_administratorUrl = m_kinds.newBase(QStringLiteral("postgresql")).display();
    // A commit that asks for it waits, once it is done, for a standby that does not exist.
    const Administrator administrator(m_administratorUrl);
    administrator.run(QStringLiteral("ALTER SYSTEM SET synchronous_commit = 'local'"));
    administrator.run(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'nobody'"));
    administrator.run(QStringLiteral("SELECT pg_reload_conf()"));
}

void LostConnectionTest::cleanupTestCase()
{
    m_base.reset();
    m_kinds.stop();
}

void LostConnectionTest::init()
{
    m_base = std::make_unique<SharedBase>(m_kinds, QStringLiteral("postgresql"));
    QVERIFY(
        m_base->odile().imports().importLheo(m_base->write(QStringLiteral("f.xml"), feedOf({{}}))));
    m_name = DatabaseUrl::parse(m_base->url())->name;
    m_keys = {m_base->afresh()->sessions.first().key()};
}

Result<DecisionOutcome> LostConnectionTest::decide(const DecisionRequest &request)
{
    return m_base->odile().decide(request, [this](DecisionService decisions) {
        return decisions.setRecruitment(m_keys, RecruitmentState::Suspended);
    });
}

std::future<bool> LostConnectionTest::cutOnceIn(const QString &state) const
{
    return std::async(std::launch::async, [url = m_administratorUrl, state] {
        const Administrator other(url);
        QElapsedTimer waited;
        waited.start();
        bool wasCut = false;
        while (!wasCut && waited.elapsed() < patienceMs)
            wasCut = other.finds(QStringLiteral("SELECT pg_terminate_backend(pid, 10000) FROM "
                                                "pg_stat_activity WHERE ") +
                                 state);
        return wasCut;
    });
}

void LostConnectionTest::verifyDoneOnce()
{
    const auto database = Database::open(DatabaseUrl::parse(m_base->url()).value());
    QCOMPARE(DecisionRepository(**database).history()->size(), 1);
    QVERIFY(!TrailRepository(**database).verify()->firstBreak);
    QCOMPARE(m_base->odile().workspace().value()->sessions.first().stored.recruitment,
             RecruitmentState::Suspended);
}

//! A trigger that runs at the commit closes the first connection that comes there.
void LostConnectionTest::connectionLostBeforeTheCommit()
{
    const Administrator there(m_base->url());
    there.run(QStringLiteral("CREATE SEQUENCE public.commits"));
    there.run(QStringLiteral(
        "CREATE FUNCTION public.cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF nextval('public.commits') = 1 THEN "
        "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); END IF; "
        "RETURN NULL; END $$"));
    there.run(QStringLiteral("CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON recoupe.decisions "
                             "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
                             "EXECUTE FUNCTION public.cut()"));
    const auto outcome = decide(DecisionRequest::on(m_base->odile().workspace().value()));
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(!outcome->wasDoneBefore); // it came to nothing the first time
    QCOMPARE(outcome->applied.size(), 1);
    QVERIFY(there.finds(QStringLiteral("SELECT 1 FROM public.commits WHERE last_value = 2")));
    verifyDoneOnce();
}

//! The commit is done and its answer on hold when the connection is closed.
void LostConnectionTest::connectionLostAfterTheCommit()
{
    const DecisionRequest request = DecisionRequest::on(m_base->odile().workspace().value());
    const Administrator administrator(m_administratorUrl);
    administrator.run(
        QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = 'on'").arg(m_name));
    m_base->odile().close(); // the next connection has that
    QVERIFY(m_base->odile().open());
    auto cut = cutOnceIn(QStringLiteral("wait_event = 'SyncRep'"));
    const auto outcome = decide(request);
    QVERIFY(cut.get());
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(outcome->wasDoneBefore);
    QCOMPARE(outcome->applied.size(), 1);
    QCOMPARE(outcome->applied.first().batch, request.id);
    verifyDoneOnce();
}

void LostConnectionTest::serverThatIsAwayIsToldAndTheRequestMadeAgain()
{
    const DecisionRequest request = DecisionRequest::on(m_base->odile().workspace().value());
    const Administrator administrator(m_administratorUrl);
    const QString allow = QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2");
    administrator.run(allow.arg(m_name, QStringLiteral("false")));
    administrator.run(QStringLiteral("SELECT pg_terminate_backend(pid, 10000) "
                                     "FROM pg_stat_activity WHERE datname = '%1'")
                          .arg(m_name));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(decide(request).error().code, ErrorCode::DatabaseUnreachable);
    administrator.run(allow.arg(m_name, QStringLiteral("true")));
    const auto outcome = decide(request);
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->applied.size(), 1);
    verifyDoneOnce();
}

//! The connection is closed while the delivery, claimed already, waits for the settings.
void LostConnectionTest::deliveryIsTakenUpAgain()
{
    m_base = std::make_unique<SharedBase>(m_kinds, QStringLiteral("postgresql"));
    m_name = DatabaseUrl::parse(m_base->url())->name;
    QVERIFY(m_base->odile().loadDemo());
    QVERIFY(m_base->odile().decisions().activateConforming());
    QVERIFY(QDir(m_base->path({})).mkdir(QStringLiteral("aude")));
    ExportService exports = m_base->odile().exports();
    const Result<PreparedDelivery> prepared =
        exports.prepare({Partner::Aude, {}, m_base->path(QStringLiteral("aude")), {}});
    QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().message));
    const Administrator there(m_base->url());
    there.run(QStringLiteral("BEGIN"));
    there.run(QStringLiteral("LOCK TABLE recoupe.settings IN ACCESS EXCLUSIVE MODE"));
    auto cut = cutOnceIn(QStringLiteral("wait_event_type = 'Lock' AND datname = '%1'").arg(m_name));
    const Result<Delivery> tried = exports.transmit(prepared->delivery.id);
    const bool wasCut = cut.get();
    there.run(QStringLiteral("ROLLBACK"));
    QVERIFY(wasCut);
    QCOMPARE(tried.error().code, ErrorCode::DatabaseUnreachable);
    m_base->odile().close(); // as who finds the connection lost
    QVERIFY(m_base->odile().open());
    ExportService again = m_base->odile().exports();
    const QList<Delivery> due = again.due().value();
    QCOMPARE(due.size(), 1);
    QCOMPARE(again.transmit(due.first().id)->state, DeliveryState::Delivered);
    QVERIFY(!QDir(due.first().folder).exists());
}

QTEST_GUILESS_MAIN(LostConnectionTest)
#include "tst_lostconnection.moc"
