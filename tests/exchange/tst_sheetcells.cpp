// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/linelist.h"
#include "exchange/table/sheetcells.h"
#include "exchange/table/sheetremarks.h"

#include <QTest>

using namespace recoupe;

class TestSheetCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesColumns_data();
    void namesColumns();
    void writesNumbersOut_data();
    void writesNumbersOut();
    void tellsFormulasThatFailed_data();
    void tellsFormulasThatFailed();
    void listsLines_data();
    void listsLines();
    void countsTheQuotesThatItDoesNotShow();
};

void TestSheetCells::namesColumns_data()
{
    QTest::addColumn<int>("position");
    for (const auto &[name, position] : {std::pair("A", 0), std::pair("Z", 25), std::pair("AA", 26),
                                         std::pair("ZZ", 701), std::pair("AMJ", 1023)})
        QTest::newRow(name) << position;
}

void TestSheetCells::namesColumns()
{
    QFETCH(int, position);
    QCOMPARE(columnName(position), QString::fromLatin1(QTest::currentDataTag()));
}

void TestSheetCells::writesNumbersOut_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("0") << 0.0;
    QTest::newRow("-12") << -12.0;
    QTest::newRow("12.5") << 12.5;
    QTest::newRow("0.1") << 0.1;
    QTest::newRow("99990010300014") << 99990010300014.0;
    QTest::newRow("999999999999999") << 999999999999999.0;
    QTest::newRow("1.00000000000000E+15") << 1e15;
}

void TestSheetCells::writesNumbersOut()
{
    QFETCH(double, number);
    QCOMPARE(plainNumber(number), QString::fromLatin1(QTest::currentDataTag()));
}

void TestSheetCells::tellsFormulasThatFailed_data()
{
    QTest::addColumn<bool>("isFailed");
    for (const char *text : {"#REF!", "#N/A", "#N/D", "#VALEUR!", "#VALEUR !", "#NOM?", "#DIV/0!",
                             "#NUL!", "#GETTING_DATA", "#####", "#FORMULE! =A1"})
        QTest::newRow(text) << true;
    for (const char *text : {"", "# 12", "#12 bis", "Soudeur #1", "REF!"})
        QTest::newRow(text) << false;
}

void TestSheetCells::tellsFormulasThatFailed()
{
    QFETCH(bool, isFailed);
    QCOMPARE(isFailedFormula(QString::fromUtf8(QTest::currentDataTag())), isFailed);
}

void TestSheetCells::listsLines_data()
{
    QTest::addColumn<QList<qint64>>("lines");
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << QList<qint64>{2} << QStringLiteral("2");
    QTest::newRow("apart") << QList<qint64>{2, 4, 7} << QStringLiteral("2, 4, 7");
    QTest::newRow("two in a row") << QList<qint64>{2, 3, 7} << QStringLiteral("2, 3, 7");
    QTest::newRow("runs") << QList<qint64>{2, 3, 4, 7, 9, 10, 11, 12}
                          << QStringLiteral("2 à 4, 7, 9 à 12");
    QList<qint64> many;
    for (qint64 line = 1; line < 400; line += 2)
        many << line;
    QStringList first;
    for (qint64 line = 1; line < 200; line += 2)
        first << QString::number(line);
    QTest::newRow("many") << many
                          << first.join(QStringLiteral(", ")) + QStringLiteral(" et 100 autres");
}

void TestSheetCells::listsLines()
{
    QFETCH(QList<qint64>, lines);
    LineList list;
    for (const qint64 line : lines)
        list.add(line);
    QTEST(list.text(), "text");
}

void TestSheetCells::countsTheQuotesThatItDoesNotShow()
{
    SheetRemarks remarks;
    for (int i = 0; i < 25; ++i)
        remarks.addComment(columnName(i) + u'1', QString(300, u'x'));
    remarks.addTextBox(QStringLiteral(" \n"));
    const QStringList sentences = remarks.sentences({}, {});
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences[0].contains(QStringLiteral("T1 « ") + QString(200, u'x') + u'…'));
    QVERIFY(!sentences[0].contains(QStringLiteral("U1")));
    QVERIFY(sentences[0].endsWith(QStringLiteral(" et 5 autres.")));
}

QTEST_APPLESS_MAIN(TestSheetCells)
#include "tst_sheetcells.moc"
