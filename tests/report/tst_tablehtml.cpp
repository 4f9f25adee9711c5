// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncells.h"
#include "report/editionframe.h"
#include "report/hostileedition.h"
#include "report/htmldocument.h"
#include "report/sampleedition.h"
#include "report/tablehtml.h"
#include "report/visibletext.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

QStringList shown(const QStringList &lines)
{
    QStringList out;
    for (const QString &line : lines)
        out << visibleText(line).simplified();
    out.removeAll(QString());
    return out;
}

QList<QStringList> expectedCells(const EditionRow &row)
{
    QList<QStringList> cells;
    for (const EditionCell &cell : editionCells(row)) {
        QStringList lines;
        for (const CellLine &line : cell)
            lines << line.text;
        cells << shown(lines);
    }
    return cells;
}

QList<QStringList> cellsOf(const HtmlRow &row)
{
    QList<QStringList> cells;
    for (const HtmlCell &cell : row)
        cells << cell.lines;
    return cells;
}

//! Group by group, row by row, cell by cell; the first that differs, or nothing.
QString difference(const HtmlTable &table, const EditionContent &content)
{
    if (table.bodies.size() != content.groups.size())
        return QStringLiteral("%1 groups").arg(table.bodies.size());
    for (qsizetype group = 0; group < table.bodies.size(); ++group) {
        const auto &[title, rows] = content.groups.at(group);
        const QList<HtmlRow> &body = table.bodies.at(group);
        if (body.size() != rows.size() + 1 || body.first().first().lines != shown({title}))
            return QStringLiteral("group ") + title;
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (cellsOf(body.at(row + 1)) != expectedCells(rows.at(row)))
                return QStringLiteral("row ") + rows.at(row).session;
        }
    }
    return {};
}

EditionContent withDepartures(EditionContent content)
{
    for (const EditionRow &row : std::as_const(content.groups.first().rows)) {
        content.departures << EditionDeparture{
            row.key,      row.departement, row.funder, row.title,
            row.provider, row.place,       row.dates,  QStringLiteral("recrutement clos")};
    }
    return content;
}

EditionContent suspendedEdition()
{
    EditionContent content = withDepartures(sampleEdition(30));
    EditionRow &row = content.groups.first().rows.first();
    row.suspended = true;
    row.state = QStringLiteral("SUSPENDU");
    row.mark = RowMark::Changed;
    row.changes = QStringList{QStringLiteral("dates"), QStringLiteral("lieu")};
    return content;
}

} // namespace

class TestTableHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreThoseOfTheEdition_data();
    void cellsAreThoseOfTheEdition();
    void anotherCellIsNoticed();
    void departuresAreATable();
    void frameSaysTheWordsOfTheEdition_data();
    void frameSaysTheWordsOfTheEdition();
    void emptyEditionSaysSo();
    void readersAreNotKeptOut_data();
    void readersAreNotKeptOut();
    void faultsAreFound_data();
    void faultsAreFound();
    void contrastIsThatOfTheStandard();
    void addressesAreLinks();
    void hostileTextsStayTexts();
    void hiddenMarksAreLeftOut_data();
    void hiddenMarksAreLeftOut();
    void sameEditionGivesTheSameBytes();
};

void TestTableHtml::cellsAreThoseOfTheEdition_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::newRow("one row") << sampleEdition(1);
    QTest::newRow("sixty rows") << sampleEdition(60);
    QTest::newRow("draft, with departures") << withDepartures(sampleEdition(20, true));
    QTest::newRow("marks") << suspendedEdition();
    QTest::newRow("any text") << randomEdition(60, 3);
    QTest::newRow("hostile texts") << hostileEdition();
}

void TestTableHtml::cellsAreThoseOfTheEdition()
{
    QFETCH(const EditionContent, content);
    const HtmlDocument document = parsedHtml(tableHtml(content));
    QCOMPARE(document.complaints, QStringList());
    QCOMPARE(document.tables.size(), content.departures.isEmpty() ? 1 : 2);
    const HtmlTable &table = document.tables.first();
    QCOMPARE(table.head.first().size(), qsizetype(editionColumnCount));
    for (int column = 0; column < editionColumnCount; ++column)
        QCOMPARE(table.head.first().at(column).lines,
                 QStringList{columnHeading(EditionColumn(column))});
    QCOMPARE(difference(table, content), QString());
}

