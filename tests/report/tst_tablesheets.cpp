// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncells.h"
#include "report/editionframe.h"
#include "report/hostileedition.h"
#include "report/sampleedition.h"
#include "report/sheettext.h"
#include "report/tablesheets.h"
#include "report/visibletext.h"
#include "report/wrappedlines.h"
#include "report/writtentables.h"

#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

constexpr qsizetype mostSigns = 32'767;

QString expectedText(const EditionCell &cell)
{
    QStringList lines;
    for (const CellLine &line : cell)
        lines << visibleText(line.text);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

//! The first row that is not the edition's, or nothing. \a written says how a text is kept.
template <typename Written>
QString difference(const QList<QStringList> &read, const EditionContent &content, Written written)
{
    qsizetype at = 1;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            QStringList expected{written(visibleText(group.title))};
            for (const EditionCell &cell : editionCells(row))
                expected << written(expectedText(cell));
            // Readers drop the empty cells at the end of a row.
            QStringList cells = read.value(at++).mid(0, expected.size());
            cells.resize(expected.size());
            if (cells != expected)
                return QStringLiteral("row %1: %2").arg(at - 1).arg(cells.join(u'|').left(500));
        }
    }
    return at == read.size() ? QString() : QStringLiteral("%1 rows").arg(read.size());
}

QString inWorkbook(const QString &text)
{
    if (text.size() <= mostSigns)
        return text;
    const bool wouldCutPair = text.at(mostSigns - 2).isHighSurrogate();
    return text.left(mostSigns - (wouldCutPair ? 2 : 1)) + u'…';
}

QByteArray sheetPart(const QString &workbook, int number)
{
    return partOf(workbook, QStringLiteral("xl/worksheets/sheet%1.xml").arg(number));
}

} // namespace

class TestTableSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsComeBack_data();
    void cellsComeBack();
    void anotherCellIsNoticed();
    void csvSaysItsEditionInEachRow();
    void firstColumnSaysTheGroup_data();
    void firstColumnSaysTheGroup();
    void onlyPlacesAreNumbers();
    void formulasAreTexts();
    void longCellEndsWithASign();
    void departuresAndFrameAreSheets();
    void workbookIsSetUpToBePrinted_data();
    void workbookIsSetUpToBePrinted();
    void widthsAndLinesAreSet();
    void rowsAreAsHighAsTheirLines_data();
    void rowsAreAsHighAsTheirLines();
    void sameEditionGivesTheSameBytes();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString csv(const EditionContent &content);
    [[nodiscard]] QString workbook(const EditionContent &content, Paper paper = Paper::A4);

    QTemporaryDir m_folder;
};

QString TestTableSheets::csv(const EditionContent &content)
{
    const QString file = path(QStringLiteral("tableau.csv"));
    const Result<> written = writeTableCsv(content, file);
    return written ? file : written.error().message;
}

QString TestTableSheets::workbook(const EditionContent &content, Paper paper)
{
    const QString file = path(QStringLiteral("tableau.xlsx"));
    const Result<> written = writeTableWorkbook(content, file, {}, paper);
    return written ? file : written.error().message;
}

void TestTableSheets::cellsComeBack_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::newRow("empty") << sampleEdition(0);
    QTest::newRow("sixty rows") << sampleEdition(60);
    QTest::newRow("draft") << sampleEdition(20, true);
    QTest::newRow("any text") << randomEdition(80, 5);
    QTest::newRow("hostile texts") << hostileEdition();
}

void TestTableSheets::cellsComeBack()
{
    QFETCH(const EditionContent, content);
    QStringList titles{QStringLiteral("Département")};
    for (int column = 0; column < editionColumnCount; ++column)
        titles << columnHeading(EditionColumn(column));
    const QList<QStringList> texts = readBack(csv(content));
    QCOMPARE(texts.first(), titles + QStringList{QStringLiteral("Édition")});
    QCOMPARE(difference(texts, content, withoutFormula), QString());
    const QList<QStringList> cells = readBack(workbook(content));
    QCOMPARE(cells.first(), titles);
    QCOMPARE(difference(cells, content, inWorkbook), QString());
}

void TestTableSheets::anotherCellIsNoticed()
{
    const EditionContent content = sampleEdition(3);
    EditionContent other = content;
    other.groups.last().rows.last().market += u'1';
    for (const QString &file : {csv(content), workbook(content)}) {
        QCOMPARE(difference(readBack(file), content, inWorkbook), QString());
        QVERIFY(difference(readBack(file), other, inWorkbook).startsWith(u"row 3"));
        QCOMPARE(difference(readBack(file), sampleEdition(0), inWorkbook),
                 QStringLiteral("4 rows"));
    }
}

