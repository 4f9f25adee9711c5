// SPDX-License-Identifier: GPL-3.0-or-later
// Submissions that go to the base in batches leave it as if each had gone alone.
#include "storage/canonicalvalue.h"
#include "storage/sqlconnection.h"
#include "storagetest.h"

#include <QCryptographicHash>
#include <QSqlRecord>
#include <QTemporaryDir>

#include <random>

using namespace recoupe;
using namespace recoupe::test;

class BulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchesAreAsOneByOne_data();
    void batchesAreAsOneByOne();
    void recordThatTheBaseRefusesIsNamed_data();
    void recordThatTheBaseRefusesIsNamed();
};

namespace {

using Random = std::mt19937;

//! One feed: some of few keys, each in any state and words, some of them twice.
struct Feed
{
    std::vector<SubmittedAction> actions;
    std::vector<SubmittedSession> sessions;
};

QString hostileText(Random &random)
{
    static const QStringList texts{
        QString(),
        QStringLiteral("NULL"),
        QStringLiteral("null"),
        QStringLiteral("{a,\"b\"}"),
        QStringLiteral("\\\"'\\\\"),
        QStringLiteral("'); DROP TABLE sessions; --"),
        QStringLiteral("Œuvre de l'été – \U0001F41D e\u0301"),
        QStringLiteral("a\r\nb\tc\u0001\u007f\u2028"),
        QStringLiteral(" ? :a :p0 $1 %1 {id} "),
        QStringLiteral("\\x00\\u0041"),
    };
    return texts.at(qsizetype(random() % std::size_t(texts.size())));
}

Feed randomFeed(Random &random)
{
    static constexpr std::array states{RecruitmentState::Open, RecruitmentState::Closed,
                                       RecruitmentState::Unknown};
    Feed feed;
    const std::size_t count = random() % 30;
    for (std::size_t i = 0; i < count; ++i) {
        SubmittedAction action = fullAction(hostileText(random));
        action.action.numero = QStringLiteral("FO_\"%1\\'").arg(random() % 3);
        feed.actions.push_back(action);
        SubmittedSession session = fullSession(hostileText(random));
        session.session.key = {QStringLiteral("FO_\"%1\\'").arg(random() % 3), hostileText(random),
                               QStringLiteral("SE_%1").arg(random() % 4)};
        session.session.recruitment = states.at(random() % states.size());
        session.session.particularity = hostileText(random);
        session.source += session.session.particularity.toUtf8() +
                          toToken(session.session.recruitment).toUtf8() + '\0';
        session.digest = QCryptographicHash::hash(session.source, QCryptographicHash::Sha1);
        feed.sessions.push_back(session);
    }
    return feed;
}

//! Takes feeds in, in batches of up to that size; what came of each submission and of each feed.
QStringList takeIn(Base &base, const std::vector<Feed> &feeds, std::size_t batch)
{
    QStringList outcomes;
    const auto save = [&](OfferRepository &offers, auto rows, qint64 importId) -> Result<> {
        for (std::size_t i = 0; i < rows.size(); i += batch) {
            const auto saved =
                offers.save(rows.subspan(i, std::min(batch, rows.size() - i)), importId);
            if (!saved)
                return failureOf(saved);
            for (const SaveOutcome outcome : *saved)
                outcomes << QString::number(int(outcome));
        }
        return {};
    };
    QDateTime at(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
    for (const Feed &feed : feeds) {
        at = at.addDays(1);
        const qint64 importId = base.import(at);
        base.write([&]() -> Result<> {
            OfferRepository offers(*base.database);
            const std::span<const SubmittedAction> actions(feed.actions);
            const std::span<const SubmittedSession> sessions(feed.sessions);
            if (Result<> done = save(offers, actions, importId); !done)
                return done;
            if (Result<> done = save(offers, sessions, importId); !done)
                return done;
            return offers.closeFeed(importId).map([&](const FeedOutcome &outcome) {
                outcomes << QStringLiteral("%1/%2").arg(outcome.vanished).arg(outcome.returned);
            });
        });
    }
    return outcomes;
}

//! A sum over all rows of a table, the same on both backends.
QByteArray sumOf(const Base &base, const QString &table, const QString &order)
{
    QSqlQuery names(base.database->connection());
    names.exec(QStringLiteral("SELECT * FROM %1 WHERE 1 = 0").arg(table));
    QStringList columns;
    for (int i = 0; i < names.record().count(); ++i)
        columns << names.record().fieldName(i);
    columns.sort();
    QSqlQuery query(base.database->connection());
    query.exec(
        QStringLiteral("SELECT %1 FROM %2 ORDER BY %3").arg(columns.join(u','), table, order));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    int rows = 0;
    for (; query.next(); ++rows) {
        for (int i = 0; i < columns.size(); ++i)
            addToHash(hash, query.value(i));
    }
    return QByteArray::number(rows) + ' ' + hash.result().toHex();
}

} // namespace

void BulkTest::batchesAreAsOneByOne_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<std::size_t>("batch");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed << std::size_t(seed % 3 ? 1 + seed * 3 : 1000);
}

void BulkTest::batchesAreAsOneByOne()
{
    QFETCH(unsigned, seed);
    QFETCH(std::size_t, batch);
    Random random(seed);
    std::vector<Feed> feeds(5);
    for (Feed &feed : feeds)
        feed = randomFeed(random);
    Base together;
    const QTemporaryDir folder;
    Base alone(Base::inFile(folder.filePath(QStringLiteral("alone.recoupe"))));
    QCOMPARE(takeIn(together, feeds, batch), takeIn(alone, feeds, 1));
    for (const auto &[table, order] :
         {std::pair("imports", "id"), std::pair("actions", "id"), std::pair("sessions", "id"),
          std::pair("action_submissions", "action_id, number"),
          std::pair("session_submissions", "session_id, number")}) {
        const QString name = QString::fromLatin1(table);
        QCOMPARE(sumOf(together, name, QString::fromLatin1(order)),
                 sumOf(alone, name, QString::fromLatin1(order)));
    }
}

void BulkTest::recordThatTheBaseRefusesIsNamed_data()
{
    QTest::addColumn<bool>("isOfTheKey");
    QTest::newRow("a key longer than an index takes") << true;
    QTest::newRow("a text with a null character") << false;
}

void BulkTest::recordThatTheBaseRefusesIsNamed()
{
    if (isSqlite())
        QSKIP("A file takes both.");
    QFETCH(bool, isOfTheKey);
    Base base;
    Random random(1);
    std::vector<SubmittedSession> sessions;
    for (int i = 0; i < 50; ++i) {
        sessions.push_back(sessionOf(QStringLiteral("SE_%1").arg(i)));
        sessions.back().line = 100 + i;
    }
    if (!isOfTheKey)
        sessions[30].session.particularity = QStringLiteral("a") + QChar(u'\0') + u'b';
    for (int i = 0; isOfTheKey && i < 9000; ++i) // even compressed
        sessions[30].session.key.action += QChar(char16_t(0x100 + random() % 0x2000));
    const Result<> done = base.database->inTransaction([&] {
        return OfferRepository(*base.database)
            .save(std::span<const SubmittedSession>(sessions), base.importId)
            .map([](const auto &) {});
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DatabaseFailed);
    QCOMPARE(done.error().where.line, 130);
    QVERIFY2(done.error().message.contains(QStringLiteral("ligne 130")),
             qPrintable(done.error().message));
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM sessions")).toInt(), 0);
}

namespace recoupe::test {

int runBulk(int argc, char **argv)
{
    BulkTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_bulk.moc"
