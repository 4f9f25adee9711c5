// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/basetransfer.h"
#include "storage/erasurerepository.h"
#include "storage/sqlconnection.h"
#include "storage/trailchain.h"
#include "storage/trailrepository.h"

#include <QSet>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

namespace recoupe::test {

namespace {

const QString zoe = QStringLiteral("Zoé"); // whom appendEveryEvent() has for its operator

//! Values that are nothing but her name, emptied; in an edition, what is in the place of its rows.
Result<std::optional<QVariant>> withoutZoe(PersonalForm form, const QVariant &value)
{
    if (value.toString() == zoe)
        return std::optional<QVariant>(QString());
    if (form == PersonalForm::Json && value.toByteArray() == "{\"rows\":[]}")
        return std::optional<QVariant>(QByteArray("{}"));
    return std::optional<QVariant>();
}

//! "table.column" of every column that holds text or bytes.
QSet<QString> textColumns(const Base &base)
{
    QSet<QString> columns;
    for (const BaseTable &table : baseTables()) {
        const QString name = QString::fromLatin1(table.name);
        const QSqlRecord record = base.database->connection().record(name);
        for (int i = 0; i < record.count(); ++i) {
            const int type = record.field(i).metaType().id();
            if (type == QMetaType::QString || type == QMetaType::QByteArray)
                columns.insert(name + u'.' + record.fieldName(i));
        }
    }
    return columns;
}

class ErasureTest : public QObject
{
    Q_OBJECT

