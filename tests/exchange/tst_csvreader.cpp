// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"
#include "exchange/tablefixture.h"

#include <QStringEncoder>

using namespace recoupe;
using namespace recoupe::test;

namespace {

Table read(const QByteArray &content, const QString &name = QStringLiteral("t.csv"),
           const TableForm &form = {})
{
    const Folder folder;
    return readTable(folder.write(name, content), form);
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsRowsAndCells_data();
    void cutsRowsAndCells();
    void readsEveryEncodingInUse_data();
    void readsEveryEncodingInUse();
    void readsWindows1252DespiteAPairThatUtf8AlsoHas();
    void readsInTheEncodingThatIsAskedFor_data();
    void readsInTheEncodingThatIsAskedFor();
    void refusesTextThatIsNotInTheEncodingAskedFor_data();
    void refusesTextThatIsNotInTheEncodingAskedFor();
    void cutsAtTheSeparatorThatIsAskedFor();
    void tellsWhatItFound();
    void warnsOfQuotationsThatMayHaveSwallowedRows();
    void keepsCharactersThatLieAcrossBlocks();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void handsOnTheFailureOfTheSink();
};

void TestCsvReader::cutsRowsAndCells_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("rows");
    QTest::newRow("semicolons") << QByteArray("a;b,c\n1;2,5\n")
                                << QStringLiteral("1:a|b,c\n2:1|2,5");
    QTest::newRow("commas") << QByteArray("a,b\n1,2") << QStringLiteral("1:a|b\n2:1|2");
    QTest::newRow("tabs") << QByteArray("a\tb;c\tx\n1\t2\t3")
                          << QStringLiteral("1:a|b;c|x\n2:1|2|3");
    QTest::newRow("one column") << QByteArray("a\n1\n") << QStringLiteral("1:a\n2:1");
    QTest::newRow("separators in quotes do not count")
        << QByteArray("\"a,b,c,d\";e\n1;2") << QStringLiteral("1:a,b,c,d|e\n2:1|2");
    QTest::newRow("CRLF") << QByteArray("a;b\r\n1;2\r\n") << QStringLiteral("1:a|b\n2:1|2");
    QTest::newRow("CR") << QByteArray("a;b\r1;2\r") << QStringLiteral("1:a|b\n2:1|2");
    QTest::newRow("blank lines") << QByteArray("\n\na;b\n\n1;2\n\n")
                                 << QStringLiteral("3:a|b\n5:1|2");
    QTest::newRow("empty cells") << QByteArray("a;;c\n;;\n;b;\n")
                                 << QStringLiteral("1:a||c\n3:|b|");
    QTest::newRow("doubled quotes")
        << QByteArray("a\n\"dit \"\"oui\"\"\"") << QStringLiteral("1:a\n2:dit \"oui\"");
    QTest::newRow("quotes within")
        << QByteArray("a;b\n5\" x;\"y\" z") << QStringLiteral("1:a|b\n2:5\" x|y z");
    QTest::newRow("line breaks in quotes")
        << QByteArray("a;b\n\"un\r\ndeux\";2\n3;4") << QStringLiteral("1:a|b\n2:un\ndeux|2\n4:3|4");
    QTest::newRow("quoted separators over lines")
        << QByteArray("a;b\n\"un;\ndeux\";2") << QStringLiteral("1:a|b\n2:un;\ndeux|2");
    QTest::newRow("texts that are formulas")
        << QByteArray("a;b\n=\"03100\";\"=\"\"M1\"\"\"") << QStringLiteral("1:a|b\n2:03100|M1");
    QTest::newRow("separator named for Excel")
        << QByteArray("sep=,\r\na;b,c\r\n1,2") << QStringLiteral("2:a;b|c\n3:1|2");
    QTest::newRow("quote at the end") << QByteArray("a\n\"b\"") << QStringLiteral("1:a\n2:b");
}

void TestCsvReader::cutsRowsAndCells()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, rows);
    const Table table = read(content);
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows.join(u'\n'), rows);
}

void TestCsvReader::readsEveryEncodingInUse_data()
{
    QTest::addColumn<QByteArray>("content");
    const QString text = QStringLiteral("intitulé;prix\nŒuvre;10 €");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with its mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("Windows-1252") << QByteArray("intitul\xE9;prix\n\x8Cuvre;10 \x80");
    QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16") << QByteArray(utf16.encode(text));
    QTest::newRow("gzip") << gzipped(text.toUtf8());
}