void TestTableSheets::csvSaysItsEditionInEachRow()
{
    for (const EditionContent &content : {sampleEdition(3), sampleEdition(3, true)}) {
        const QList<QStringList> rows = readBack(csv(content));
        for (qsizetype row = 1; row < rows.size(); ++row)
            QCOMPARE(rows.at(row).last(), editionWords(content));
        QCOMPARE(contentsOf(csv(content)).contains("PROJET"), content.isDraft());
    }
}

void TestTableSheets::firstColumnSaysTheGroup_data()
{
    QTest::addColumn<EditionGrouping>("grouping");
    QTest::addColumn<QString>("heading");
    QTest::newRow("département") << EditionGrouping::Departement << QStringLiteral("Département");
    QTest::newRow("funder") << EditionGrouping::Funder << QStringLiteral("Financeur (nom entier)");
    QTest::newRow("domain") << EditionGrouping::Domain << QStringLiteral("Domaine");
}

void TestTableSheets::firstColumnSaysTheGroup()
{
    QFETCH(const EditionGrouping, grouping);
    QFETCH(const QString, heading);
    EditionContent content = sampleEdition(5);
    content.view.grouping = grouping;
    QStringList titles = readBack(workbook(content)).first();
    QCOMPARE(titles.first(), heading);
    QCOMPARE(titles.removeDuplicates(), 0);
    QCOMPARE(readBack(csv(content)).at(1).first(), content.groups.first().title);
}

void TestTableSheets::onlyPlacesAreNumbers()
{
    const QString file = workbook(hostileEdition());
    const QByteArray sheet = sheetPart(file, 1);
    // "12", and neither "007", which would lose its zeros, nor postal code, day and "1E13".
    QCOMPARE(sheet.count("<v>"), 1);
    QVERIFY(sheet.contains("<c r=\"H3\" s=\"3\"><v>12</v></c>"));
    QVERIFY(sheet.contains("<t>007</t>"));
    QVERIFY(sheet.contains("<t>01000</t>"));
    for (const int other : {2, 3})
        QVERIFY(!sheetPart(file, other).contains("<v>"));
    QVERIFY(contentsOf(csv(hostileEdition())).contains("\"=\"\"01000\"\"\""));
}

void TestTableSheets::formulasAreTexts()
{
    const QString file = workbook(hostileEdition());
    for (const int number : {1, 2, 3}) {
        QVERIFY(!sheetPart(file, number).isEmpty());
        QVERIFY(!sheetPart(file, number).contains("<f"));
    }
    QVERIFY(sheetPart(file, 1).contains("<t>=cmd|"));
    const QByteArray text = contentsOf(csv(hostileEdition()));
    QVERIFY(text.contains("'=cmd|"));
    QVERIFY(text.contains(";'@SUM(1);"));
    QVERIFY(text.contains(";'+33;"));
    for (const QStringList &row : readBack(csv(hostileEdition()))) {
        for (const QString &cell : row)
            QVERIFY2(cell == withoutFormula(cell), qPrintable(cell.left(40)));
    }
}

