// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"
#include "exchange/odsfixture.h"
#include "exchange/tablefixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

Table readParts(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.ods"));
    writeZip(name, parts);
    return readTable(name);
}

Table readContent(const QByteArray &tables)
{
    return readParts(odsParts(odsContent(tables)));
}

QByteArray valueCell(const QByteArray &attributes, const QByteArray &shown)
{
    return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

} // namespace

class TestOdsReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfCell_data();
    void readsEveryKindOfCell();
    void countsRepeatedRowsAndCells_data();
    void countsRepeatedRowsAndCells();
    void readsTheFirstVisibleSheetThatIsFilled();
    void saysWhatTheSheetHoldsBesideItsCells();
    void fillsTheRowsThatAMergedCellCovers();
    void takesTheDayFromWhichTheDocumentCounts();
    void readsAnEmptySpreadsheetAsNoRow();
    void refusesWhatIsNoReadableSpreadsheet_data();
    void refusesWhatIsNoReadableSpreadsheet();
    void doesNotWriteEntriesThatNameOtherFolders();
};

void TestOdsReader::readsEveryKindOfCell_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &cell, const char *text) {
        QTest::newRow(name) << cell << QString::fromUtf8(text);
    };
    row("text", odsText("Soudeur"), "Soudeur");
    row("paragraphs", odsText("un</text:p><text:p>deux"), "un\ndeux");
    row("spans", odsText("<text:span>Œu</text:span>vre"), "Œuvre");
    row("spaces", odsText("a<text:s/>b<text:s text:c=\"2\"/>c"), "a b  c");
    row("tab and line break", odsText("a<text:tab/>b<text:line-break/>c"), "a\tb\nc");
    row("link", odsText("<text:a>site</text:a>"), "site");
    row("white space of the file", odsText("\n   a\n   b"), "a b");
    row("without a type", "<table:table-cell><text:p>x</text:p></table:table-cell>", "x");
    row("text in an attribute",
        "<table:table-cell office:value-type=\"string\" office:string-value=\"y\"/>", "y");
    row("integer", valueCell("office:value-type=\"float\" office:value=\"12\"", "12,00"), "12");
    row("decimal", valueCell("office:value-type=\"float\" office:value=\"12.5\"", "12,5"), "12.5");
    row("SIRET shown rounded",
        valueCell("office:value-type=\"float\" office:value=\"99990010300014\"", "9,999E+13"),
        "99990010300014");
    row("SIRET with exponent",
        valueCell("office:value-type=\"float\" office:value=\"9.9990010300014E13\"", "x"),
        "99990010300014");
    row("format of noughts",
        valueCell("office:value-type=\"float\" office:value=\"3100\"", "03100"), "03100");
    row("more digits than are kept",
        valueCell("office:value-type=\"float\" office:value=\"2026001234567890\"", "x"),
        "2.02600123456789E+15");
    row("currency", valueCell("office:value-type=\"currency\" office:value=\"10.5\"", "10,50 €"),
        "10.5");
    row("percentage", valueCell("office:value-type=\"percentage\" office:value=\"0.5\"", "50 %"),
        "0.5");
    row("date", valueCell("office:value-type=\"date\" office:date-value=\"2026-11-12\"", "12 nov."),
        "2026-11-12");
    row("date and time",
        valueCell("office:value-type=\"date\" office:date-value=\"2026-11-12T14:30:00\"", "x"),
        "2026-11-12 14:30:00");
    row("time", valueCell("office:value-type=\"time\" office:time-value=\"PT9H05M00S\"", "9h05"),
        "09:05:00");
    row("boolean", valueCell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "VRAI"),
        "VRAI");
    row("formula with its value",
        valueCell("table:formula=\"of:=6*2\" office:value-type=\"float\" office:value=\"12\"",
                  "12"),
        "12");
    row("formula never computed", "<table:table-cell table:formula=\"of:=[.A1]\"/>",
        "#FORMULE! of:=[.A1]");
    row("formula in error",
        valueCell("table:formula=\"of:=1/0\" office:value-type=\"string\" "
                  "calcext:value-type=\"error\"",
                  "Err:502"),
        "#FORMULE! Err:502");
}

void TestOdsReader::readsEveryKindOfCell()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, text);
    const Table table = readContent(odsTable(odsRow(odsText("a") + cell)));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, QStringList{QStringLiteral("1:a|") + text});
    QCOMPARE(*table.result, QStringList());
}

