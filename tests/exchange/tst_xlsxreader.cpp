// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"
#include "exchange/table/xlsxstyles.h"
#include "exchange/tablefixture.h"
#include "exchange/xlsxfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

QByteArray cell(const QByteArray &attributes, const QByteArray &inside)
{
    return "<x:c " + attributes + ">" + inside + "</x:c>";
}

} // namespace

class TestXlsxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite();
    void readsTheFirstVisibleSheet();
    void passesOverEmptySheets();
    void readsHandMadeCells_data();
    void readsHandMadeCells();
    void countsFrom1904WhereTheWorkbookSaysSo();
    void understandsNumberFormats_data();
    void understandsNumberFormats();
    void refusesOtherPackages_data();
    void refusesOtherPackages();
    void refusesAZipBomb();
    void refusesADamagedWorkbook();
    void refusesDamagedSheets_data();
    void refusesDamagedSheets();
    void refusesTwoEntriesOfOneName();
    void refusesEntriesWithAPassword();
    void saysWhatTheSheetHidesOrHoldsBesideItsCells();
    void saysWhatStandsInTextBoxes();
    void knowsWhichCellsAreMerged();
};

void TestXlsxReader::readsWhatSpreadsheetsWrite()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Notifications");
    lxw_format *date = workbook_add_format(workbook);
    format_set_num_format(date, "dd/mm/yyyy");
    lxw_format *builtinDate = workbook_add_format(workbook);
    format_set_num_format_index(builtinDate, 14);
    lxw_format *fiveDigits = workbook_add_format(workbook);
    format_set_num_format(fiveDigits, "00000");
    lxw_format *bold = workbook_add_format(workbook);
    format_set_bold(bold);

    worksheet_write_string(sheet, 0, 0, "Intitulé", nullptr);
    worksheet_write_string(sheet, 0, 2, "Siret", nullptr);
    lxw_rich_string_tuple plain{nullptr, const_cast<char *>("Titre ")};
    lxw_rich_string_tuple strong{bold, const_cast<char *>("plaquiste")};
    lxw_rich_string_tuple *rich[] = {&plain, &strong, nullptr};
    worksheet_write_rich_string(sheet, 2, 0, rich, nullptr);
    worksheet_write_number(sheet, 2, 2, 99990010300014.0, nullptr);
    lxw_datetime day{2026, 11, 2, 0, 0, 0};
    worksheet_write_datetime(sheet, 2, 3, &day, date);
    worksheet_write_datetime(sheet, 2, 4, &day, builtinDate);
    worksheet_write_number(sheet, 2, 5, 3100, fiveDigits);
    worksheet_write_number(sheet, 2, 6, 12.5, nullptr);
    worksheet_write_boolean(sheet, 2, 7, 1, nullptr);
    worksheet_write_formula_num(sheet, 2, 8, "=6*2", nullptr, 12);
    worksheet_write_formula_str(sheet, 2, 9, "=A1", nullptr, "Intitulé");
    worksheet_write_blank(sheet, 2, 1023 + 100, bold);
    workbook_close(workbook);

    const Table table = readTable(name);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(*table.result, QStringList());
    QCOMPARE(table.rows,
             (QStringList{QStringLiteral("1:Intitulé||Siret"),
                          QStringLiteral("3:Titre plaquiste||99990010300014|2026-11-02|2026-11-02|"
                                         "03100|12.5|VRAI|12|Intitulé")}));
}

void TestXlsxReader::readsTheFirstVisibleSheet()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *hidden = workbook_add_worksheet(workbook, "Listes");
    lxw_worksheet *first = workbook_add_worksheet(workbook, "Marchés");
    lxw_worksheet *second = workbook_add_worksheet(workbook, "Archives");
    worksheet_write_string(hidden, 0, 0, "liste", nullptr);
    worksheet_write_string(first, 0, 0, "marché", nullptr);
    worksheet_write_string(second, 0, 0, "archive", nullptr);
    worksheet_activate(first);
    worksheet_hide(hidden);
    workbook_close(workbook);

    const Table table = readTable(name);
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows, QStringList{QStringLiteral("1:marché")});
    QCOMPARE(table.result->size(), 1);
    QVERIFY(table.result->first().contains(QStringLiteral("Marchés")));
}

