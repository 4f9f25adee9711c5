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
                QByteArray("{\"\0\xff\"}", 6)};
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

void EditionTest::issuedEditionCannotBeChanged()
{
    Base base;
    REQUIRE(append(base, edition(2026, 1)));
    QSqlQuery query(base.database->connection());
    QVERIFY(!query.exec(QStringLiteral("UPDATE editions SET operator_name = 'x'")));
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM editions")));
}

} // namespace

int runEditions(int argc, char **argv)
{
    EditionTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_editions.moc"
