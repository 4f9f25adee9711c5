// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/basetransfer.h"
#include "storage/erasurerepository.h"
#include "storage/sqlvalues.h"
#include "storage/trailrepository.h"

#include <QSet>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace recoupe::test {

namespace {

// From the backend under test to a file and back, or between two files.
class TransferTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<Database> newFile() const
    {
        DatabaseUrl url;
        url.path = m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + u'.' +
                                     QLatin1String(QTest::currentDataTag()));
        return Database::open(url).value();
    }
    static void fill(Base &base, const QString &text);
    static QByteArray headOf(const Database &database)
    {
        const TrailReport report = TrailRepository(database).verify().value();
        return report.firstBreak ? QByteArray("broken") : report.head;
    }

private Q_SLOTS:
    void everyTableIsListed();
    void everythingComesOverAndBack_data() { addHostileTexts(); }
    void everythingComesOverAndBack();
    void emptyBaseComesOver();
    void idsGoOnAfterTheHighest();
    void filledTargetIsRefused();
    void everyRowIsCountedTwice();
    void stoppedTransferLeavesTheTargetEmpty();
    void failureLeavesTheTargetEmpty();
};

//! Something in every table.
void TransferTest::fill(Base &base, const QString &text)
{
    Database &database = *base.database;
    appendEveryEvent(base);
    base.write([&]() -> Result<> {
        OfferRepository offers(database);
        AwardRepository awards(database);
        for (const Result<SaveOutcome> &saved :
             {offers.save(fullAction(text), base.importId),
              offers.save(fullSession(text), base.importId),
              awards.save(fullAward(text), base.importId),
              awards.save(fullDeclaration(text), base.importId)}) {
            if (!saved)
                return failureOf(saved);
        }
        return {};
    });
    for (const char *statement :
         {"import_rejections (import_id, file_name, line, record, field, value, expected) "
          "VALUES (1, ?, 10000000000, ?, ?, ?, ?)",
          "session_awards (session_id, award_key, accepted) VALUES (1, ?, 1)",
          "session_holders (session_id, operator_name, taken_at) VALUES (1, ?, 1)",
          "table_profiles (name, profile) VALUES (?, ?)",
          "notes (formation_numero, action_numero, session_numero, written_at, operator_name, "
          "content) VALUES (?, ?, ?, 1, ?, ?)",
          "letters (kind, written_at, operator_name, channel, reason, recipient_siret, "
          "recipient_name, address, subject, body) VALUES ('reminder', 1, ?, ?, ?, ?, ?, ?, ?, ?)",
          "letter_subjects (letter_id, formation_numero, action_numero, session_numero, "
          "award_key) VALUES (1, ?, ?, ?, ?)",
          "prescribers (departement, structure, address) VALUES (?, ?, ?)",
          "delivery_lines (delivery_id, formation_numero, action_numero, session_numero, change, "
          "digest, details_before, details_after) VALUES (1, ?, ?, ?, 'added', {digest}, ?, ?)",
          "partner_sessions (partner, formation_numero, action_numero, session_numero, digest, "
          "details, delivery_id) VALUES ('aude', ?, ?, ?, {digest}, ?, 1)",
          "feeds (url, etag, last_modified, digest, checked_at, result) "
          "VALUES (?, ?, ?, {digest}, 1, ?)"}) {
        QString insert = QStringLiteral("INSERT INTO ") + QString::fromLatin1(statement);
        insert.replace(QStringLiteral("{digest}"),
                       isSqlite() ? QStringLiteral("x'00ff27'") : QStringLiteral("'\\x00ff27'"));
        QSqlQuery query(database.connection());
        QVERIFY2(query.prepare(insert), statement);
        for (qsizetype i = 0; i < insert.count(u'?'); ++i)
            query.addBindValue(toSql(text));
        QVERIFY2(query.exec(), statement);
    }
    base.write([&] {
        const auto withoutZoe = [](PersonalForm, const QVariant &value) {
            const bool isZoe = value.toString() == u"Zoé";
            return Result<std::optional<QVariant>>(isZoe ? std::optional<QVariant>(QString())
                                                         : std::nullopt);
        };
        const auto rows = PersonalDataRepository(database).rows(withoutZoe);
        ErasureRepository erasures(database);
        return erasures
            .apply(rows.value(),
                   {ErasureKind::Erasure, QDateTime::currentDateTimeUtc(), text, text})
            .and_then([&](const ErasureRecord &) { return erasures.mark({text}); });
    });
}

// A table that a later version adds shows here.
void TransferTest::everyTableIsListed()
{
    Base base;
    QSqlQuery query(base.database->connection());
    QVERIFY(query.exec(
        isSqlite() ? QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
                   : QStringLiteral("SELECT tablename::text FROM pg_tables WHERE schemaname = "
                                    "'recoupe' AND tablename <> 'schema_version'")));
    QSet<QString> inSchema;
    while (query.next())
        inSchema.insert(query.value(0).toString());
    QSet<QString> listed;
    for (const BaseTable &table : baseTables())
        listed.insert(QString::fromLatin1(table.name));
    QCOMPARE(listed, inSchema);
    QCOMPARE(std::size_t(listed.size()), baseTables().size());
}

