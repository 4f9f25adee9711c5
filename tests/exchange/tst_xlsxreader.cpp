// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"
#include "exchange/table/tablerows.h"
#include "exchange/table/xlsxstyles.h"
#include "exchange/xlsxfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

struct Table
{
    Result<QStringList> result;
    QStringList rows; // "line:cell|cell"
};

Table read(const QString &fileName)
{
    QStringList rows;
    auto result = readTableRows(fileName, [&rows](const TableRow &row) {
        rows << QStringLiteral("%1:%2").arg(row.line).arg(row.cells.join(u'|'));
        return Result<>();
    });
    return {std::move(result), rows};
}

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

    const Table table = read(name);
    QVERIFY2(table.result.has_value(),
             table.result ? "" : qPrintable(table.result.error().message));
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

    const Table table = read(name);
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

    const Table table = read(name);
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
    QTest::newRow("string index that is not there")
        << row(cell("r=\"A7\" t=\"s\"", "<x:v>99</x:v>")) << QStringLiteral("7:");
}

void TestXlsxReader::readsHandMadeCells()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, expected);
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    writeZip(name, handMadeXlsx(rows));
    const Table table = read(name);
    QVERIFY2(table.result.has_value(),
             table.result ? "" : qPrintable(table.result.error().message));
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
    const Table table = read(name);
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
    const Table table = read(name);
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
    const Table table = read(folder.write(QStringLiteral("u.xlsx"), whole.left(whole.size() / 2)));
    QVERIFY(!table.result.has_value());
    QCOMPARE(table.result.error().code, ErrorCode::MalformedFile);
}

QTEST_APPLESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
