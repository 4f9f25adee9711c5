// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/migrator.h"
#include "storage/sqlconnection.h"
#include "storage/trailchain.h"
#include "storage/trailrepository.h"

#include <QSet>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>

namespace recoupe::test {

namespace {

class TrailTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 eventCount = 7; // of appendEveryEvent()

    static TrailReport verified(const Base &base, const QList<TrailHead> &noted = {})
    {
        const Result<TrailReport> report = TrailRepository(*base.database).verify(noted);
        return report.value_or(TrailReport{-1, 0, {}, {}});
    }
    //! Runs statements past the program, guards or no guards.
    static void tamper(Base &base, const QString &statements)
    {
        QSet<QString> tables{QStringLiteral("trail_links")};
        for (const QString &table : appendOnlyTables())
            tables.insert(table);
        for (const QString &table : std::as_const(tables))
            disarm(base, table);
        for (const QString &statement : statements.split(u';')) {
            QSqlQuery query(base.database->connection());
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    static QString dropLink(int position)
    {
        return QStringLiteral("DELETE FROM trail_salts WHERE position = %1;"
                              "DELETE FROM trail_links WHERE position = %1")
            .arg(position);
    }
    static QString slipIn()
    {
        return QStringLiteral(
            "INSERT INTO decisions (batch, decided_at, operator_name, subject, kind, "
            "formation_numero, action_numero, session_numero, value_before, value_after, reason, "
            "overridden_before) VALUES ('b', 1, '', 'setting', 'setting', '', '', '', '', '8', "
            "'', 0)");
    }

private Q_SLOTS:
    void everyAppendOnlyTableIsLinked();
    void everyColumnIsCovered();
    void emptyTrailHolds();
    void soundTrailHolds();
    void damageIsFound_data();
    void damageIsFound();
    void cutEndIsFoundByItsHead();
    void slippedInEventStaysWithoutALink();
    void erasedTextsLeaveTheChainWhole();
    void keptTextWithoutItsSaltIsFound();
    void guardThatWasTakenAwayIsFound();
    void whatIsRolledBackLeavesNoLink();
    void eventsOfAnEarlierVersionAreLinked();
    void moreEventsThanAWindowAreLinked();
    void writersOfTwoStationsShareOneChain();
};

void TrailTest::everyAppendOnlyTableIsLinked()
{
    Base base;
    QSqlQuery guards(base.database->connection());
    QVERIFY(guards.exec(
        isSqlite() ? QStringLiteral("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' "
                                    "AND name LIKE '%\\_no\\_update' ESCAPE '\\'")
                   : QStringLiteral("SELECT c.relname FROM pg_trigger t JOIN pg_class c ON "
                                    "c.oid = t.tgrelid WHERE t.tgname LIKE '%\\_append\\_only'")));
    QSet<QString> guarded;
    while (guards.next())
        guarded.insert(guards.value(0).toString());
    const QStringList linked = appendOnlyTables();
    QCOMPARE(guarded, QSet<QString>(linked.begin(), linked.end()));
}

// A column that is added to a table later shows here, and needs a kind of link of its own.
void TrailTest::everyColumnIsCovered()
{
    Base base;
    for (const TrailSource &source : trailSources()) {
        const int columns =
            base.database->connection().record(QString::fromLatin1(source.table)).count();
        QCOMPARE(1 + source.texts + source.facts, columns);
    }
}

void TrailTest::emptyTrailHolds()
{
    Base base;
    const TrailReport report = verified(base);
    QCOMPARE(report.events, 0);
    QVERIFY(!report.firstBreak);
    QVERIFY(report.head.isEmpty());
}

void TrailTest::soundTrailHolds()
{
    Base base;
    appendEveryEvent(base);
    const TrailReport report = verified(base);
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.events, eventCount);
    QCOMPARE(report.erased, 0);
    QCOMPARE(report.head.size(), 32);
    base.import(QDateTime::currentDateTimeUtc()); // no event
    QCOMPARE(verified(base, {{0, report.head}}).head, report.head);
}

void TrailTest::damageIsFound_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<TrailBreak>("found");
    const auto row = [](const char *name, const QString &statements, TrailFault fault,
                        qint64 position, const char *kind, qint64 event) {
        QTest::newRow(name) << statements
                            << TrailBreak{fault, position, QString::fromLatin1(kind), event};
    };
    using enum TrailFault;
    row("token changed", QStringLiteral("UPDATE decisions SET value_after = '9' WHERE id = 2"),
        EventChanged, 2, "decision", 2);
    row("time changed", QStringLiteral("UPDATE edition_annulments SET annulled_at = 3"),
        EventChanged, 4, "annulment", 1);
    row("nothing made of something",
        QStringLiteral("UPDATE decisions SET verified_before = 0 WHERE id = 3"), EventChanged, 7,
        "decision", 3);
    row("reason changed", QStringLiteral("UPDATE decisions SET reason = 'x' WHERE id = 2"),
        TextChanged, 2, "decision", 2);
    row("operator changed", QStringLiteral("UPDATE edition_mailings SET operator_name = 'Zoe'"),
        TextChanged, 5, "mailing", 1);
    row("byte of an edition flipped",
        isSqlite() ? QStringLiteral("UPDATE editions SET content = "
                                    "CAST('{\"rows\":[}' AS BLOB)")
                   : QStringLiteral("UPDATE editions SET content = set_byte(content, 9, 92)"),
        TextChanged, 3, "edition", 1);
    row("event dropped", QStringLiteral("DELETE FROM decisions WHERE id = 2"), EventMissing, 2,
        "decision", 2);
    row("last event dropped", QStringLiteral("DELETE FROM decisions WHERE id = 3"), EventMissing, 7,
        "decision", 3);
    row("event and link dropped",
        QStringLiteral("DELETE FROM decisions WHERE id = 2;") + dropLink(2), LinkMissing, 2, "", 0);
    row("link dropped", dropLink(1), LinkMissing, 1, "", 0);
    row("events swapped",
        QStringLiteral("UPDATE decisions SET batch = CASE id WHEN 1 THEN '6' ELSE '5' END, "
                       "value_after = CASE id WHEN 1 THEN '6' ELSE '5' END WHERE id < 3"),
        EventChanged, 1, "decision", 1);
    row("links swapped",
        QStringLiteral("UPDATE trail_links SET event_id = -1 WHERE position = 1;"
                       "UPDATE trail_links SET event_id = 1 WHERE position = 2;"
                       "UPDATE trail_links SET event_id = 2 WHERE position = 1"),
        EventUnlinked, 0, "decision", 1);
    row("hash changed",
        QStringLiteral("UPDATE trail_links SET link_hash = text_digest WHERE position = 6"),
        EventChanged, 6, "delivery-event", 1);
    row("digest changed",
        QStringLiteral("UPDATE trail_links SET text_digest = link_hash WHERE position = 6"),
        EventChanged, 6, "delivery-event", 1);
    row("link of an unknown kind",
        QStringLiteral("UPDATE trail_links SET kind = 'other' WHERE position = 6"), EventChanged, 6,
        "other", 1);
    row("chain cut", dropLink(7), EventUnlinked, 0, "decision", 3);
    row("event slipped in", slipIn(), EventUnlinked, 0, "decision", 4);
}

void TrailTest::damageIsFound()
{
    QFETCH(const QString, statements);
    QFETCH(const TrailBreak, found);
    Base base;
    appendEveryEvent(base);
    tamper(base, statements);
    const TrailReport report = verified(base);
    QVERIFY(report.firstBreak.has_value());
    QCOMPARE(report.firstBreak->fault, found.fault);
    QCOMPARE(report.firstBreak->position, found.position);
    QCOMPARE(report.firstBreak->kind, found.kind);
    QCOMPARE(report.firstBreak->eventId, found.eventId);
}

void TrailTest::cutEndIsFoundByItsHead()
{
    Base base;
    appendEveryEvent(base);
    const TrailHead head = TrailRepository(*base.database).head().value();
    QCOMPARE(head, (TrailHead{eventCount, verified(base).head}));
    QVERIFY(!verified(base, {head, {0, head.hash}}).firstBreak);
    QVERIFY(verified(base, {{eventCount - 1, head.hash}}).firstBreak); // not at its place
    tamper(base, dropLink(7) + QStringLiteral(";DELETE FROM decisions WHERE id = 3"));
    QVERIFY(!verified(base).firstBreak); // nothing else could tell
    const TrailReport report = verified(base, {head});
    QCOMPARE(report.firstBreak.value().fault, TrailFault::HeadUnknown);
    QCOMPARE(report.firstBreak.value().notedPosition, eventCount);
    QCOMPARE(report.events, eventCount - 1);
}

void TrailTest::slippedInEventStaysWithoutALink()
{
    Base base;
    appendEveryEvent(base);
    tamper(base, slipIn());
    base.import(QDateTime::currentDateTimeUtc());
    const std::optional<TrailBreak> found = verified(base).firstBreak;
    QCOMPARE(found.value().fault, TrailFault::EventUnlinked);
    QCOMPARE(found->eventId, 4);
}

void TrailTest::erasedTextsLeaveTheChainWhole()
{
    Base base;
    appendEveryEvent(base);
    const QByteArray head = verified(base).head;
    tamper(base, QStringLiteral("UPDATE decisions SET reason = '', operator_name = '' "
                                "WHERE id = 2;DELETE FROM trail_salts WHERE position = 2"));
    const TrailReport report = verified(base, {{0, head}});
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.erased, 1);
    QCOMPARE(report.head, head);
}