void TestTableHtml::anotherCellIsNoticed()
{
    const EditionContent content = sampleEdition(20);
    const HtmlTable table = parsedHtml(tableHtml(content)).tables.first();
    EditionContent other = content;
    EditionRow &row = other.groups.last().rows.last();
    row.dates += u'.';
    QCOMPARE(difference(table, other), QStringLiteral("row ") + row.session);
    other = content;
    other.groups.last().rows.removeLast();
    QCOMPARE(difference(table, other), QStringLiteral("group ") + content.groups.last().title);
}

void TestTableHtml::departuresAreATable()
{
    for (const EditionContent &content : {withDepartures(sampleEdition(20)), hostileEdition()}) {
        const HtmlTable table = parsedHtml(tableHtml(content)).tables.last();
        QCOMPARE(table.caption, departuresTitle());
        for (qsizetype row = 0; row < content.departures.size(); ++row) {
            QList<QStringList> expected;
            for (const QString &words : departureCells(content.departures.at(row)))
                expected << shown(words.split(u'\n'));
            QCOMPARE(cellsOf(table.bodies.first().at(row)), expected);
        }
        QCOMPARE(table.bodies.first().size(), content.departures.size());
    }
}

void TestTableHtml::frameSaysTheWordsOfTheEdition_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::newRow("edition") << sampleEdition(20);
    QTest::newRow("draft") << sampleEdition(20, true);
    EditionContent view = sampleEdition(20);
    view.view.departement = QStringLiteral("63");
    view.view.funders = {Funder::Region};
    QTest::newRow("view") << view;
}

void TestTableHtml::frameSaysTheWordsOfTheEdition()
{
    QFETCH(const EditionContent, content);
    const HtmlDocument document = parsedHtml(tableHtml(content));
    QCOMPARE(document.title, documentTitle(content));
    QStringList words{tableTitle(), editionWords(content), periodWords(content),
                      extractWords(content)};
    words += legendWords(content);
    for (const auto &[name, counted] : editionCounts(content))
        words << name + QStringLiteral(" – ") + counted;
    for (const QString &sentence : words)
        QVERIFY2(document.text.contains(sentence), qPrintable(sentence));
    QCOMPARE(document.text.contains(QStringLiteral("PROJET")), content.isDraft());
}

void TestTableHtml::emptyEditionSaysSo()
{
    const HtmlDocument document = parsedHtml(tableHtml(sampleEdition(0)));
    QVERIFY(document.text.contains(noRowsWords({})));
    QVERIFY(document.tables.isEmpty());
    QVERIFY(!parsedHtml(tableHtml(sampleEdition(1))).text.contains(noRowsWords({})));
}

void TestTableHtml::readersAreNotKeptOut_data()
{
    cellsAreThoseOfTheEdition_data();
    QTest::newRow("empty") << sampleEdition(0);
}

void TestTableHtml::readersAreNotKeptOut()
{
    QFETCH(const EditionContent, content);
    QCOMPARE(accessibilityFaults(parsedHtml(tableHtml(content))), QStringList());
}

void TestTableHtml::faultsAreFound_data()
{
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *right, const char *wrong, const char *fault) {
        QTest::newRow(name) << QByteArray(right) << QByteArray(wrong) << QString::fromLatin1(fault);
    };
    row("scope", " scope=\"row\"", "", "heading without scope");
    row("columns", "colspan=\"10\"", "colspan=\"9\"", "row of 9 columns");
    row("row heading", "<th scope=\"row\" class=\"title\">", "<td>", "row without heading");
    row("caption", "<caption><h2>Sessions publiées</h2>", "<caption>", "table without caption");
    row("id", "id=\"groupe-2\"", "id=\"groupe-1\"", "id used twice");
    row("anchor", "href=\"#groupe-2\"", "href=\"#groupe-99\"", "nowhere: #groupe-99");
    row("outside", "href=\"#groupe-2\"", "href=\"http://x\"", "nowhere: http");
    row("picture", "<main>", "<main><img src=\"x.png\">", "nowhere: x.png");
    row("font", "<style>", "<style>@import \"x.css\";", "needs another file");
    row("script", "</main>", "<script>1</script></main>", "script");
    row("language", " lang=\"fr\"", "", "language");
    row("charset", "charset=\"utf-8\"", "", "charset");
    row("title", "<title>", "<title></title><meta name=\"", "without title");
    row("heading", "<h1>", "<h1>.</h1><h1>", "first heading");
    row("grey", "color: #1a1a1a; background-color: #ffffff",
        "color: #8a8a8a; background-color: #ffffff", "body has too little contrast");
    row("dark", "color: #9cc7ff", "color: #0b4f9c", "a has too little contrast");
    row("half", "color: #0b4f9c; background-color: #ffffff", "color: #0b4f9c",
        "a sets one colour of two");
    row("colour alone", "<strong class=\"alert\">SUSPENDU", "<strong class=\"alert\">",
        "mark without words");
    row("escape", "<main>", "<main><p>a & b</p>", "no name");
    row("end tag", "<main>", "<main></i>", "Unexpected end tag");
}