void TestXlsxReader::passesOverEmptySheets()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    workbook_add_worksheet(workbook, "Vide");
    lxw_worksheet *spaces = workbook_add_worksheet(workbook, "Espaces");
    lxw_worksheet *full = workbook_add_worksheet(workbook, "Marchés");
    lxw_worksheet *last = workbook_add_worksheet(workbook, "Archives");
    worksheet_write_string(spaces, 4, 0, "  ", nullptr);
    worksheet_write_string(full, 0, 0, "marché", nullptr);
    worksheet_write_string(last, 0, 0, "archive", nullptr);
    workbook_close(workbook);

    const Table table = readTable(name);
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows.last(), QStringLiteral("1:marché"));
    QCOMPARE(table.result->size(), 1);
    QVERIFY(table.result->first().contains(QStringLiteral("Marchés")));
}

void TestXlsxReader::readsHandMadeCells_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &cells) { return "<x:row r=\"7\">" + cells + "</x:row>"; };
    QTest::newRow("inline") << row(cell("r=\"B7\" t=\"inlineStr\"", "<x:is><x:t>éa</x:t></x:is>"))
                            << QStringLiteral("7:|éa");
    QTest::newRow("inline, rich, with phonetics")
        << row(cell("r=\"A7\" t=\"inlineStr\"", "<x:is><x:r><x:t>a</x:t></x:r><x:r><x:t> b</x:t>"
                                                "</x:r><x:rPh><x:t>no</x:t></x:rPh></x:is>"))
        << QStringLiteral("7:a b");
    QTest::newRow("without references")
        << "<x:row>" + cell("", "<x:v>1</x:v>") + cell("", "<x:v>2</x:v>") + "</x:row>"
        << QStringLiteral("1:1|2");
    QTest::newRow("exponent") << row(cell("r=\"A7\"", "<x:v>9.9990010300014E13</x:v>"))
                              << QStringLiteral("7:99990010300014");
    QTest::newRow("error") << row(cell("r=\"A7\" t=\"e\"", "<x:f>1/0</x:f><x:v>#DIV/0!</x:v>"))
                           << QStringLiteral("7:#DIV/0!");
    QTest::newRow("boolean") << row(cell("r=\"A7\" t=\"b\"", "<x:v>0</x:v>"))
                             << QStringLiteral("7:FAUX");
    QTest::newRow("ISO date") << row(cell("r=\"A7\" t=\"d\"", "<x:v>2026-11-02</x:v>"))
                              << QStringLiteral("7:2026-11-02");
    QTest::newRow("inline type, plain value")
        << row(cell("r=\"A7\" t=\"inlineStr\"", "<x:v>a</x:v>")) << QStringLiteral("7:a");
    QTest::newRow("inline text, plain type")
        << row(cell("r=\"A7\"", "<x:is><x:t>a</x:t></x:is>")) << QStringLiteral("7:a");
    QTest::newRow("formula never computed")
        << row(cell("r=\"A7\"", "<x:f>SUM(B1:B2)</x:f><x:v></x:v>"))
        << QStringLiteral("7:#FORMULE! =SUM(B1:B2)");
    QTest::newRow("formula that gives no text")
        << row(cell("r=\"A7\" t=\"str\"", "<x:f>\"\"</x:f><x:v></x:v>") +
               cell("r=\"B7\"", "<x:v>1</x:v>"))
        << QStringLiteral("7:|1");
    QTest::newRow("boolean without a value")
        << row(cell("r=\"A7\" t=\"b\"", "") + cell("r=\"B7\"", "<x:v>1</x:v>"))
        << QStringLiteral("7:|1");
    QTest::newRow("more digits than are kept")
        << row(cell("r=\"A7\"", "<x:v>2026001234567890</x:v>"))
        << QStringLiteral("7:2.02600123456789E+15");
    QTest::newRow("escaped characters")
        << row(cell("r=\"A7\" t=\"inlineStr\"", "<x:is><x:t>a_x000A_b_x005F_</x:t></x:is>"))
        << QStringLiteral("7:a\nb_");
}

void TestXlsxReader::readsHandMadeCells()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, expected);
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeZip(name, handMadeXlsx(rows));
    const Table table = readTable(name);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, QStringList{expected});
}

