// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/sqlconnection.h"

#include <QSqlQuery>

#include <stdexcept>
#include <thread>

namespace recoupe::test {

namespace {

class TransactionTest : public QObject
{
    Q_OBJECT

    static Result<> addSession(Database &database, qint64 importId, const QString &numero)
    {
        return OfferRepository(database).save(sessionOf(numero), importId).map([](auto) {});
    }
    static qsizetype sessionCount(Database &database)
    {
        return OfferRepository(database).sessions().value().size();
    }
    static void waitBriefly(Database &database)
    {
        QSqlQuery(database.connection())
            .exec(isSqlite() ? QStringLiteral("PRAGMA busy_timeout = 50")
                             : QStringLiteral("SET lock_timeout TO 50"));
    }

private Q_SLOTS:
    void failureOfTheWorkRollsEverythingBack();
    void exceptionOfTheWorkRollsEverythingBack();
    void failedStatementCondemnsTheTransaction();
    void connectionStaysUsableAfterAFailure();
    void otherConnectionSeesOnlyWhatIsCommitted();
    void secondWriterWaitsForTheFirst();
    void writerWhoWaitsTooLongIsToldSo();
    void readersAreNotHeldUp();
    void workOfTwoWritersIsNeverLost();
    void trialLeavesNothing();
    void stepOfATrialThatFailsLeavesTheOthersToSee();
    void transactionAfterATrialIsKept();
};

void TransactionTest::trialLeavesNothing()
{
    Base base;
    qsizetype seen = -1;
    REQUIRE(base.database->inTrial([&]() -> Result<> {
        Result<> added = base.database->inTransaction(
            [&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); });
        seen = sessionCount(*base.database);
        return added;
    }));
    QCOMPARE(seen, 1);
    QCOMPARE(sessionCount(*base.database), 0);
}

void TransactionTest::stepOfATrialThatFailsLeavesTheOthersToSee()
{
    Base base;
    const auto step = [&](qint64 importId, const char *numero) {
        return base.database->inTransaction(
            [&] { return addSession(*base.database, importId, QString::fromLatin1(numero)); });
    };
    qsizetype seen = -1;
    REQUIRE(base.database->inTrial([&]() -> Result<> {
        const bool first = step(base.importId, "SE_1").has_value();
        const bool refused = step(base.importId + 1000, "SE_2").has_value(); // no such import
        const Result<> stopped = base.database->inTransaction([&]() -> Result<> {
            if (Result<> added = addSession(*base.database, base.importId, QStringLiteral("SE_3"));
                !added)
                return added;
            return fail(ErrorCode::Cancelled, QStringLiteral("arrêté"));
        });
        const bool last = step(base.importId, "SE_4").has_value();
        if (!first || refused || stopped || !last)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("a step came out otherwise"));
        seen = sessionCount(*base.database);
        return {};
    }));
    QCOMPARE(seen, 2);
    QCOMPARE(sessionCount(*base.database), 0);
}

void TransactionTest::transactionAfterATrialIsKept()
{
    Base base;
    REQUIRE(base.database->inTrial(
        [&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); }));
    base.write([&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); });
    QCOMPARE(sessionCount(*base.database), 1);
}

void TransactionTest::failureOfTheWorkRollsEverythingBack()
{
    Base base;
    const Result<> done = base.database->inTransaction([&]() -> Result<> {
        if (Result<> added = addSession(*base.database, base.importId, QStringLiteral("SE_1"));
            !added)
            return added;
        return fail(ErrorCode::Cancelled, QStringLiteral("arrêté"));
    });
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(sessionCount(*base.database), 0);
}

void TransactionTest::exceptionOfTheWorkRollsEverythingBack()
{
    Base base;
    const auto throwing = [&]() -> Result<> {
        (void)addSession(*base.database, base.importId, QStringLiteral("SE_1"));
        throw std::runtime_error("out of memory");
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)base.database->inTransaction(throwing));
    QCOMPARE(sessionCount(*base.database), 0);
    base.write([&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); });
}

void TransactionTest::failedStatementCondemnsTheTransaction()
{
    Base base;
    const Result<> done = base.database->inTransaction([&]() -> Result<> {
        (void)addSession(*base.database, base.importId, QStringLiteral("SE_1"));
        (void)addSession(*base.database, base.importId + 1000, QStringLiteral("SE_2"));
        return {};
    });
    QCOMPARE(done.error().code, ErrorCode::DatabaseFailed);
    QCOMPARE(sessionCount(*base.database), 0);
}

