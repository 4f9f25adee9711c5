// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

namespace recoupe::test {

namespace {

class ImportTest : public QObject
{
    Q_OBJECT

    static ImportRecord ofId(qint64 id)
    {
        ImportRecord record;
        record.id = id;
        return record;
    }

private Q_SLOTS:
    void everyFieldComesBack_data() { addHostileTexts(); }
    void everyFieldComesBack();
    void newestComesFirst();
    void rejectionsBelongToTheirImport();
    void lastRejectionsAreThoseOfTheFileOfThatName();
};

void ImportTest::everyFieldComesBack()
{
    QFETCH(QString, text);
    Base base;
    ImportRepository imports(*base.database);
    ImportRecord record{0,    ImportKind::Sesar,
                        text, QDateTime(QDate(2026, 3, 29), QTime(2, 30, 0, 7), Qt::UTC),
                        text, 1,
                        2,    3,
                        4};
    const QList<Rejection> rejections{{text, 12, text, text, text, text}, {}};
    base.write([&]() -> Result<> {
        const Result<qint64> id = imports.begin(record);
        if (!id)
            return failureOf(id);
        record.id = *id;
        return imports.finish(record, rejections);
    });
    REQUIRE(imports.imports());
    QVERIFY(imports.imports().value().first() == record);
    REQUIRE(imports.rejections(record.id));
    QVERIFY(imports.rejections(record.id).value() == rejections);
}

void ImportTest::newestComesFirst()
{
    Base base;
    const qint64 second = base.import(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
    const QList<ImportRecord> imports = ImportRepository(*base.database).imports().value();
    QCOMPARE(imports.size(), 2);
    QCOMPARE(imports.first().id, second);
    QCOMPARE(imports.last().id, base.importId);
}

void ImportTest::rejectionsBelongToTheirImport()
{
    Base base;
    const qint64 other = base.import(QDateTime(QDate(2026, 1, 7), QTime(0, 0), Qt::UTC));
    base.write([&] { return ImportRepository(*base.database).finish(ofId(other), {Rejection()}); });
    QCOMPARE(ImportRepository(*base.database).rejections(other).value().size(), 1);
    QCOMPARE(ImportRepository(*base.database).rejections(base.importId).value().size(), 0);
}

void ImportTest::lastRejectionsAreThoseOfTheFileOfThatName()
{
    Base base;
    ImportRepository imports(*base.database);
    const auto enter = [&](const char *file, ImportKind kind, const QString &value) {
        ImportRecord record;
        record.kind = kind;
        record.fileName = QString::fromLatin1(file);
        record.at = QDateTime::currentDateTimeUtc();
        base.write([&]() -> Result<> {
            const Result<qint64> id = imports.begin(record);
            if (!id)
                return failureOf(id);
            record.id = *id;
            Rejection rejection;
            rejection.value = value;
            return imports.finish(record, {rejection});
        });
        return record;
    };
    const auto valueBefore = [&](const ImportRecord &record) {
        return imports.lastRejections(record).value().value(0).value;
    };
    const ImportRecord first = enter("a.csv", ImportKind::Awards, QStringLiteral("1"));
    enter("b.csv", ImportKind::Awards, QStringLiteral("2"));
    enter("a.csv", ImportKind::Sesar, QStringLiteral("3"));
    const ImportRecord second = enter("a.csv", ImportKind::Awards, QStringLiteral("4"));
    QCOMPARE(valueBefore(first), QString());
    QCOMPARE(valueBefore(second), QStringLiteral("1"));
}

} // namespace

int runImports(int argc, char **argv)
{
    ImportTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_imports.moc"
