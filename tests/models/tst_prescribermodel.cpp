// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prescribermodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

QList<Prescriber> sample()
{
    return {{{}, QStringLiteral("Agefiph"), QStringLiteral("a@example.org")},
            {QStringLiteral("43"), QStringLiteral("Mission locale"), QStringLiteral("ml@a.fr")},
            {QStringLiteral("63"), {}, QStringLiteral("cap@example.org")}};
}

} // namespace

class PrescriberModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowSaysWhoseAddressItIsAndForWhere();
    void searchFindsWordsInAllColumns_data();
    void searchFindsWordsInAllColumns();
    void searchOutlivesANewList();
};

void PrescriberModelTest::rowSaysWhoseAddressItIsAndForWhere()
{
    PrescriberModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPrescribers(sample());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, PrescriberModel::Scope).data().toString(),
             QStringLiteral("Toute la région"));
    QCOMPARE(model.index(1, PrescriberModel::Scope).data().toString(),
             QStringLiteral("Haute-Loire (43)"));
    QCOMPARE(model.index(1, PrescriberModel::Scope).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Mission locale, ml@a.fr, Haute-Loire (43)"));
    QCOMPARE(model.index(2, PrescriberModel::Scope).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("cap@example.org, Puy-de-Dôme (63)"));
    QCOMPARE(model.index(2, PrescriberModel::Address).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("cap@example.org"));
    QCOMPARE(model.prescriber(2), sample().at(2));
    for (int column = 0; column < PrescriberModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void PrescriberModelTest::searchFindsWordsInAllColumns_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QList<int>>("found");
    QTest::newRow("nothing") << QString() << QList<int>{0, 1, 2};
    QTest::newRow("address") << QStringLiteral("EXAMPLE.ORG") << QList<int>{0, 2};
    QTest::newRow("structure") << QStringLiteral("locale mission") << QList<int>{1};
    QTest::newRow("departement") << QStringLiteral("dome puy") << QList<int>{2};
    QTest::newRow("departement without accents") << QStringLiteral("puy-de-dome") << QList<int>{2};
    QTest::newRow("code") << QStringLiteral("(63)") << QList<int>{2};
    QTest::newRow("region") << QStringLiteral("region") << QList<int>{0};
    QTest::newRow("none") << QStringLiteral("xyz") << QList<int>{};
}

void PrescriberModelTest::searchFindsWordsInAllColumns()
{
    QFETCH(QString, search);
    QFETCH(QList<int>, found);
    PrescriberModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPrescribers(sample());
    model.setSearch(search);
    QList<Prescriber> expected;
    for (const int row : std::as_const(found))
        expected << sample().at(row);
    QList<Prescriber> shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << model.prescriber(row);
    QCOMPARE(shown, expected);
    QCOMPARE(model.totalCount(), 3);
}

void PrescriberModelTest::searchOutlivesANewList()
{
    PrescriberModel model;
    model.setPrescribers(sample());
    model.setSearch(QStringLiteral("cap"));
    model.setPrescribers(sample().first(2));
    QCOMPARE(model.rowCount(), 0);
    model.setPrescribers(sample());
    QCOMPARE(model.rowOf(sample().at(2)), 0);
    QCOMPARE(model.rowOf(sample().at(1)), -1);
}

QTEST_GUILESS_MAIN(PrescriberModelTest)
#include "tst_prescribermodel.moc"
