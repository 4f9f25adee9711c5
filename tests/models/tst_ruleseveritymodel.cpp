// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ruleseveritymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;
const QDate today(2026, 11, 23);
const QString titleRule = QStringLiteral("title-mismatch");

//! The row of a rule as it is shown.
int rowOf(const RuleSeverityModel &model, const QString &rule)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString tip = model.index(row, 0).data(Qt::ToolTipRole).toString();
        if (tip.startsWith(rule + u'\n'))
            return row;
    }
    return -1;
}

QModelIndex cellOf(const RuleSeverityModel &model, const QString &rule, int column)
{
    return model.index(rowOf(model, rule), column);
}

//! One that is not the program's own for this cell.
Severity otherThan(const QString &rule, Funder funder)
{
    return severityOf(rule, funder, {}) == Severity::Info ? Severity::Warning : Severity::Info;
}

} // namespace

class RuleSeverityModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleOfTheCatalogueHasARow();
    void fundersGoByTheNameOfTheDay_data();
    void fundersGoByTheNameOfTheDay();
    void onlySeveritiesCanBeEdited();
    void changeIsKeptMarkedAndSaysTheDefault();
    void goingBackToTheDefaultIsNoChange();
    void whatIsNoSeverityIsRefused();
    void searchFindsWordsOfTitleIdAndSource();
    void changesOutliveASearch();
    void sourceIsAtHandInEveryCell();
};

void RuleSeverityModelTest::everyRuleOfTheCatalogueHasARow()
{
    RuleSeverityModel model(today);
    QAbstractItemModelTester tester(&model, failing);
    QCOMPARE(model.rowCount(), int(ruleCatalogue().size()));
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        const int row = rowOf(model, id);
        QVERIFY2(row >= 0, rule.id);
        QCOMPARE(model.index(row, RuleSeverityModel::Title).data().toString(), ruleTitle(id));
        QCOMPARE(model.index(row, RuleSeverityModel::Agefiph).data(Qt::EditRole).toString(),
                 toToken(severityOf(id, Funder::Agefiph, {})));
    }
}

void RuleSeverityModelTest::fundersGoByTheNameOfTheDay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::newRow("Pôle emploi") << QDate(2015, 6, 1);
    QTest::newRow("France Travail") << today;
}

void RuleSeverityModelTest::fundersGoByTheNameOfTheDay()
{
    QFETCH(const QDate, day);
    const RuleSeverityModel model(day);
    QCOMPARE(model.headerData(RuleSeverityModel::PoleEmploi, Qt::Horizontal, Qt::DisplayRole),
             funderName(Funder::PoleEmploi, day));
    QCOMPARE(model.headerData(RuleSeverityModel::Region, Qt::Horizontal, Qt::DisplayRole),
             funderName(Funder::Region, day));
}

void RuleSeverityModelTest::onlySeveritiesCanBeEdited()
{
    RuleSeverityModel model(today);
    const QString token = toToken(Severity::Info);
    QVERIFY(!model.index(0, RuleSeverityModel::Title).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(model.index(0, RuleSeverityModel::Title), token, Qt::EditRole));
    QVERIFY(model.index(0, RuleSeverityModel::Region).flags().testFlag(Qt::ItemIsEditable));
}

void RuleSeverityModelTest::changeIsKeptMarkedAndSaysTheDefault()
{
    RuleSeverityModel model(today);
    QAbstractItemModelTester tester(&model, failing);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QModelIndex cell = cellOf(model, titleRule, RuleSeverityModel::Region);
    QVERIFY(!cell.data(RuleSeverityModel::IsChangedRole).toBool());
    const Severity other = otherThan(titleRule, Funder::Region);
    QVERIFY(model.setData(cell, toToken(other), Qt::EditRole));
    QCOMPARE(changed.size(), 1);
    QVERIFY(cell.data(RuleSeverityModel::IsChangedRole).toBool());
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Par défaut")));
    QCOMPARE(model.changed(), (RuleSeverityModel::Changed{{{titleRule, Funder::Region}, other}}));
    QVERIFY(!cellOf(model, titleRule, RuleSeverityModel::Agefiph)
                 .data(RuleSeverityModel::IsChangedRole)
                 .toBool());
}

void RuleSeverityModelTest::goingBackToTheDefaultIsNoChange()
{
    RuleSeverityModel model(today);
    QAbstractItemModelTester tester(&model, failing);
    model.setChanged({{{titleRule, Funder::Region}, otherThan(titleRule, Funder::Region)}});
    const QModelIndex cell = cellOf(model, titleRule, RuleSeverityModel::Region);
    QVERIFY(cell.data(RuleSeverityModel::IsChangedRole).toBool());
    QVERIFY(model.setData(cell, toToken(severityOf(titleRule, Funder::Region, {})), Qt::EditRole));
    QVERIFY(model.changed().isEmpty());
}

void RuleSeverityModelTest::whatIsNoSeverityIsRefused()
{
    RuleSeverityModel model(today);
    const QModelIndex cell = model.index(0, RuleSeverityModel::Region);
    QVERIFY(!model.setData(cell, QStringLiteral("fatal"), Qt::EditRole));
    QVERIFY(!model.setData(cell, QVariant(), Qt::EditRole));
    QVERIFY(model.changed().isEmpty());
}

void RuleSeverityModelTest::searchFindsWordsOfTitleIdAndSource()
{
    RuleSeverityModel model(today);
    QAbstractItemModelTester tester(&model, failing);
    model.setSearch(QStringLiteral("  INTITULE marché "));
    QVERIFY(rowOf(model, titleRule) >= 0);
    QVERIFY(model.rowCount() < model.totalCount());
    model.setSearch(titleRule);
    QCOMPARE(model.rowCount(), 1);
    model.setSearch(QStringLiteral("introuvable"));
    QCOMPARE(model.rowCount(), 0);
    model.setSearch({});
    QCOMPARE(model.rowCount(), model.totalCount());
}

void RuleSeverityModelTest::changesOutliveASearch()
{
    RuleSeverityModel model(today);
    QAbstractItemModelTester tester(&model, failing);
    model.setSearch(titleRule);
    const Severity other = otherThan(titleRule, Funder::Agefiph);
    QVERIFY(
        model.setData(model.index(0, RuleSeverityModel::Agefiph), toToken(other), Qt::EditRole));
    model.setSearch({});
    QCOMPARE(cellOf(model, titleRule, RuleSeverityModel::Agefiph).data(Qt::EditRole).toString(),
             toToken(other));
}

void RuleSeverityModelTest::sourceIsAtHandInEveryCell()
{
    const RuleSeverityModel model(today);
    for (int column = 0; column < RuleSeverityModel::ColumnCount; ++column) {
        QCOMPARE(cellOf(model, titleRule, column).data(RuleSeverityModel::SourceRole).toString(),
                 ruleSource(titleRule));
    }
}

QTEST_GUILESS_MAIN(RuleSeverityModelTest)
#include "tst_ruleseveritymodel.moc"