void TestTableSheets::longCellEndsWithASign()
{
    const QStringList row = readBack(workbook(hostileEdition())).at(4);
    const QString title = row.at(2);
    QCOMPARE(title.size(), mostSigns);
    QVERIFY(title.endsWith(QStringLiteral("é…")));
    // Cut before the pair that would not fit whole.
    const QString provider = row.at(3);
    QVERIFY(provider.endsWith(QStringLiteral("🎓…")));
    QVERIFY(provider.size() <= mostSigns);
    // A text file has no such limit.
    QVERIFY(readBack(csv(hostileEdition())).at(4).at(2).startsWith(QString(40'000, u'é')));
}

void TestTableSheets::departuresAndFrameAreSheets()
{
    EditionContent content = randomEdition(10, 1);
    const EditionRow row = sampleEdition(1).groups.first().rows.first();
    content.departures = {{row.key, row.departement, row.funder, row.title, row.provider, row.place,
                           row.dates, QStringLiteral("recrutement clos & fini")}};
    content.view.departement = QStringLiteral("63");
    const QString file = workbook(content);
    const QByteArray names = partOf(file, QStringLiteral("xl/workbook.xml"));
    for (const char *name : {"Sessions", "Sorties", "Édition"})
        QVERIFY2(names.contains(QByteArray("<sheet name=\"") + name + '"'), name);
    const QString departures = QString::fromUtf8(sheetPart(file, 2));
    for (const QString &heading : departureHeadings())
        QVERIFY2(departures.contains(heading), qPrintable(heading));
    for (const QString &words : departureCells(content.departures.first()))
        QVERIFY2(departures.contains(QString(words).replace(u'&', QStringLiteral("&amp;"))),
                 qPrintable(words));
    const QString frame = QString::fromUtf8(sheetPart(file, 3));
    QStringList said{tableTitle(), editionWords(content), periodWords(content),
                     extractWords(content)};
    said += legendWords(content);
    for (const auto &[name, words] : editionCounts(content))
        said << name << words;
    for (const QString &words : said)
        QVERIFY2(frame.contains(words), qPrintable(words));
    QVERIFY(!frame.contains(noRowsWords({})));
    QVERIFY(QString::fromUtf8(sheetPart(workbook(sampleEdition(0)), 3)).contains(noRowsWords({})));
}

void TestTableSheets::workbookIsSetUpToBePrinted_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QByteArray>("number"); // ECMA-376, 18.3.1.63
    QTest::newRow("A4") << Paper::A4 << QByteArray("9");
    QTest::newRow("A3") << Paper::A3 << QByteArray("8");
}

void TestTableSheets::workbookIsSetUpToBePrinted()
{
    QFETCH(const Paper, paper);
    QFETCH(const QByteArray, number);
    const EditionContent content = sampleEdition(7);
    const QString file = workbook(content, paper);
    const QByteArray names = partOf(file, QStringLiteral("xl/workbook.xml"));
    for (const int sheet : {1, 2, 3}) {
        const QByteArray xml = sheetPart(file, sheet);
        QVERIFY(xml.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                             "state=\"frozen\"/>"));
        QVERIFY(xml.contains("<pageSetUpPr fitToPage=\"1\"/>"));
        QVERIFY(xml.contains("<pageSetup paperSize=\"" + number +
                             "\" fitToHeight=\"0\" orientation=\"landscape\"/>"));
        QVERIFY(xml.contains("<oddHeader>&amp;L" + documentTitle(content).toUtf8()));
        QVERIFY(xml.contains("&amp;Rpage &amp;P sur &amp;N</oddFooter>"));
    }
    QVERIFY(sheetPart(file, 1).contains("<autoFilter ref=\"A1:K8\"/>"));
    QVERIFY(names.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
                           "Sessions!$1:$1</definedName>"));
    QVERIFY(names.contains("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" "
                           "hidden=\"1\">Sessions!$A$1:$K$8</definedName>"));
    QVERIFY(partOf(file, QStringLiteral("docProps/core.xml"))
                .contains("<dc:title>" + documentTitle(content).toUtf8()));
}

void TestTableSheets::widthsAndLinesAreSet()
{
    const QString file = workbook(sampleEdition(3));
    const QByteArray xml = sheetPart(file, 1);
    QCOMPARE(xml.count("customWidth=\"1\""), 11);
    QCOMPARE(xml.count("customHeight=\"1\""), 3); // the titles take the usual height
    QVERIFY(partOf(file, QStringLiteral("xl/styles.xml"))
                .contains("<alignment vertical=\"top\" wrapText=\"1\"/>"));
}

void TestTableSheets::rowsAreAsHighAsTheirLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("lines");
    QTest::newRow("nothing") << QString() << 10 << 1;
    QTest::newRow("short") << QStringLiteral("Ouvert") << 11 << 1;
    QTest::newRow("capitals are wide") << QStringLiteral("SUSPENDU") << 10 << 2;
    QTest::newRow("two lines") << QStringLiteral("Thiers\n63300") << 15 << 2;
    QTest::newRow("between words") << QStringLiteral("deux mots nets") << 10 << 2;
    QTest::newRow("after a hyphen") << QStringLiteral("Saint-Germain-Lembron") << 13 << 2;
    QTest::newRow("endless word") << QString(100, u'e') << 10 << 10;
    QTest::newRow("endless word in a line") << QStringLiteral("un ") + QString(15, u'e') << 10 << 3;
}

void TestTableSheets::rowsAreAsHighAsTheirLines()
{
    QFETCH(const QString, text);
    QFETCH(const int, width);
    QTEST(wrappedLines(text, width), "lines");
}

void TestTableSheets::sameEditionGivesTheSameBytes()
{
    const QByteArray first = contentsOf(workbook(sampleEdition(30)));
    QVERIFY(first.size() > 1000);
    QCOMPARE(contentsOf(workbook(sampleEdition(30))), first);
    QVERIFY(contentsOf(workbook(sampleEdition(30, true))) != first);
    QVERIFY(partOf(workbook(sampleEdition(1)), QStringLiteral("docProps/core.xml"))
                .contains("2026-02-09T00:00:00Z</dcterms:created>"));
}

QTEST_GUILESS_MAIN(TestTableSheets)
#include "tst_tablesheets.moc"
