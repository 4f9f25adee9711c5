// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/basewatch.h"
#include "storage/importrepository.h"
#include "storage/sqlconnection.h"
#include "support/basekinds.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;
using recoupe::test::BaseKinds;

namespace {

constexpr int waitMs = 60'000;

//! Who watches a base, and what that was told.
struct Listener
{
    Listener(const DatabaseUrl &url, const QString &own)
        : watch(url, own, [](const DatabaseUrl &) -> Result<QString> {
            return fail(ErrorCode::SecretMissing, {});
        })
    {
    }

    BaseWatch watch;
    QSignalSpy changed{&watch, &BaseWatch::changedByOthers};
    QSignalSpy found{&watch, &BaseWatch::found};
    QSignalSpy lost{&watch, &BaseWatch::lost};
};

void write(Database &database, bool commits = true)
{
    const Result<> done = database.inTransaction([&]() -> Result<> {
        if (Result<qint64> id = ImportRepository(database).begin({}); !id)
            return failureOf(id);
        return commits ? Result<>() : fail(ErrorCode::Refused, {});
    });
    QCOMPARE(done.has_value(), commits);
}

} // namespace

// What a window that stands open learns of the base behind it.
class BaseWatchTest : public QObject
{
    Q_OBJECT

    BaseKinds m_kinds;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }

    void tellsWhatOthersCommit_data() { m_kinds.addRows(); }
    void tellsWhatOthersCommit();
    void keepsQuietOfWhatIsNoChange_data() { m_kinds.addRows(); }
    void keepsQuietOfWhatIsNoChange();
    void keepsQuietOfOwnChanges();
    void revisionTellsOwnChangesOfAFileFromOthers();
    void revisionChangesWithOthers_data() { m_kinds.addRows(); }
    void revisionChangesWithOthers();
    void listensAgainAfterItsConnectionWasCut();
    void listensAgainAfterARestart();
    void tellsOfAServerThatHoldsItsAnswerBack();
    void tellsOfAFileThatIsGone();
    void answersWhoAsks_data() { m_kinds.addRows(); }
    void answersWhoAsks();
};

void BaseWatchTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void BaseWatchTest::tellsWhatOthersCommit()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = m_kinds.newBase(backend);
    const auto mine = Database::open(url, Database::Mode::CreateIfMissing, QStringLiteral("me"));
    const auto theirs = Database::open(url);
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    for (int change = 1; change <= 3; ++change) {
        write(**theirs);
        QTRY_COMPARE_WITH_TIMEOUT(listener.changed.size(), change, waitMs);
    }
    QVERIFY(listener.lost.isEmpty());
    QCOMPARE(listener.found.size(), 1);
}

void BaseWatchTest::keepsQuietOfWhatIsNoChange()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = m_kinds.newBase(backend);
    const auto theirs = Database::open(url);
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    write(**theirs, false);
    QVERIFY((*theirs)->inTrial([&] {
        return (*theirs)->inTransaction(
            [&]() -> Result<> { return ImportRepository(**theirs).begin({}).map([](qint64) {}); });
    }));
    QVERIFY((*theirs)->inTransaction(
        [&] { return ImportRepository(**theirs).imports().map([](auto) {}); }));
    // What comes after it is told: nothing was before it.
    write(**theirs);
    QVERIFY(listener.changed.wait(waitMs));
    QCOMPARE(listener.changed.size(), 1);
}

void BaseWatchTest::keepsQuietOfOwnChanges()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("postgresql"));
    const auto mine = Database::open(url, Database::Mode::CreateIfMissing, QStringLiteral("me"));
    const auto theirs = Database::open(url);
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    write(**mine);
    write(**theirs);
    write(**mine);
    QVERIFY(listener.changed.wait(waitMs));
    listener.watch.lookNow();
    QVERIFY(listener.found.wait(waitMs));
    QCOMPARE(listener.changed.size(), 1);
}

void BaseWatchTest::revisionTellsOwnChangesOfAFileFromOthers()
{
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("sqlite"));
    const auto mine = Database::open(url);
    const auto theirs = Database::open(url);
    const qint64 before = (*mine)->revision().value();
    write(**mine);
    QCOMPARE((*mine)->revision().value(), before);
    write(**theirs);
    QVERIFY((*mine)->revision().value() != before);
}