void TestXlsxReader::countsFrom1904WhereTheWorkbookSaysSo()
{
    const XlsxFormat date{XlsxFormat::Kind::Date, 0};
    QCOMPARE(xlsxNumberText(QStringLiteral("46328"), date, false), QStringLiteral("2026-11-02"));
    QCOMPARE(xlsxNumberText(QStringLiteral("44866"), date, true), QStringLiteral("2026-11-02"));
    QCOMPARE(xlsxNumberText(QStringLiteral("1"), date, false), QStringLiteral("1900-01-01"));
    QCOMPARE(xlsxNumberText(QStringLiteral("61"), date, false), QStringLiteral("1900-03-01"));
    QCOMPARE(xlsxNumberText(QStringLiteral("46328.5"), date, false),
             QStringLiteral("2026-11-02 12:00:00"));
    QCOMPARE(xlsxNumberText(QStringLiteral("0.25"), {XlsxFormat::Kind::Time, 0}, false),
             QStringLiteral("06:00:00"));
}

void TestXlsxReader::understandsNumberFormats_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<XlsxFormat::Kind>("kind");
    QTest::addColumn<int>("digits");
    using enum XlsxFormat::Kind;
    const auto row = [](const char *code, XlsxFormat::Kind kind, int digits) {
        QTest::newRow(code) << QString::fromUtf8(code) << kind << digits;
    };
    row("dd/mm/yyyy", Date, 0);
    row("[$-40C]d mmmm yyyy;@", Date, 0);
    row("jj/mm/aaaa", Date, 0);
    row("yyyy\\-mm\\-dd hh:mm", Date, 0);
    row("[h]:mm:ss", Time, 0);
    row("hh:mm", Time, 0);
    row("General", Number, 0);
    row("0.00E+00", Number, 0);
    row("#,##0.00 \"mois\"", Number, 0);
    row("[Red]0.0", Number, 0);
    row("00000", Number, 5);
    row("@", Number, 0);
}

void TestXlsxReader::understandsNumberFormats()
{
    QFETCH(QString, code);
    const XlsxFormat format = xlsxFormatOf(code);
    QTEST(format.kind, "kind");
    QTEST(format.digits, "digits");
}

void TestXlsxReader::refusesOtherPackages_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("says");
    QTest::newRow("any zip") << QByteArray("lisez-moi.txt") << QByteArray("a")
                             << QStringLiteral("n'est pas un classeur");
    QTest::newRow("OpenDocument") << QByteArray("content.xml")
                                  << QByteArray("META-INF/manifest.xml") << QStringLiteral(".ods");
}

void TestXlsxReader::refusesOtherPackages()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, second);
    QFETCH(QString, says);
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeZip(name, {{entry, "<a/>"}, {second, "<a/>"}});
    const Table table = readTable(name);
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::NotTheFormat);
    QVERIFY(table.result.error().message.contains(says));
}

void TestXlsxReader::refusesAZipBomb()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    const QByteArray row = "<x:row>" + cell("", "<x:v>1</x:v>") + "</x:row>";
    writeZip(name, handMadeXlsx(row.repeated(200'000)));
    QVERIFY(QFileInfo(name).size() < 100'000);
    const Table table = readTable(name);
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::LimitExceeded);
}

void TestXlsxReader::refusesADamagedWorkbook()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeXlsx(name, {{QStringLiteral("a")}, {QStringLiteral("b")}});
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const Table table =
        readTable(folder.write(QStringLiteral("u.xlsx"), whole.left(whole.size() / 2)));
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::MalformedFile);
}

void TestXlsxReader::refusesDamagedSheets_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const QByteArray &cells) { return "<x:row r=\"7\">" + cells + "</x:row>"; };
    QTest::newRow("text that is not there") << row(cell("r=\"B7\" t=\"s\"", "<x:v>99</x:v>"))
                                            << ErrorCode::MalformedFile << QStringLiteral("B7");
    QTest::newRow("a cell that comes twice")
        << row(cell("r=\"C7\"", "<x:v>1</x:v>") + cell("r=\"C7\"", "<x:v>2</x:v>"))
        << ErrorCode::MalformedFile << QStringLiteral("C7");
    QTest::newRow("too many columns")
        << row(cell("r=\"XFD7\"", "<x:v>1</x:v>")) << ErrorCode::LimitExceeded
        << QStringLiteral("1024 colonnes");
    QTest::newRow("a cell without end")
        << row(cell("r=\"A7\" t=\"inlineStr\"",
                    "<x:is>" +
                        ("<x:r><x:t>" + QByteArray(900'000, 'x') + "</x:t></x:r>").repeated(2) +
                        "</x:is>"))
        << ErrorCode::LimitExceeded << QStringLiteral("trop longue");
}

void TestXlsxReader::refusesDamagedSheets()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, says);
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeZip(name, handMadeXlsx(rows), ZIP_CM_STORE);
    const Table table = readTable(name);
    QVERIFY(!table.result.has_value());
    QTEST(table.result.error().code, "code");
    QVERIFY2(table.error().contains(says), qPrintable(table.error()));
}

