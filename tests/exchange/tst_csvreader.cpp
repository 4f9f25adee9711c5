// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"
#include "exchange/table/tablerows.h"

#include <QStringEncoder>

using namespace recoupe;
using namespace recoupe::test;

namespace {

struct Table
{
    Result<QStringList> result;
    QString text; // "line:cell|cell" for each row
};

Table read(const QByteArray &content, const QString &name = QStringLiteral("t.csv"))
{
    const Folder folder;
    QStringList rows;
    auto result = readTableRows(folder.write(name, content), [&rows](const TableRow &row) {
        rows << QStringLiteral("%1:%2").arg(row.line).arg(row.cells.join(u'|'));
        return Result<>();
    });
    return {std::move(result), rows.join(u'\n')};
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
    QTest::newRow("empty cells") << QByteArray("a;;c\n;;\n") << QStringLiteral("1:a||c\n2:||");
    QTest::newRow("doubled quotes")
        << QByteArray("a\n\"dit \"\"oui\"\"\"") << QStringLiteral("1:a\n2:dit \"oui\"");
    QTest::newRow("quotes within")
        << QByteArray("a;b\n5\" x;\"y\" z") << QStringLiteral("1:a|b\n2:5\" x|y z");
    QTest::newRow("line breaks in quotes")
        << QByteArray("a;b\n\"un\r\ndeux\";2\n3;4") << QStringLiteral("1:a|b\n2:un\ndeux|2\n4:3|4");
    QTest::newRow("quote at the end") << QByteArray("a\n\"b\"") << QStringLiteral("1:a\n2:b");
}

void TestCsvReader::cutsRowsAndCells()
{
    QFETCH(QByteArray, content);
    const Table table = read(content);
    QVERIFY(table.result.has_value());
    QTEST(table.text, "rows");
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
    QCOMPARE(table.text, QStringLiteral("1:intitulé|prix\n2:Œuvre|10 €"));
}

void TestCsvReader::readsWindows1252DespiteAPairThatUtf8AlsoHas()
{
    const Table table = read("\xE9;\xE8\n\xC3\xA9;1"); // "é;è", then "Ã©"
    QVERIFY(table.result.has_value());
    QCOMPARE(table.text, QStringLiteral("1:é|è\n2:Ã©|1"));
}

void TestCsvReader::keepsCharactersThatLieAcrossBlocks()
{
    const QByteArray accents = QStringLiteral("é").toUtf8().repeated(100'000);
    const Table table = read("a;b\nx;" + accents + "\n");
    QVERIFY(table.result.has_value());
    QCOMPARE(table.text, QStringLiteral("1:a|b\n2:x|") + QString(100'000, QChar(0xE9)));
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
    const auto result =
        readTableRows(folder.write(QStringLiteral("t.csv"), "a\nb\n"),
                      [](const TableRow &) -> Result<> { return fail(ErrorCode::Cancelled, {}); });
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