void TestTableHtml::faultsAreFound()
{
    QFETCH(const QByteArray, right);
    QFETCH(const QByteArray, wrong);
    QFETCH(const QString, fault);
    QByteArray html = tableHtml(suspendedEdition());
    QVERIFY(html.contains(right));
    html.replace(right, wrong);
    const QStringList faults = accessibilityFaults(parsedHtml(html));
    QVERIFY2(faults.join(u'\n').contains(fault), qPrintable(faults.join(u'\n')));
}

void TestTableHtml::contrastIsThatOfTheStandard()
{
    const QString white = QStringLiteral("#ffffff");
    QCOMPARE(contrast(QStringLiteral("#000000"), white), 21.0);
    QCOMPARE(contrast(white, white), 1.0);
    // The greys on either side of 4.5 that every book on the matter names.
    QVERIFY(contrast(QStringLiteral("#767676"), white) >= 4.5);
    QVERIFY(contrast(QStringLiteral("#777777"), white) < 4.5);
}

void TestTableHtml::addressesAreLinks()
{
    const EditionContent content = sampleEdition(20);
    const QList<HtmlRow> body = parsedHtml(tableHtml(content)).tables.first().bodies.first();
    for (qsizetype row = 0; row < content.groups.first().rows.size(); ++row) {
        const HtmlCell &contact = body.at(row + 1).at(qsizetype(EditionColumn::Contact));
        QCOMPARE(contact.links, QStringList{QStringLiteral("mailto:") +
                                            content.groups.first().rows.at(row).contactEmail});
    }
}

void TestTableHtml::hostileTextsStayTexts()
{
    const HtmlDocument document = parsedHtml(tableHtml(hostileEdition()));
    for (const char *element : {"script", "img", "i", "b"})
        QVERIFY2(!document.elements.contains(QLatin1String(element)), element);
    QVERIFY(document.text.contains(QStringLiteral("<script>alert(1)</script>")));
    QVERIFY(std::ranges::all_of(document.links, [](const QString &link) {
        return link.startsWith(u'#') || link.startsWith(u"mailto:");
    }));
}

void TestTableHtml::hiddenMarksAreLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", {}, {});
    row("plain", QStringLiteral("Œuvre à 9\u00A0h – « été »"),
        QStringLiteral("Œuvre à 9\u00A0h – « été »"));
    row("direction", QStringLiteral("a\u202Eb\u2066c\u200Fd"), QStringLiteral("abcd"));
    row("no width", QStringLiteral("a\u200Bb\u00ADc\uFEFFd"), QStringLiteral("abcd"));
    row("no width, beyond the first plane", QStringLiteral("a\U000E0041b"), QStringLiteral("ab"));
    row("control", QStringLiteral("a") + QChar(0) + QStringLiteral("b\u0007c\u009Fd\r"),
        QStringLiteral("abcd "));
    row("breaks", QStringLiteral("a\tb\nc\u2028d\u0085e"), QStringLiteral("a b\nc d e"));
    row("pair", QStringLiteral("🎓"), QStringLiteral("🎓"));
    row("half a pair", QStringLiteral("a") + QChar(0xD83C), QStringLiteral("a\uFFFD"));
    row("second half", QChar(0xDF93) + QStringLiteral("a"), QStringLiteral("\uFFFDa"));
    row("no character", QStringLiteral("a\uFFFE\uFFFF"), QStringLiteral("a\uFFFD\uFFFD"));
}

void TestTableHtml::hiddenMarksAreLeftOut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(visibleText(text), expected);
}

void TestTableHtml::sameEditionGivesTheSameBytes()
{
    QCOMPARE(tableHtml(sampleEdition(30)), tableHtml(sampleEdition(30)));
    QVERIFY(tableHtml(sampleEdition(30)) != tableHtml(sampleEdition(30, true)));
}

QTEST_GUILESS_MAIN(TestTableHtml)
#include "tst_tablehtml.moc"