void BaseWatchTest::revisionChangesWithOthers()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = m_kinds.newBase(backend);
    const auto mine = Database::open(url);
    const auto theirs = Database::open(url);
    const qint64 before = (*mine)->revision().value();
    QCOMPARE((*mine)->revision().value(), before);
    write(**theirs);
    QVERIFY((*mine)->revision().value() != before);
}

void BaseWatchTest::listensAgainAfterItsConnectionWasCut()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("postgresql"));
    const auto theirs = Database::open(url);
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    QVERIFY((*theirs)->sql().run(QStringLiteral(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Recoupe' "
        "AND datname = current_database() AND pid <> pg_backend_pid()")));
    QTRY_VERIFY_WITH_TIMEOUT(!listener.lost.isEmpty(), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(listener.found.size(), 2, waitMs);
    write(**theirs);
    QVERIFY(listener.changed.wait(waitMs));
    QCOMPARE(listener.changed.size(), 1);
}

void BaseWatchTest::listensAgainAfterARestart()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("postgresql"));
    const auto theirs = Database::open(url);
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    QVERIFY(m_kinds.server()->stop());
    QTRY_VERIFY_WITH_TIMEOUT(listener.lost.size() > 1, waitMs); // it goes on trying
    QCOMPARE(listener.lost.last().first().value<Error>().code, ErrorCode::DatabaseUnreachable);
    QCOMPARE(listener.found.size(), 1);
    QVERIFY(m_kinds.server()->startAgain());
    QTRY_COMPARE_WITH_TIMEOUT(listener.found.size(), 2, waitMs);
    (void)(*theirs)->inTransaction([] { return Result<>(); }); // finds its connection lost
    write(**theirs);
    QVERIFY(listener.changed.wait(waitMs));
}

void BaseWatchTest::tellsOfAServerThatHoldsItsAnswerBack()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("postgresql"));
    const auto theirs = Database::open(url);
    auto listener = std::make_unique<Listener>(url, QStringLiteral("me"));
    QVERIFY(listener->found.wait(waitMs));
    QVERIFY(m_kinds.server()->freeze());
    QTRY_COMPARE_WITH_TIMEOUT(listener->lost.size(), 1, waitMs);
    QVERIFY(m_kinds.server()->thaw());
    QTRY_COMPARE_WITH_TIMEOUT(listener->found.size(), 2, waitMs);
    QVERIFY(m_kinds.server()->freeze());
    QTRY_COMPARE_WITH_TIMEOUT(listener->lost.size(), 2, waitMs);
    listener.reset(); // does not wait for the answer
    QVERIFY(m_kinds.server()->thaw());
}

void BaseWatchTest::tellsOfAFileThatIsGone()
{
    const DatabaseUrl url = m_kinds.newBase(QStringLiteral("sqlite"));
    QVERIFY(Database::open(url));
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    const QString away = url.path + QStringLiteral(".away");
    QVERIFY(QFile::rename(url.path, away));
    QTRY_VERIFY_WITH_TIMEOUT(listener.lost.size() > 1, waitMs);
    QVERIFY(!QFile::exists(url.path)); // nothing was made in its place
    QVERIFY(QFile::rename(away, url.path));
    QTRY_COMPARE_WITH_TIMEOUT(listener.found.size(), 2, waitMs);
    const auto theirs = Database::open(url);
    write(**theirs);
    QVERIFY(listener.changed.wait(waitMs));
}

void BaseWatchTest::answersWhoAsks()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = m_kinds.newBase(backend);
    QVERIFY(Database::open(url));
    Listener listener(url, QStringLiteral("me"));
    QVERIFY(listener.found.wait(waitMs));
    listener.watch.lookNow();
    QVERIFY(listener.found.wait(waitMs));
    QCOMPARE(listener.found.size(), 2);
    QVERIFY(listener.lost.isEmpty());
}

QTEST_GUILESS_MAIN(BaseWatchTest)
#include "tst_basewatch.moc"