void TestXlsxReader::refusesTwoEntriesOfOneName()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    auto parts = handMadeXlsx("<x:row>" + cell("", "<x:v>1</x:v>") + "</x:row>");
    parts << std::pair<QByteArray, QByteArray>{"XL/worksheets/un.xml", "<a/>"};
    writeZip(name, parts);
    const Table table = readTable(name);
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::MalformedFile);
    QVERIFY2(table.error().contains(QStringLiteral("un.xml")), qPrintable(table.error()));
}

void TestXlsxReader::refusesEntriesWithAPassword()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeZip(name, handMadeXlsx("<x:row>" + cell("", "<x:v>1</x:v>") + "</x:row>"));
    zip_t *archive = zip_open(name.toUtf8().constData(), 0, nullptr);
    for (zip_uint64_t index = 0; index < 4; ++index)
        QCOMPARE(zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret"), 0);
    QCOMPARE(zip_close(archive), 0);
    const Table table = readTable(name);
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::NotTheFormat);
    QVERIFY2(table.error().contains(QStringLiteral("mot de passe")), qPrintable(table.error()));
}

void TestXlsxReader::saysWhatTheSheetHidesOrHoldsBesideItsCells()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Marchés");
    lxw_row_col_options hidden{1, 0, 0};
    worksheet_set_row_opt(sheet, 1, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_set_row_opt(sheet, 5, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_set_column_opt(sheet, 1, 3, LXW_DEF_COL_WIDTH, nullptr, &hidden);
    worksheet_write_string(sheet, 0, 0, "a", nullptr);
    worksheet_write_string(sheet, 0, 2, "caché", nullptr);
    worksheet_write_string(sheet, 1, 0, "b", nullptr);
    worksheet_write_comment(sheet, 0, 0, "à vérifier\navec Zoé");
    workbook_close(workbook);

    const Table table = readTable(name);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows, (QStringList{QStringLiteral("1:a||caché"), QStringLiteral("2:b")}));
    QCOMPARE(*table.result,
             (QStringList{
                 QStringLiteral("Colonnes masquées dans le classeur, lues elles aussi : C."),
                 QStringLiteral("Lignes masquées dans le classeur, lues elles aussi : 2."),
                 QStringLiteral("Commentaires de cellules, non lus : A1 « à vérifier avec Zoé »."),
             }));
}

void TestXlsxReader::saysWhatStandsInTextBoxes()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    auto parts = handMadeXlsx("<x:row>" + cell("", "<x:v>1</x:v>") + "</x:row>");
    parts << std::pair<QByteArray, QByteArray>{
        "xl/worksheets/_rels/un.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/"
        "officeDocument/2006/relationships/drawing\" Target=\"../drawings/d.xml\"/>"
        "</Relationships>"};
    parts << std::pair<QByteArray, QByteArray>{
        "xl/drawings/d.xml",
        "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Liste des"
        "</a:t></a:r></a:p><a:p><a:r><a:t>marchés</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "</xdr:wsDr>"};
    writeZip(name, parts);
    const Table table = readTable(name);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(*table.result,
             QStringList{QStringLiteral("Zones de texte, non lues : « Liste des marchés ».")});
}

void TestXlsxReader::knowsWhichCellsAreMerged()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    worksheet_merge_range(sheet, 0, 1, 0, 3, "Dates", nullptr);
    worksheet_merge_range(sheet, 1, 0, 3, 0, "M1", nullptr);
    worksheet_write_string(sheet, 1, 1, "un", nullptr);
    worksheet_write_string(sheet, 2, 1, "deux", nullptr);
    worksheet_write_string(sheet, 4, 1, "trois", nullptr);
    workbook_close(workbook);

    CollectingSink sink;
    QVERIFY(readTableRows(name, sink).has_value());
    QCOMPARE(sink.rows, (QStringList{QStringLiteral("1:|Dates"), QStringLiteral("2:M1|un"),
                                     QStringLiteral("3:M1|deux"), QStringLiteral("5:|trois")}));
    QCOMPARE(sink.spans, (QMap<qsizetype, qsizetype>{{1, 3}}));
}

QTEST_APPLESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