void TestCsvReader::readsEveryEncodingInUse()
{
    QFETCH(QByteArray, content);
    const Table table = read(content);
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows.join(u'\n'), QStringLiteral("1:intitulé|prix\n2:Œuvre|10 €"));
}

void TestCsvReader::readsWindows1252DespiteAPairThatUtf8AlsoHas()
{
    const Table table = read("\xE9;\xE8\n\xC3\xA9;1"); // "é;è", then "Ã©"
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows.join(u'\n'), QStringLiteral("1:é|è\n2:Ã©|1"));
}

void TestCsvReader::readsInTheEncodingThatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDoubted");
    const auto row = [](const char *name, const QByteArray &content, const char *encoding,
                        const char *found, const char *text, bool isDoubted = false) {
        QTest::newRow(name) << content << QString::fromLatin1(encoding)
                            << QString::fromLatin1(found) << QString::fromUtf8(text) << isDoubted;
    };
    const QByteArray utf8 = QStringLiteral("œ 10 €").toUtf8();
    const QByteArray wide = QByteArray("a\0\xAC\x20", 4);
    row("UTF-8", utf8, "utf8", "UTF-8", "œ 10 €");
    row("Windows-1252", "\x9C 10 \x80", "Windows-1252", "Windows-1252", "œ 10 €");
    row("Windows-1252 that UTF-8 also has", "\xC3\xA9", "windows 1252", "Windows-1252", "Ã©", true);
    row("ISO-8859-15", "\xBD 10 \xA4", "ISO-8859-15", "ISO-8859-15", "œ 10 €");
    row("UTF-16 without a mark", wide, "UTF-16", "UTF-16", "a€");
    row("UTF-16, the other order", QByteArray("\0a\x20\xAC", 4), "UTF-16", "UTF-16", "a€");
    row("a mark of UTF-8 is certain", "\xEF\xBB\xBF" + utf8, "Windows-1252", "UTF-8", "œ 10 €");
    row("a mark of UTF-16 is certain", "\xFF\xFE" + wide, "UTF-8", "UTF-16", "a€");
}

void TestCsvReader::readsInTheEncodingThatIsAskedFor()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    QFETCH(bool, isDoubted);
    TableForm form;
    form.encoding = encoding;
    const Table table = read(content, QStringLiteral("t.csv"), form);
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QTEST(table.form.encoding, "found");
    QCOMPARE(table.rows, QStringList{QStringLiteral("1:") + text});
    QCOMPARE(!table.result->isEmpty(), isDoubted);
}

void TestCsvReader::refusesTextThatIsNotInTheEncodingAskedFor_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &content, const char *encoding,
                        ErrorCode code, const char *says) {
        QTest::newRow(name) << content << QString::fromLatin1(encoding) << code
                            << QString::fromUtf8(says);
    };
    using enum ErrorCode;
    row("UTF-8", "a\n\xE9t\xE9", "UTF-8", WrongEncoding, "0xE9 à la ligne 2");
    row("Windows-1252", "a\n\x81", "Windows-1252", WrongEncoding, "0x81 à la ligne 2");
    row("ISO-8859-15", "a\n10 \x80", "ISO-8859-15", WrongEncoding, "0x80 à la ligne 2");
    row("half a character", QByteArray("a\0\n\0\x3D\xD8", 6), "UTF-16", WrongEncoding,
        "demi-caractère à la ligne 2");
    row("second half alone", QByteArray("a\0\x00\xDC", 4), "UTF-16", WrongEncoding, "ligne 1");
    row("odd number of bytes", QByteArray("a\0b", 3), "UTF-16", WrongEncoding, "ligne 1");
    row("NUL", QByteArray("a\0\0\0", 4), "UTF-16", NotTheFormat, "octet nul");
    row("unknown", "a", "EBCDIC", InvalidArgument, "EBCDIC");
}

void TestCsvReader::refusesTextThatIsNotInTheEncodingAskedFor()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, encoding);
    QFETCH(QString, says);
    TableForm form;
    form.encoding = encoding;
    const Table table = read(content, QStringLiteral("t.csv"), form);
    QVERIFY(!table.result.has_value());
    QTEST(table.result.error().code, "code");
    QVERIFY2(table.error().contains(says), qPrintable(table.error()));
}

void TestCsvReader::cutsAtTheSeparatorThatIsAskedFor()
{
    TableForm form;
    form.separator = u'|';
    QCOMPARE(read("a;b|c;d", QStringLiteral("t.csv"), form).rows,
             QStringList{QStringLiteral("1:a;b|c;d")});
    form.separator = u',';
    QCOMPARE(read("a;b;c,d", QStringLiteral("t.csv"), form).rows,
             QStringList{QStringLiteral("1:a;b;c|d")});
}

