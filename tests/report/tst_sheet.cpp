// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheetfile.h"
#include "report/sheettext.h"
#include "report/writtentables.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

const QStringList titles{QStringLiteral("Action"), QStringLiteral("SIRET"),
                         QStringLiteral("Code postal")};

Sheet sheetOf(const QList<QStringList> &rows)
{
    Sheet sheet{
        .name = QStringLiteral("Sessions"), .columns = {}, .rowCount = rows.size(), .cell = {}};
    for (const QString &title : titles)
        sheet.columns << SheetColumn{title, 20};
    sheet.cell = [rows](qsizetype row, qsizetype column) { return rows.at(row).at(column); };
    return sheet;
}

//! By this process, where the system tells; else always the same.
qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

} // namespace

class SheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pasteHasTitlesAndNeutralisesFormulas();
    void cellsComeBackAsTheyWent_data();
    void cellsComeBackAsTheyWent();
    void csvQuotesWhatItMust();
    void csvBeginsWithTheMarkThatExcelWants();
    void workbookHoldsNoFormulaAndNoNumber();
    void datesAreDatesInAWorkbook();
    void workbookKeepsItsTitlesInSight();
    void stoppedWritingLeavesTheOldFile_data();
    void stoppedWritingLeavesTheOldFile();
    void placeThatCannotBeWrittenIsNamed_data();
    void placeThatCannotBeWrittenIsNamed();
    void tooManyRowsForAWorkbookAreRefused();
    void otherFormatsAreRefused();

private:
    QTemporaryDir m_folder;
};

void SheetTest::pasteHasTitlesAndNeutralisesFormulas()
{
    const QString text =
        pastedText(sheetOf({{QStringLiteral("=HYPERLINK(\"x\")"), QStringLiteral("tab\tici"),
                             QStringLiteral("fin\n")}}));
    QCOMPARE(text,
             QStringLiteral("Action\tSIRET\tCode postal\n'=HYPERLINK(\"x\")\ttab ici\tfin \n"));
}

void SheetTest::cellsComeBackAsTheyWent_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("workbook") << QStringLiteral("xlsx");
    QTest::newRow("text") << QStringLiteral("csv");
}

void SheetTest::cellsComeBackAsTheyWent()
{
    QFETCH(const QString, suffix);
    const QString file = m_folder.filePath(QStringLiteral("Été.") + suffix);
    const QList<QStringList> rows{
        {QStringLiteral("Bâtiment — « gros œuvre »"), QStringLiteral("00012345678901"),
         QStringLiteral("01000")},
        {QStringLiteral("dit ; \"oui\""), QStringLiteral("1E13"), QStringLiteral("1-2")},
        {QStringLiteral("日本 🎓"), QString(), QStringLiteral("2A004")},
    };
    QVERIFY(writeSheetFile(sheetOf(rows), file));
    QCOMPARE(readBack(file), QList<QStringList>{titles} + rows);
}

void SheetTest::csvQuotesWhatItMust()
{
    const QString file = m_folder.filePath(QStringLiteral("quotes.csv"));
    QVERIFY(writeSheetFile(
        sheetOf({{QStringLiteral("=1+1"), QStringLiteral("a;b"), QStringLiteral("deux\nlignes")}}),
        file));
    QVERIFY(contentsOf(file).endsWith("'=1+1;\"a;b\";\"deux\nlignes\"\r\n"));
}

void SheetTest::csvBeginsWithTheMarkThatExcelWants()
{
    const QString file = m_folder.filePath(QStringLiteral("mark.csv"));
    QVERIFY(writeSheetFile(sheetOf({}), file));
    QCOMPARE(contentsOf(file), QByteArray("\xEF\xBB\xBF"
                                          "Action;SIRET;Code postal\r\n"));
}