    static ErasureRecord erase(Base &base)
    {
        return base.written<ErasureRecord>([&] {
            return PersonalDataRepository(*base.database)
                .rows(withoutZoe)
                .and_then([&](const QList<PersonalRow> &rows) {
                    return ErasureRepository(*base.database)
                        .apply(rows, {ErasureKind::Erasure, QDateTime::currentDateTimeUtc(),
                                      QStringLiteral("Odile"), QStringLiteral("À sa demande")});
                });
        });
    }
    static TrailReport verified(const Base &base)
    {
        return TrailRepository(*base.database).verify().value_or(TrailReport{-1, 0, {}, {}});
    }
    static bool runs(Base &base, const QString &statement)
    {
        return base.database->inTransaction([&] { return base.database->sql().run(statement); })
            .has_value();
    }

private Q_SLOTS:
    void everyTextColumnIsSorted();
    void chainHoldsAfterAnErasure();
    void secondErasureOfAnEventHolds();
    void textPutInAfterwardsIsFound();
    void guardsLetNothingElsePass_data();
    void guardsLetNothingElsePass();
    void marksKnowAPersonWithoutNamingHer();
};

// A column that is added later must be sorted: it may hold data of persons, or it does not.
void ErasureTest::everyTextColumnIsSorted()
{
    Base base;
    const QStringList none = impersonalColumns();
    QSet<QString> sorted(none.begin(), none.end());
    for (const PersonalTable &table : personalTables()) {
        for (const PersonalColumn &column : table.columns) {
            const QString name = QLatin1String(table.name) + u'.' + QLatin1String(column.name);
            QVERIFY2(!none.contains(name), qPrintable(name));
            sorted.insert(name);
        }
    }
    const QSet<QString> there = textColumns(base);
    QCOMPARE(QStringList((there - sorted).values()).join(u' '), QString());
    QCOMPARE(QStringList((sorted - there).values()).join(u' '), QString());
}

void ErasureTest::chainHoldsAfterAnErasure()
{
    Base base;
    appendEveryEvent(base);
    const TrailReport before = verified(base);
    const ErasureRecord record = erase(base);
    QCOMPARE(record.eventsChanged, before.events);
    QVERIFY(record.rowsChanged > 0);
    const TrailReport after = verified(base);
    QVERIFY2(!after.firstBreak, qPrintable(QString::number(int(after.firstBreak->fault))));
    QCOMPARE(after.events, before.events + 1);
    QCOMPARE(after.erased, record.eventsChanged);
    QVERIFY(!TrailRepository(*base.database)
                 .verify({TrailHead{before.events, before.head}})
                 ->firstBreak);
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM decisions WHERE operator_name <> ''")),
             QVariant(0));
    QCOMPARE(base.ask(QStringLiteral("SELECT min(reason) FROM decisions")).toString(),
             QStringLiteral("Accord de l'été"));
    QCOMPARE(base.ask(QStringLiteral("SELECT content FROM editions")).toByteArray(),
             QByteArray("{}"));
    QCOMPARE(ErasureRepository(*base.database).erasures().value(), QList<ErasureRecord>{record});
}

void ErasureTest::secondErasureOfAnEventHolds()
{
    Base base;
    appendEveryEvent(base);
    (void)erase(base);
    base.write([&] {
        const auto withoutAccord = [](PersonalForm, const QVariant &value) {
            const bool isHit = value.toString() == u"Accord de l'été";
            return Result<std::optional<QVariant>>(isHit ? std::optional<QVariant>(QString())
                                                         : std::nullopt);
        };
        const auto rows = PersonalDataRepository(*base.database).rows(withoutAccord);
        return ErasureRepository(*base.database)
            .apply(rows.value(), {ErasureKind::Erasure, QDateTime::currentDateTimeUtc(), {}, {}})
            .map([](const ErasureRecord &) {});
    });
    const TrailReport report = verified(base);
    QVERIFY(!report.firstBreak);
    QCOMPARE(report.erased, 7);
}

void ErasureTest::textPutInAfterwardsIsFound()
{
    Base base;
    appendEveryEvent(base);
    (void)erase(base);
    disarm(base, QStringLiteral("erased_texts"));
    QVERIFY(runs(base, QStringLiteral("UPDATE erased_texts SET text_digest = (SELECT "
                                      "link_hash FROM trail_links WHERE position = 1)")));
    QVERIFY(verified(base).firstBreak.has_value());
}

void ErasureTest::guardsLetNothingElsePass_data()
{
    QTest::addColumn<QString>("statement");
    const auto row = [](const char *name, const char *statement) {
        QTest::newRow(name) << QString::fromUtf8(statement);
    };
    row("a text, without an erasure", "UPDATE decisions SET reason = ''");
    row("a text of an event that was erased before", "UPDATE decisions SET reason = ''");
    row("a fact", "UPDATE decisions SET value_after = '9'");
    row("an edition", "UPDATE editions SET edition_number = 9");
    row("an event's removal", "DELETE FROM delivery_events");
    row("a link", "UPDATE trail_links SET event_id = 9");
    row("what an erasure left", "UPDATE erased_texts SET position = position + 1");
    row("an erasure", "UPDATE erasures SET reason = ''");
    row("an erasure's removal", "DELETE FROM erasures");
    const char unsealed[] =
        "INSERT INTO erasures (kind, erased_at, operator_name, reason, rows_changed, "
        "rows_removed, events_changed, texts_digest) VALUES ('erasure', 1, '', '', 0, 0, 1, '');"
        "INSERT INTO erased_texts SELECT max(id), 1, '' FROM erasures;";
    const auto within = [&](const char *name, const char *statement) {
        QTest::newRow(name) << QString::fromUtf8(unsealed) + QString::fromUtf8(statement);
    };
    within("another text in an erasure", "UPDATE decisions SET reason = 'x' WHERE id = 1");
    within("a fact in an erasure",
           "UPDATE decisions SET reason = '', value_after = '9' WHERE id = 1");
    within("an event that the erasure does not name",
           "UPDATE decisions SET reason = '' WHERE id = 2");
    within("a removal in an erasure", "DELETE FROM decisions WHERE id = 1");
}

void ErasureTest::guardsLetNothingElsePass()
{
    QFETCH(const QString, statement);
    Base base;
    appendEveryEvent(base);
    (void)erase(base);
    const Result<> done = base.database->inTransaction([&]() -> Result<> {
        for (QString part : statement.split(u';')) {
            if (isSqlite()) // whose tables take no text for bytes
                part.replace(QStringLiteral("1, '')"), QStringLiteral("1, x'')"))
                    .replace(QStringLiteral("1, '' FROM"), QStringLiteral("1, x'' FROM"));
            if (Result<> ran = base.database->sql().run(part); !ran)
                return ran;
        }
        return {};
    });
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(QStringLiteral("append only")),
             qPrintable(done.error().detail));
    QVERIFY(!verified(base).firstBreak);
}

void ErasureTest::marksKnowAPersonWithoutNamingHer()
{
    Base base;
    appendEveryEvent(base);
    (void)erase(base);
    const QString key = QStringLiteral("zoe@exemple.fr");
    base.write([&] { return ErasureRepository(*base.database).mark({key}); });
    base.write([&] { return ErasureRepository(*base.database).mark({key, zoe}); });
    const QList<ErasedPersonMark> marks = ErasureRepository(*base.database).marks().value();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().salt, marks.last().salt);
    QSet<QByteArray> digests;
    for (const ErasedPersonMark &mark : marks)
        digests.insert(mark.digest);
    QVERIFY(digests.contains(personDigest(marks.first().salt, key)));
    QVERIFY(!digests.contains(personDigest(marks.first().salt, QStringLiteral("odile"))));
}

} // namespace

int runErasures(int argc, char **argv)
{
    ErasureTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_erasures.moc"
