// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include <QSqlQuery>

namespace recoupe::test {

namespace {

class EditionTest : public QObject
{
    Q_OBJECT

    static EditionRecord edition(int year, int number)
    {
        return {year,
                number,
                QDate(year, 3, number),
                QDateTime(QDate(year, 3, number), QTime(17, 0, 0, 1), Qt::UTC),
                QStringLiteral("Zoé"),
                QByteArray("{\"\0\xff\"}", 6),
                QStringLiteral("Baisse attendue")};
    }
    static Result<> append(Base &base, const EditionRecord &record)
    {
        return base.database->inTransaction(
            [&] { return EditionRepository(*base.database).append(record); });
    }

private Q_SLOTS:
    void everyFieldComesBack();
    void numbersCountWithinTheYear();
    void numberIsGivenOnce();
    void lastIsTheLastIssuedWhateverTheYear();
    void listComesNewestFirstWithoutContent();
    void absentOnesAreNothing();
    void annulledOneStaysAndIsNoMoreTheLast();
    void editionIsAnnulledOnce();
    void whatWasNotIssuedCannotBeAnnulled();
    void issuedEditionCannotBeChanged();
};

void EditionTest::everyFieldComesBack()
{
    Base base;
    REQUIRE(append(base, edition(2026, 3)));
    const auto found = EditionRepository(*base.database).find(2026, 3);
    REQUIRE(found);
    QVERIFY(*found == edition(2026, 3));
}

void EditionTest::numbersCountWithinTheYear()
{
    Base base;
    const EditionRepository editions(*base.database);
    QCOMPARE(editions.nextNumber(2026).value(), 1);
    REQUIRE(append(base, edition(2026, 1)));
    REQUIRE(append(base, edition(2026, 2)));
    QCOMPARE(editions.nextNumber(2026).value(), 3);
    QCOMPARE(editions.nextNumber(2027).value(), 1);
}

void EditionTest::numberIsGivenOnce()
{
    Base base;
    REQUIRE(append(base, edition(2026, 1)));
    const Result<> again = append(base, edition(2026, 1));
    QCOMPARE(again.error().code, ErrorCode::DatabaseFailed);
}

void EditionTest::lastIsTheLastIssuedWhateverTheYear()
{
    Base base;
    REQUIRE(append(base, edition(2027, 1)));
    REQUIRE(append(base, edition(2026, 9)));
    QVERIFY(EditionRepository(*base.database).last().value() == edition(2026, 9));
}

void EditionTest::listComesNewestFirstWithoutContent()
{
    Base base;
    EditionRecord first = edition(2026, 1);
    EditionRecord second = edition(2026, 2);
    REQUIRE(append(base, first));
    REQUIRE(append(base, second));
    first.content.clear();
    second.content.clear();
    QVERIFY((EditionRepository(*base.database).editions().value() ==
             QList<EditionRecord>{second, first}));
}

void EditionTest::absentOnesAreNothing()
{
    Base base;
    const EditionRepository editions(*base.database);
    QVERIFY(!editions.last().value());
    QVERIFY(!editions.find(2026, 1).value());
    QVERIFY(editions.editions().value().isEmpty());
}

void EditionTest::annulledOneStaysAndIsNoMoreTheLast()
{
    Base base;
    const EditionAnnulment annulment{QDateTime(QDate(2026, 3, 9), QTime(8, 0), Qt::UTC),
                                     QStringLiteral("Luc"), QStringLiteral("Import incomplet")};
    for (const int number : {1, 2, 3})
        REQUIRE(append(base, edition(2026, number)));
    EditionRepository editions(*base.database);
    REQUIRE(base.database->inTransaction([&] { return editions.annul(2026, 2, annulment); }));
    QVERIFY(editions.last().value() == edition(2026, 3));
    EditionRecord annulled = edition(2026, 2);
    annulled.annulment = annulment;
    QVERIFY(editions.find(2026, 2).value() == annulled);
    QVERIFY(editions.editions().value().at(1).annulment == annulment);
    QVERIFY(!editions.editions().value().at(0).annulment);
    QCOMPARE(editions.nextNumber(2026).value(), 4);
    REQUIRE(base.database->inTransaction([&] { return editions.annul(2026, 3, annulment); }));
    QVERIFY(editions.last().value() == edition(2026, 1));
    QCOMPARE(editions.nextNumber(2026).value(), 4); // a number names one content for ever
}

void EditionTest::editionIsAnnulledOnce()
{
    Base base;
    REQUIRE(append(base, edition(2026, 1)));
    EditionRepository editions(*base.database);
    const auto annul = [&] {
        return base.database->inTransaction([&] {
            return editions.annul(2026, 1, {QDateTime::currentDateTimeUtc(), {}, {}});
        });
    };
    REQUIRE(annul());
    QCOMPARE(annul().error().code, ErrorCode::DatabaseFailed);
}

void EditionTest::whatWasNotIssuedCannotBeAnnulled()
{
    Base base;
    const Result<> annulled = base.database->inTransaction([&] {
        return EditionRepository(*base.database)
            .annul(2026, 1, {QDateTime::currentDateTimeUtc(), {}, {}});
    });
    QCOMPARE(annulled.error().code, ErrorCode::DatabaseFailed);
}

void EditionTest::issuedEditionCannotBeChanged()
{
    Base base;
    REQUIRE(append(base, edition(2026, 1)));
    QSqlQuery query(base.database->connection());
    QVERIFY(!query.exec(QStringLiteral("UPDATE editions SET operator_name = 'x'")));
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM editions")));
    EditionRepository editions(*base.database);
    REQUIRE(base.database->inTransaction([&] {
        return editions.annul(2026, 1, {QDateTime::currentDateTimeUtc(), {}, {}});
    }));
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM edition_annulments")));
    QVERIFY(!query.exec(QStringLiteral("UPDATE edition_annulments SET reason = 'x'")));
}

} // namespace

int runEditions(int argc, char **argv)
{
    EditionTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_editions.moc"