void TransferTest::everythingComesOverAndBack()
{
    QFETCH(const QString, text);
    Base base;
    fill(base, text);
    const auto file = newFile();
    const Result<QList<TableSummary>> over = transferBase(*base.database, *file);
    REQUIRE(over);
    for (const TableSummary &table : *over)
        QVERIFY2(table.rows > 0, qPrintable(table.table));

    const auto back = Database::open(newUrl()).value();
    const Result<QList<TableSummary>> returned = transferBase(*file, *back);
    REQUIRE(returned);
    QCOMPARE(*returned, *over);
    QCOMPARE(headOf(*file), headOf(*base.database));
    QCOMPARE(headOf(*back), headOf(*base.database));
    QCOMPARE(file->faults().value(), QStringList()); // its guards, too, are there
    QCOMPARE(back->faults().value(), QStringList());
    // As the repositories read it.
    QCOMPARE(OfferRepository(*back).sessions().value().first().submitted,
             fullSession(text).session);
    QVERIFY(DecisionRepository(*back).history().value() ==
            DecisionRepository(*base.database).history().value());
}

void TransferTest::emptyBaseComesOver()
{
    const auto empty = newFile();
    const auto target = Database::open(newUrl()).value();
    const Result<QList<TableSummary>> over = transferBase(*empty, *target);
    REQUIRE(over);
    for (const TableSummary &table : *over)
        QCOMPARE(table.rows, 0);
}

void TransferTest::idsGoOnAfterTheHighest()
{
    Base base;
    fill(base, QStringLiteral("é"));
    const auto file = newFile();
    const Result<QList<TableSummary>> away = transferBase(*base.database, *file);
    REQUIRE(away);
    Base target;
    target.database = Database::open(newUrl()).value();
    const Result<QList<TableSummary>> over = transferBase(*file, *target.database);
    REQUIRE(over);
    const qint64 before = target.ask(QStringLiteral("SELECT max(id) FROM imports")).toLongLong();
    QCOMPARE(target.import(QDateTime::currentDateTimeUtc()), before + 1);
    Decision decision;
    decision.at = QDateTime::currentDateTimeUtc();
    decision.subject = DecisionSubject::Setting;
    decision.kind = DecisionKind::Setting;
    decision.setting = QStringLiteral("deadline/days");
    decision.after = QStringLiteral("8");
    const qint64 id = target.written<qint64>(
        [&] { return DecisionRepository(*target.database).append(decision); });
    QCOMPARE(id, 4);
    QVERIFY(headOf(*target.database) != headOf(*base.database));
    QVERIFY(!TrailRepository(*target.database).verify({{0, headOf(*base.database)}})->firstBreak);
}

void TransferTest::filledTargetIsRefused()
{
    Base base;
    const auto file = newFile();
    const Result<QList<TableSummary>> first = transferBase(*base.database, *file);
    REQUIRE(first);
    const Result<QList<TableSummary>> second = transferBase(*base.database, *file);
    QCOMPARE(second.error().code, ErrorCode::InvalidArgument);
    QVERIFY(second.error().message.contains(QStringLiteral("imports")));
    QCOMPARE(ImportRepository(*file).imports().value().size(), 1);
}

void TransferTest::everyRowIsCountedTwice()
{
    Base base;
    fill(base, QStringLiteral("é"));
    const auto file = newFile();
    qint64 last = 0;
    qint64 expected = 0;
    const Result<QList<TableSummary>> over =
        transferBase(*base.database, *file, [&](qint64 reached, qint64 total) {
            last = reached;
            expected = total;
            return true;
        });
    REQUIRE(over);
    qint64 rows = 0;
    for (const TableSummary &table : *over)
        rows += table.rows;
    QVERIFY(rows > 0);
    QCOMPARE(last, 2 * rows);
    QCOMPARE(expected, 2 * rows);
}

void TransferTest::stoppedTransferLeavesTheTargetEmpty()
{
    Base base;
    fill(base, QStringLiteral("é"));
    const auto target = Database::open(newUrl()).value();
    const Result<QList<TableSummary>> over =
        transferBase(*base.database, *target, [](qint64, qint64) { return false; });
    QCOMPARE(over.error().code, ErrorCode::Cancelled);
    QCOMPARE(ImportRepository(*target).imports().value().size(), 0);
    REQUIRE(transferBase(*base.database, *target)); // it is as it was
}

void TransferTest::failureLeavesTheTargetEmpty()
{
    Base base;
    fill(base, QStringLiteral("é"));
    const auto file = newFile();
    // The last table takes no row.
    QVERIFY(QSqlQuery(file->connection())
                .exec(QStringLiteral("CREATE TRIGGER refusal BEFORE INSERT ON trail_salts "
                                     "BEGIN SELECT RAISE(ABORT, 'full'); END")));
    const Result<QList<TableSummary>> over = transferBase(*base.database, *file);
    QCOMPARE(over.error().code, ErrorCode::DatabaseFailed);
    QCOMPARE(ImportRepository(*file).imports().value().size(), 0);
}

} // namespace

int runTransfer(int argc, char **argv)
{
    TransferTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_transfer.moc"