void SheetTest::workbookHoldsNoFormulaAndNoNumber()
{
    const QString file = m_folder.filePath(QStringLiteral("formulas.xlsx"));
    QVERIFY(writeSheetFile(sheetOf({{QStringLiteral("=HYPERLINK(\"http://x\")"),
                                     QStringLiteral("12345678901234"), QStringLiteral("+33")}}),
                           file));
    const QByteArray page = partOf(file, QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(!page.isEmpty());
    QVERIFY(!page.contains("<f>"));
    QVERIFY(!page.contains("<v>"));
    QCOMPARE(page.count("t=\"inlineStr\""), 6);
    QVERIFY(page.contains("numberStoredAsText"));
    // 49 is the format of texts: what is typed over a cell stays a text, too.
    const QByteArray styles = partOf(file, QStringLiteral("xl/styles.xml"));
    QVERIFY2(styles.contains("numFmtId=\"49\""), styles.constData());
    QCOMPARE(readBack(file).at(1).first(), QStringLiteral("=HYPERLINK(\"http://x\")"));
}

void SheetTest::datesAreDatesInAWorkbook()
{
    Sheet sheet = sheetOf({{QStringLiteral("08/02/2027"), QStringLiteral("08/02/2027"), {}},
                           {QStringLiteral("septembre 2027"), {}, {}},
                           {QStringLiteral("31/02/2027"), {}, {}},
                           {QStringLiteral("01/01/1800"), {}, {}},
                           {QStringLiteral("8/2/2027"), {}, {}}});
    sheet.columns.first().dates = true;
    const QString file = m_folder.filePath(QStringLiteral("dates.xlsx"));
    QVERIFY(writeSheetFile(sheet, file));
    const QByteArray page = partOf(file, QStringLiteral("xl/worksheets/sheet1.xml"));
    QCOMPARE(page.count("<v>"), 1);
    QVERIFY2(page.contains("<v>46426</v>"), page.constData()); // days since the end of 1899
    QVERIFY(partOf(file, QStringLiteral("xl/styles.xml")).contains("formatCode=\"dd/mm/yyyy\""));
    QCOMPARE(readBack(file).at(1),
             QStringList({QStringLiteral("2027-02-08"), QStringLiteral("08/02/2027")}));
    QCOMPARE(readBack(file).at(2).first(), QStringLiteral("septembre 2027"));
}

void SheetTest::workbookKeepsItsTitlesInSight()
{
    const QString file = m_folder.filePath(QStringLiteral("titles.xlsx"));
    QVERIFY(writeSheetFile(
        sheetOf({{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}}), file));
    const QByteArray page = partOf(file, QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(page.contains("state=\"frozen\""));
    QVERIFY(page.contains("<autoFilter ref=\"A1:C2\"/>"));
    QVERIFY(page.contains("orientation=\"landscape\""));
    QVERIFY(partOf(file, QStringLiteral("xl/workbook.xml")).contains("name=\"Sessions\""));
}

void SheetTest::stoppedWritingLeavesTheOldFile_data()
{
    cellsComeBackAsTheyWent_data();
}

void SheetTest::stoppedWritingLeavesTheOldFile()
{
    QFETCH(const QString, suffix);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("liste.") + suffix);
    QFile old(name);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("l'ancienne") > 0);
    old.close();
    QList<QStringList> rows;
    for (int row = 0; row < 5000; ++row)
        rows << QStringList{QString::number(row), QString(), QString()};
    const qsizetype openBefore = openFiles();
    const Result<> written =
        writeSheetFile(sheetOf(rows), name, [](qint64 done, qint64) { return done < 2000; });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QCOMPARE(contentsOf(name), QByteArray("l'ancienne"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(openFiles(), openBefore);
}

void SheetTest::placeThatCannotBeWrittenIsNamed_data()
{
    cellsComeBackAsTheyWent_data();
}

void SheetTest::placeThatCannotBeWrittenIsNamed()
{
    QFETCH(const QString, suffix);
    const Result<> written =
        writeSheetFile(sheetOf({}), m_folder.filePath(QStringLiteral("absent/liste.") + suffix));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    QVERIFY(written.error().message.contains(QStringLiteral("liste.") + suffix));
}

void SheetTest::tooManyRowsForAWorkbookAreRefused()
{
    Sheet sheet = sheetOf({});
    sheet.rowCount = 1'048'576;
    const Result<> written =
        writeSheetFile(sheet, m_folder.filePath(QStringLiteral("longue.xlsx")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::LimitExceeded);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("longue.xlsx"))));
}

void SheetTest::otherFormatsAreRefused()
{
    const Result<> written =
        writeSheetFile(sheetOf({}), m_folder.filePath(QStringLiteral("liste.xls")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY(written.error().message.contains(QStringLiteral(".xlsx")));
}

QTEST_GUILESS_MAIN(SheetTest)
#include "tst_sheet.moc"