void TestOdsReader::countsRepeatedRowsAndCells_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto empty = [](const QByteArray &count) {
        return "<table:table-cell table:number-columns-repeated=\"" + count + "\"/>";
    };
    const auto emptyRows = [&](const QByteArray &count) {
        return odsRow(empty("16384"), "table:number-rows-repeated=\"" + count + "\"");
    };
    const auto one = [](const char *row) { return QStringList{QString::fromUtf8(row)}; };
    QTest::newRow("empty cells between")
        << odsRow(odsText("a") + empty("3") + odsText("b")) << one("1:a||||b");
    QTest::newRow("empty cells after") << odsRow(odsText("a") + empty("16383")) << one("1:a");
    QTest::newRow("empty rows before") << emptyRows("4") + odsRow(odsText("a")) << one("5:a");
    QTest::newRow("empty rows after") << odsRow(odsText("a")) + emptyRows("1048575") << one("1:a");
    QTest::newRow("repeated text")
        << odsRow(odsText("oui", "table:number-columns-repeated=\"3\"")) << one("1:oui|oui|oui");
    QTest::newRow("repeated row") << odsRow(odsText("x"), "table:number-rows-repeated=\"2\"") +
                                         odsRow(odsText("y"))
                                  << QStringList{QStringLiteral("1:x"), QStringLiteral("2:x"),
                                                 QStringLiteral("3:y")};
    QTest::newRow("covered cells") << odsRow(odsText("a", "table:number-columns-spanned=\"2\"") +
                                             "<table:covered-table-cell/>" + odsText("b"))
                                   << one("1:a||b");
    QTest::newRow("header rows and groups")
        << "<table:table-header-rows>" + odsRow(odsText("a")) +
               "</table:table-header-rows><table:table-row-group>" + odsRow(odsText("b")) +
               "</table:table-row-group>"
        << QStringList{QStringLiteral("1:a"), QStringLiteral("2:b")};
}

void TestOdsReader::countsRepeatedRowsAndCells()
{
    QFETCH(QByteArray, rows);
    const Table table = readContent(odsTable(rows));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QTEST(table.rows, "expected");
}

void TestOdsReader::readsTheFirstVisibleSheetThatIsFilled()
{
    const Table table = readContent(
        odsTable(odsRow(odsText("liste")), "Listes", "ta2") +
        odsTable(odsRow(odsText(" ")), "Vide") + odsTable(odsRow(odsText("marché")), "Marchés") +
        odsTable(odsRow(odsText("archive")), "Archives") + odsTable({}, "Feuille4"));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, QStringList{QStringLiteral("1:marché")});
    QCOMPARE(table.form.sheet, QStringLiteral("Marchés"));
    QCOMPARE(table.result->size(), 1);
    for (const char *name : {"« Marchés »", "« Listes » (masquée)", "« Archives »"})
        QVERIFY2(table.result->first().contains(QString::fromUtf8(name)), name);
    QVERIFY(!table.result->first().contains(QStringLiteral("Vide")));
    QVERIFY(!table.result->first().contains(QStringLiteral("Feuille4")));
}

void TestOdsReader::saysWhatTheSheetHoldsBesideItsCells()
{
    const QByteArray annotation =
        "<office:annotation><dc:creator>Zoé</dc:creator><text:p>à vérifier</text:p>"
        "</office:annotation>";
    const Table table = readContent(odsTable(
        "<table:shapes><draw:frame><draw:text-box><text:p>Marchés 2026</text:p></draw:text-box>"
        "</draw:frame></table:shapes><table:table-column/><table:table-column "
        "table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>" +
        odsRow(odsText("a") + "<table:table-cell office:value-type=\"string\">" + annotation +
               "<text:p>b</text:p></table:table-cell>") +
        odsRow(odsText("c"), "table:visibility=\"filter\"")));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, (QStringList{QStringLiteral("1:a|b"), QStringLiteral("2:c")}));
    QCOMPARE(
        *table.result,
        (QStringList{QStringLiteral("Colonnes masquées dans le classeur, lues elles aussi : B."),
                     QStringLiteral("Lignes masquées dans le classeur, lues elles aussi : 2."),
                     QStringLiteral("Commentaires de cellules, non lus : B1 « à vérifier »."),
                     QStringLiteral("Zones de texte, non lues : « Marchés 2026 ».")}));
}