void TrailTest::keptTextWithoutItsSaltIsFound()
{
    Base base;
    appendEveryEvent(base);
    tamper(base, QStringLiteral("DELETE FROM trail_salts WHERE position = 2;"
                                "UPDATE decisions SET reason = '' WHERE id = 2"));
    QCOMPARE(verified(base).firstBreak.value().fault, TrailFault::TextChanged);
}

void TrailTest::guardThatWasTakenAwayIsFound()
{
    Base base;
    appendEveryEvent(base);
    QCOMPARE(base.database->faults().value(), QStringList());
    disarm(base, QStringLiteral("editions"));
    const QStringList faults = base.database->faults().value();
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().contains(QStringLiteral("«\u00A0editions\u00A0»")),
             qPrintable(faults.first()));
}

void TrailTest::whatIsRolledBackLeavesNoLink()
{
    Base base;
    appendEveryEvent(base);
    const auto issue = [&] {
        return EditionRepository(*base.database)
            .append({2026, 2, QDate(), QDateTime::currentDateTimeUtc(), QString(), "{}", {}});
    };
    const Result<> failed = base.database->inTransaction([&]() -> Result<> {
        return issue().and_then(
            []() -> Result<> { return fail(ErrorCode::Refused, QStringLiteral("Non.")); });
    });
    QVERIFY(!failed);
    REQUIRE(base.database->inTrial(issue));
    QCOMPARE(verified(base).events, eventCount);
    base.write(issue);
    const TrailReport report = verified(base);
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.events, eventCount + 1);
}