void TransactionTest::connectionStaysUsableAfterAFailure()
{
    Base base;
    (void)base.database->inTransaction(
        [&] { return addSession(*base.database, base.importId + 1000, QStringLiteral("SE_1")); });
    base.write([&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); });
    QCOMPARE(sessionCount(*base.database), 1);
}

void TransactionTest::otherConnectionSeesOnlyWhatIsCommitted()
{
    Base base;
    const auto other = Database::open(base.database->url());
    REQUIRE(other);
    qsizetype seen = -1;
    base.write([&]() -> Result<> {
        Result<> added = addSession(*base.database, base.importId, QStringLiteral("SE_1"));
        seen = sessionCount(**other);
        return added;
    });
    QCOMPARE(seen, 0);
    QCOMPARE(sessionCount(**other), 1);
}

void TransactionTest::secondWriterWaitsForTheFirst()
{
    Base base;
    std::atomic<bool> firstIsDone = false;
    std::atomic<bool> cameInBefore = false;
    Result<> second;
    std::thread thread;
    base.write([&]() -> Result<> {
        thread = std::thread([&] {
            const auto other = Database::open(base.database->url(), Database::Mode::MustExist);
            second = (*other)->inTransaction([&] {
                cameInBefore = !firstIsDone;
                return addSession(**other, base.importId, QStringLiteral("SE_2"));
            });
        });
        QTest::qSleep(200); // long enough for the second to stand before the door
        Result<> added = addSession(*base.database, base.importId, QStringLiteral("SE_1"));
        firstIsDone = true;
        return added;
    });
    thread.join();
    REQUIRE(second);
    QVERIFY(!cameInBefore);
    QCOMPARE(sessionCount(*base.database), 2);
}

void TransactionTest::writerWhoWaitsTooLongIsToldSo()
{
    Base base;
    const auto other = Database::open(base.database->url());
    REQUIRE(other);
    waitBriefly(**other);
    Result<> refused;
    base.write([&]() -> Result<> {
        refused = (*other)->inTransaction([] { return Result<>(); });
        return {};
    });
    QCOMPARE(refused.error().code, ErrorCode::DatabaseBusy);
    QVERIFY(refused.error().message.contains(QStringLiteral("Réessayez")));
    REQUIRE((*other)->inTransaction(
        [&] { return addSession(**other, base.importId, QStringLiteral("SE_1")); }));
}

void TransactionTest::readersAreNotHeldUp()
{
    Base base;
    const auto other = Database::open(base.database->url());
    REQUIRE(other);
    waitBriefly(**other);
    base.write([&]() -> Result<> {
        Result<> added = addSession(*base.database, base.importId, QStringLiteral("SE_1"));
        if (!OfferRepository(**other).sessions())
            return fail(ErrorCode::DatabaseBusy, QStringLiteral("the reader had to wait"));
        return added;
    });
}

void TransactionTest::workOfTwoWritersIsNeverLost()
{
    constexpr int rounds = 50;
    Base base;
    const DatabaseUrl url = base.database->url();
    base.write([&] { return addSession(*base.database, base.importId, QStringLiteral("SE_1")); });
    std::atomic<int> failures = 0;
    const auto toggle = [&] {
        const auto database = Database::open(url, Database::Mode::MustExist);
        Decision decision;
        decision.key = sessionOf(QStringLiteral("SE_1")).session.key;
        decision.after = QString::fromUtf16(activeToken);
        for (int round = 0; round < rounds; ++round) {
            const Result<> done = (*database)->inTransaction(
                [&] { return DecisionRepository(**database).append(decision).map([](qint64) {}); });
            failures += done ? 0 : 1;
        }
    };
    std::thread first(toggle);
    std::thread second(toggle);
    first.join();
    second.join();
    QCOMPARE(failures, 0);
    QCOMPARE(DecisionRepository(*base.database).history().value().size(), 2 * rounds);
    QCOMPARE(base.ask(QStringLiteral("SELECT version FROM sessions")).toInt(), 1 + 2 * rounds);
}

} // namespace

int runTransactions(int argc, char **argv)
{
    TransactionTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_transactions.moc"