void TestCsvReader::tellsWhatItFound()
{
    const Table table = read("\xE9,b\n");
    QCOMPARE(table.form.encoding, QStringLiteral("Windows-1252"));
    QCOMPARE(table.form.separator, QChar(u','));
    QVERIFY(!table.form.dayZero.isValid());
}

void TestCsvReader::warnsOfQuotationsThatMayHaveSwallowedRows()
{
    const Table table = read("a;b\n\"un\ndeux\";2\n\"M1;x\nM2\";3\n");
    QVERIFY2(table.result.has_value(), qPrintable(table.error()));
    QCOMPARE(table.rows.size(), 3);
    QCOMPARE(table.result->size(), 1);
    QVERIFY2(table.result->first().endsWith(QStringLiteral("lignes 4.")),
             qPrintable(table.result->first()));
}

void TestCsvReader::keepsCharactersThatLieAcrossBlocks()
{
    const QByteArray accents = QStringLiteral("é").toUtf8().repeated(100'000);
    const Table table = read("a;b\nx;" + accents + "\n");
    QVERIFY(table.result.has_value());
    QCOMPARE(table.rows.join(u'\n'), QStringLiteral("1:a|b\n2:x|") + QString(100'000, QChar(0xE9)));
}

void TestCsvReader::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const QString csv = QStringLiteral("t.csv");
    const auto row = [](const char *title, const QByteArray &content, const QString &name,
                        ErrorCode code, const QString &says) {
        QTest::newRow(title) << content << name << code << says;
    };
    using enum ErrorCode;
    row("empty", "", csv, NotTheFormat, QStringLiteral("vide"));
    row("NUL", QByteArray("a;b\n1;\0", 7), csv, NotTheFormat, QStringLiteral("ligne 2"));
    row("open quotes", "a;b\n\"1;2\n3;4\n", csv, MalformedFile, QStringLiteral("ligne 2"));
    row("quote without its fellow", "a;b\nM1;\"x\nM2;y\nM3;\"z\"\n", csv, MalformedFile,
        QStringLiteral("ouverts à la ligne 2"));
    row("lone surrogate in UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\n\0\x3D\xD8"
                   "b\0",
                   10),
        csv, WrongEncoding, QStringLiteral("ligne 2"));
    row("bytes of no encoding", "a;b\n\xE9\x81;2", csv, WrongEncoding, QStringLiteral("0x81"));
    row("mark of UTF-8 on something else",
        "\xEF\xBB\xBF"
        "a;b\n\xE9;2",
        csv, WrongEncoding, QStringLiteral("0xE9 à la ligne 2"));
    row("UTF-8 with one bad byte", "intitul\xC3\xA9;b\n1;\xE9t\n2;3", csv, WrongEncoding,
        QStringLiteral("0xE9 à la ligne 2"));
    row("UTF-8 that ends within a character", "intitul\xC3\xA9;b\n1;\xE2\x82", csv, WrongEncoding,
        QStringLiteral("0xE2 à la ligne 2"));
    row("too many columns", "a" + QByteArray(2000, ';'), csv, LimitExceeded,
        QStringLiteral("colonnes"));
    row("a cell without end", "a\n" + QByteArray(2'000'000, 'x'), csv, LimitExceeded,
        QStringLiteral("cellule"));
    row("text named .xlsx", "a;b\n1;2", QStringLiteral("t.xlsx"), NotTheFormat,
        QStringLiteral("n'est pas un classeur"));
    row("workbook named .csv", "PK\x03\x04rest", csv, NotTheFormat, QStringLiteral("classeur"));
    row("old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", QStringLiteral("t.xls"),
        NotTheFormat, QStringLiteral(".xls"));
    row("encrypted workbook",
        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"
                                                        "a\0g\0e\0",
                                                        32),
        QStringLiteral("t.xlsx"), NotTheFormat, QStringLiteral("mot de passe"));
}

void TestCsvReader::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    QFETCH(QString, says);
    const Table table = read(content, name);
    QVERIFY(!table.result.has_value());
    QTEST(table.result.error().code, "code");
    QVERIFY2(table.result.error().message.contains(says), qPrintable(table.result.error().message));
    QVERIFY(table.result.error().message.contains(name));
}

void TestCsvReader::handsOnTheFailureOfTheSink()
{
    const Folder folder;
    CollectingSink sink;
    sink.refusal = fail(ErrorCode::Cancelled, {});
    const auto result = readTableRows(folder.write(QStringLiteral("t.csv"), "a\nb\n"), sink);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