void TrailTest::eventsOfAnEarlierVersionAreLinked()
{
    const DatabaseUrl url = newUrl();
    {
        constexpr int versionBefore = 6;
        SqlConnection sql(SqlBackend::of(url));
        Result<> made = sql.open(Database::Mode::CreateIfMissing, versionBefore);
        if (made)
            made = migrate(sql, builtInMigrations().first(versionBefore));
        for (const QString &statement :
             {slipIn(), slipIn(),
              QStringLiteral("INSERT INTO edition_annulments (edition_year, edition_number, "
                             "annulled_at, operator_name, reason) "
                             "VALUES (2026, 1, 2, 'Zoé', 'Erreur')")}) {
            if (made)
                made = sql.run(statement);
        }
        REQUIRE(made);
    }
    const auto database = Database::open(url, Database::Mode::MustExist);
    REQUIRE(database);
    const Result<TrailReport> report = TrailRepository(**database).verify();
    REQUIRE(report);
    QVERIFY(!report->firstBreak);
    QCOMPARE(report->events, 3);
}

void TrailTest::moreEventsThanAWindowAreLinked()
{
    Base base;
    constexpr int count = 1100;
    base.write([&]() -> Result<> {
        for (int i = 0; i < count; ++i) {
            if (Result<> done = base.database->sql().run(slipIn()); !done)
                return done;
        }
        return {};
    });
    const TrailReport report = verified(base);
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.events, count);
}

void TrailTest::writersOfTwoStationsShareOneChain()
{
    Base base;
    constexpr int count = 30; // of each
    const auto append = [](Database &database) {
        for (int i = 0; i < count; ++i) {
            const Result<> done =
                database.inTransaction([&] { return database.sql().run(slipIn()); });
            if (!done)
                return false;
        }
        return true;
    };
    bool otherDone = false;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        const auto database = Database::open(base.database->url(), Database::Mode::MustExist);
        otherDone = database && append(**database);
    }));
    other->start();
    const bool done = append(*base.database);
    QVERIFY(other->wait());
    QVERIFY(done && otherDone);
    const TrailReport report = verified(base);
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.events, 2 * count);
}

} // namespace

int runTrail(int argc, char **argv)
{
    TrailTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_trail.moc"