void TestOdsReader::fillsTheRowsThatAMergedCellCovers()
{
    const QByteArray covered = "<table:covered-table-cell/>";
    const Table table = readContent(
        odsTable(odsRow(odsText("M1", "table:number-rows-spanned=\"3\"") + odsText("un")) +
                 odsRow(covered + odsText("deux")) + odsRow(covered + "<table:table-cell/>") +
                 odsRow("<table:table-cell/>" + odsText("trois"))));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, (QStringList{QStringLiteral("1:M1|un"), QStringLiteral("2:M1|deux"),
                                      QStringLiteral("4:|trois")}));
}

void TestOdsReader::takesTheDayFromWhichTheDocumentCounts()
{
    const QByteArray settings = "<table:calculation-settings><table:null-date "
                                "table:date-value=\"1904-01-01\"/></table:calculation-settings>";
    QCOMPARE(readContent(settings + odsTable(odsRow(odsText("a")))).form.dayZero,
             QDate(1904, 1, 1));
    QCOMPARE(readContent(odsTable(odsRow(odsText("a")))).form.dayZero, QDate(1899, 12, 30));
}

void TestOdsReader::readsAnEmptySpreadsheetAsNoRow()
{
    const Table table = readContent(odsTable(odsRow("<table:table-cell/>")));
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, QStringList());
}

void TestOdsReader::refusesWhatIsNoReadableSpreadsheet_data()
{
    using Parts = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Parts &parts, ErrorCode code, const char *says) {
        QTest::newRow(name) << parts << code << QString::fromUtf8(says);
    };
    const auto sheet = [](const QByteArray &rows) { return odsParts(odsContent(odsTable(rows))); };
    using enum ErrorCode;

    Parts encrypted = sheet(odsRow(odsText("a")));
    encrypted[1].second = "\x12\x34 garbage";
    encrypted[2].second.replace("<manifest:file-entry manifest:full-path=\"content.xml\"",
                                "<manifest:file-entry><manifest:encryption-data/>"
                                "</manifest:file-entry><manifest:file-entry");
    row("encrypted", encrypted, NotTheFormat, "mot de passe");
    row("encrypted as a whole",
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"META-INF/manifest.xml", "<manifest/>"},
         {"encrypted-package", "x"}},
        NotTheFormat, "mot de passe");
    Parts letter = sheet({});
    letter[1].second.replace("office:spreadsheet", "office:text");
    row("text document", letter, NotTheFormat, "n'est pas un classeur");
    row("broken content", odsParts(odsContent("<table:table>")), MalformedFile, "abîmé");
    row("declared type", odsParts("<!DOCTYPE a>" + odsContent({})), LimitExceeded, "DOCTYPE");
    row("too many columns",
        sheet(odsRow("<table:table-cell table:number-columns-repeated=\"1024\"/>" + odsText("x"))),
        LimitExceeded, "1024 colonnes");
    row("text in every column",
        sheet(odsRow(odsText("x", "table:number-columns-repeated=\"16384\""))), LimitExceeded,
        "1024 colonnes");
    row("filled row repeated to the end of the sheet",
        sheet(odsRow(odsText("x") + odsText("y"), "table:number-rows-repeated=\"1048576\"")),
        LimitExceeded, "répétées");
    row("endless spaces", sheet(odsRow(odsText("x<text:s text:c=\"16000000\"/>y"))), LimitExceeded,
        "trop longue");
    row("bomb", sheet(odsRow(odsText("x")).repeated(100'000)), LimitExceeded, "enfle");
}

void TestOdsReader::refusesWhatIsNoReadableSpreadsheet()
{
    using Parts = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Parts, parts);
    QFETCH(QString, says);
    const Table table = readParts(parts);
    QVERIFY(!table.result.has_value());
    QTEST(table.result.error().code, "code");
    QVERIFY2(table.error().contains(says), qPrintable(table.error()));
}

void TestOdsReader::doesNotWriteEntriesThatNameOtherFolders()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.ods"));
    auto parts = odsParts(odsContent(odsTable(odsRow(odsText("a")))));
    parts << std::pair<QByteArray, QByteArray>{"../evil.txt", "x"}
          << std::pair<QByteArray, QByteArray>{"/tmp/recoupe-evil.txt", "x"};
    writeZip(name, parts);
    const Table table = readTable(name);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, QStringList{QStringLiteral("1:a")});
    QCOMPARE(QFileInfo(name).dir().entryList(QDir::Files).size(), 1);
    QVERIFY(!QFileInfo::exists(QFileInfo(name).dir().filePath(QStringLiteral("../evil.txt"))));
    QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/recoupe-evil.txt")));
}

QTEST_APPLESS_MAIN(TestOdsReader)
#include "tst_odsreader.moc"
