// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablepreviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;
using FoundBy = TablePreview::FoundBy;

TablePreview previewOf(const QString &titleOfMarket = QStringLiteral("Réf."))
{
    TablePreview preview;
    preview.headerLine = 3;
    preview.columns = {{titleOfMarket, {}, FoundBy::Nothing},
                       {QStringLiteral("Objet"), QStringLiteral("intitule"), FoundBy::Name},
                       {QStringLiteral("Ville"), QStringLiteral("lieu"), FoundBy::Profile}};
    preview.rows = {
        {QStringLiteral("M1"), QStringLiteral("Soudeur"), QStringLiteral("Thiers")},
        {QStringLiteral("M2"), QStringLiteral("Maçon"), QStringLiteral("Brioude")},
    };
    preview.missing = {QStringLiteral("numero_marche")};
    return preview;
}

TableProfile profileWith(const QMap<QString, QString> &columns)
{
    TableProfile profile;
    profile.columns = columns;
    return profile;
}

} // namespace

class TablePreviewModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndTitlesAreTheFiles();
    void anotherLookKeepsTheColumnsInPlace();
    void anotherShapeStartsAfresh();
    void columnsGoByFrenchWords_data();
    void columnsGoByFrenchWords();
    void chosenColumnIsNamedInTheProfile();
    void chosenNameLeavesItsOldColumn();
    void columnKeptAsideIsNotFoundByItsNameAgain_data();
    void columnKeptAsideIsNotFoundByItsNameAgain();
    void columnThatIsNoneStaysSo();
    void whatIsMissingIsSaid();
    void funderIsAskedForWhereNobodyNamesIt_data();
    void funderIsAskedForWhereNobodyNamesIt();
    void emptyTableIsNotImported();
};

void TablePreviewModelTest::rowsAndTitlesAreTheFiles()
{
    TablePreviewModel model;
    QAbstractItemModelTester tester(&model, failing);
    model.setPreview(previewOf());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("Brioude"));
    QCOMPARE(model.index(1, 2).data(TablePreviewModel::NameRole).toString(),
             QStringLiteral("lieu"));
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Réf."));
    QCOMPARE(model.headerData(0, Qt::Horizontal, TablePreviewModel::NameRole).toString(),
             QString());
    QVERIFY(model.headerData(1, Qt::Horizontal, Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("Intitulé")));
}

void TablePreviewModelTest::anotherLookKeepsTheColumnsInPlace()
{
    TablePreviewModel model;
    QAbstractItemModelTester tester(&model, failing);
    model.setPreview(previewOf());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy header(&model, &QAbstractItemModel::headerDataChanged);
    model.setPreview(previewOf(QStringLiteral("Marché")));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(header.size(), 1);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Marché"));
}

void TablePreviewModelTest::anotherShapeStartsAfresh()
{
    TablePreviewModel model;
    QAbstractItemModelTester tester(&model, failing);
    model.setPreview(previewOf());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setPreview({});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TablePreviewModelTest::columnsGoByFrenchWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("market") << QStringLiteral("numero_marche") << QStringLiteral("N° de marché");
    QTest::newRow("title") << QStringLiteral("intitule") << QStringLiteral("Intitulé");
    QTest::newRow("none") << QString() << QStringLiteral("(gardée à part)");
    QTest::newRow("unknown") << QStringLiteral("future") << QStringLiteral("future");
}

void TablePreviewModelTest::columnsGoByFrenchWords()
{
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    QCOMPARE(columnInWords(name), words);
}

void TablePreviewModelTest::chosenColumnIsNamedInTheProfile()
{
    const TableProfile profile = withColumn({}, previewOf(), 0, QStringLiteral("numero_marche"));
    QCOMPARE(profile.columns,
             (QMap<QString, QString>{{QStringLiteral("numero_marche"), QStringLiteral("Réf.")}}));
}

void TablePreviewModelTest::chosenNameLeavesItsOldColumn()
{
    TablePreview preview = previewOf();
    preview.columns.first().name = QStringLiteral("numero_marche");
    preview.columns.first().foundBy = FoundBy::Profile;
    const TableProfile before =
        profileWith({{QStringLiteral("lieu"), QStringLiteral("Ville")},
                     {QStringLiteral("numero_marche"), QStringLiteral("Réf.")}});
    const TableProfile profile = withColumn(before, preview, 0, QStringLiteral("lieu"));
    QCOMPARE(profile.columns,
             (QMap<QString, QString>{{QStringLiteral("lieu"), QStringLiteral("Réf.")}}));
}

void TablePreviewModelTest::columnKeptAsideIsNotFoundByItsNameAgain_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("name");
    QTest::newRow("found by its name") << 1 << QStringLiteral("intitule");
    QTest::newRow("named by the profile") << 2 << QStringLiteral("lieu");
}

void TablePreviewModelTest::columnKeptAsideIsNotFoundByItsNameAgain()
{
    QFETCH(const int, column);
    QFETCH(const QString, name);
    const TableProfile mapped = profileWith({{QStringLiteral("lieu"), QStringLiteral("Ville")}});
    const TableProfile profile = withColumn(mapped, previewOf(), column, {});
    QVERIFY(profile.columns.contains(name));
    QCOMPARE(profile.columns.value(name), QString());
}

void TablePreviewModelTest::columnThatIsNoneStaysSo()
{
    QVERIFY(withColumn({}, previewOf(), 0, {}).columns.isEmpty());
}

void TablePreviewModelTest::whatIsMissingIsSaid()
{
    const QString sentence = whyNotImport(previewOf(), TableKind::Sesar, false);
    QVERIFY2(sentence.contains(QStringLiteral("« N° de marché »")), qPrintable(sentence));
    TablePreview whole = previewOf();
    whole.missing.clear();
    QCOMPARE(whyNotImport(whole, TableKind::Sesar, false), QString());
}

void TablePreviewModelTest::funderIsAskedForWhereNobodyNamesIt_data()
{
    QTest::addColumn<bool>("hasColumn");
    QTest::addColumn<bool>("isChosen");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("nobody names it") << false << false << true;
    QTest::newRow("the operator does") << false << true << false;
    QTest::newRow("a column does") << true << false << false;
}

void TablePreviewModelTest::funderIsAskedForWhereNobodyNamesIt()
{
    QFETCH(const bool, hasColumn);
    QFETCH(const bool, isChosen);
    QFETCH(const bool, isAsked);
    TablePreview preview = previewOf();
    preview.missing.clear();
    if (hasColumn)
        preview.columns.first().name = QStringLiteral("financeur");
    QCOMPARE(!whyNotImport(preview, TableKind::Awards, isChosen).isEmpty(), isAsked);
}

void TablePreviewModelTest::emptyTableIsNotImported()
{
    TablePreview preview = previewOf();
    preview.missing.clear();
    preview.rows.clear();
    QVERIFY(!whyNotImport(preview, TableKind::Sesar, false).isEmpty());
}

QTEST_GUILESS_MAIN(TablePreviewModelTest)
#include "tst_tablepreviewmodel.moc"
