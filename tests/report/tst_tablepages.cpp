// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdfsyntax.h"
#include "report/editioncells.h"
#include "report/printedtable.h"
#include "report/sampleedition.h"
#include "report/tablepdf.h"
#include "support/pdf/pagechecks.h"
#include "support/pdf/pdftools.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace recoupe;
using namespace recoupe::test;
using namespace recoupe::testing;

namespace {

using Pages = QList<PrintedPage>;
using Check = std::function<QStringList(const QString &, const EditionContent &)>;

//! A check of what is printed alone.
Check ofPages(QStringList (*check)(const Pages &))
{
    return [check](const QString &fileName, const EditionContent &) {
        return check(printedPages(fileName));
    };
}

Check ofPages(QStringList (*check)(const Pages &, const EditionContent &))
{
    return [check](const QString &fileName, const EditionContent &content) {
        return check(printedPages(fileName), content);
    };
}

QStringList outsidePrintArea(const Pages &pages)
{
    return wordsOutside(pages, pageFormat(Paper::A4).printArea);
}

//! The beginning of the operators that set a line of that column, in the first row.
QString lineOf(const EditionContent &content, EditionColumn column)
{
    const TableLayout layout = layOutTable(content);
    const auto row =
        std::ranges::find(layout.pages.first().blocks, BlockKind::Row, &TableBlock::kind);
    const qreal x = row->cells.at(qsizetype(column)).lines.first().position.x();
    return QStringLiteral("BT 1 0 0 1 %1 ").arg(QLatin1String(pdf::number(x)));
}

} // namespace

Q_DECLARE_METATYPE(Check)

class TestTablePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCheckPasses_data();
    void everyCheckPasses();
    void brokenFileIsNoticed_data();
    void brokenFileIsNoticed();
    void lonelyTitleIsNoticed();
    void splitRowIsNoticed();
    void greyCopySaysTheSame();
    void everyScriptCanBeFound();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    EditionContent m_content = fullEdition(30, 3);
    QString m_sound; //!< that edition, printed
};

void TestTablePages::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
    m_sound = path(QStringLiteral("juste.pdf"));
    QVERIFY(writeTablePdf(m_content, m_sound));
}

void TestTablePages::everyCheckPasses_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::addColumn<Paper>("paper");
    QTest::newRow("empty") << sampleEdition(0) << Paper::A4;
    QTest::newRow("one row") << sampleEdition(1) << Paper::A4;
    QTest::newRow("sixty rows, departures") << fullEdition(60, 40) << Paper::A4;
    QTest::newRow("departures alone") << fullEdition(0, 3) << Paper::A4;
    QTest::newRow("draft") << sampleEdition(20, true) << Paper::A4;
    QTest::newRow("A3") << fullEdition(60, 8) << Paper::A3;
    QTest::newRow("any text") << randomEdition(40, 11) << Paper::A4;
}

void TestTablePages::everyCheckPasses()
{
    QFETCH(const EditionContent, content);
    QFETCH(const Paper, paper);
    const QString fileName = path(QStringLiteral("tableau.pdf"));
    QVERIFY(writeTablePdf(content, fileName, {}, paper));
    const QStringList defects = tableDefects(fileName, content, paper);
    QVERIFY2(defects.isEmpty(), qPrintable(defects.mid(0, 20).join(u'\n')));
}

void TestTablePages::brokenFileIsNoticed_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<PdfEdit>("edit");
    const QString provider = lineOf(m_content, EditionColumn::Provider);
    const QString places = lineOf(m_content, EditionColumn::Places);
    const auto row = [](const char *name, const Check &check, const QString &pattern,
                        const QString &replacement) {
        QTest::newRow(name) << check << PdfEdit{pattern, replacement};
    };
    row("a word outside the margins", ofPages(outsidePrintArea), QStringLiteral("(BT 1 0 0 1) 31 "),
        QStringLiteral("\\1 20 "));
    row("a line on another", ofPages(overlappingWords),
        QStringLiteral(
            "(BT 1 0 0 1 [\\d.]+ [\\d.]+ Tm )([^\\n]*\\n)BT 1 0 0 1 [\\d.]+ [\\d.]+ Tm "),
        QStringLiteral("\\1\\2\\1"));
    row("a text that cannot be searched", ofPages(unsearchableWords),
        QStringLiteral("(<[0-9A-F]{4}>)<0065>\\n"), QStringLiteral("\\1<FFFD>\n"));
    row("a page without headings", ofPages(headingDefects),
        QStringLiteral("(Contents for page 2\\n.*?Subtype/Header>>BDC.*?EMC\\n)"
                       "/Artifact<</Type/Pagination/Subtype/Header>>BDC\\n(?:BT[^\\n]*\\n)*EMC\\n"),
        QStringLiteral("\\1"));
    row("a heading out of line", ofPages(headingDefects),
        QStringLiteral("(Contents for page 2\\n.*?)") + provider,
        QStringLiteral("\\1BT 1 0 0 1 260 "));
    row("a line out of line", ofPages(alignmentDefects),
        QStringLiteral("(Tm /F1 8 Tf.*?)") + provider, QStringLiteral("\\1BT 1 0 0 1 260 "));
    row("figures out of line", ofPages(alignmentDefects), places,
        QStringLiteral("BT 1 0 0 1 545 "));
    row("a line that is missing", ofPages(rowDefects),
        QStringLiteral("(Tm /F1 8 Tf.*)") + provider + QStringLiteral("[^\\n]*\\n"),
        QStringLiteral("\\1"));
    row("a page number that is missing", ofPages(pageNumberDefects),
        QStringLiteral("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\\s+(?:0 g )?BT[^\\n]*\\n"),
        QStringLiteral("/Artifact BMC "));
    row("a cell that is not read", structureDefects,
        QStringLiteral("(Tm /F1 8 Tf.*)") + provider + QStringLiteral("[^\\n]*\\n"),
        QStringLiteral("\\1"));
    row("a cell that is none", structureDefects, QStringLiteral("/S /TD"), QStringLiteral("/S /P"));
    row("an address that is no link", linkDefects, QStringLiteral("mailto:"), QString());
}

void TestTablePages::brokenFileIsNoticed()
{
    QFETCH(const Check, check);
    QFETCH(const PdfEdit, edit);
    QVERIFY(check(m_sound, m_content).isEmpty());
    const QString broken = path(QStringLiteral("faux.pdf"));
    writeEditedPdf(m_sound, broken, {edit});
    QVERIFY(!check(broken, m_content).isEmpty());
}

void TestTablePages::lonelyTitleIsNoticed()
{
    const QList<PrintedPage> sound = printedPages(m_sound);
    QVERIFY(lonelyTitles(sound, m_content).isEmpty());
    // The first title as the last of its page: what stands under it is gone.
    QList<PrintedPage> pages = sound;
    const QString title = m_content.groups.first().title.section(u' ', 0, 0);
    const auto found = std::ranges::find(pages.first().words, title, &PrintedWord::text);
    QVERIFY(found != pages.first().words.end());
    const qreal bottom = found->box.bottom();
    pages.first().words.removeIf([bottom](const PrintedWord &word) {
        return word.box.top() > bottom && word.box.top() < bottom + 60;
    });
    QCOMPARE(lonelyTitles(pages, m_content).size(), 1);
}

void TestTablePages::splitRowIsNoticed()
{
    QList<PrintedPage> pages = printedPages(m_sound);
    QVERIFY(rowDefects(pages, m_content).isEmpty());
    // The last line of the first page goes on top of the second page's rows.
    QList<PrintedWord> &words = pages[0].words;
    const auto isSession = [](const PrintedWord &word) {
        return word.text.startsWith(QStringLiteral("SE_"));
    };
    const auto last = std::find_if(words.rbegin(), words.rend(), isSession);
    PrintedWord moved = *last;
    words.erase(std::next(last).base());
    moved.box.moveTop(std::ranges::find_if(pages[1].words, isSession)->box.top() - 60);
    pages[1].words << moved;
    QVERIFY(!rowDefects(pages, m_content).isEmpty());
}

void TestTablePages::greyCopySaysTheSame()
{
    const QString grey = path(QStringLiteral("gris.pdf"));
    (void)toolText(QStringLiteral("gs"),
                   {QStringLiteral("-q"), QStringLiteral("-dNOPAUSE"), QStringLiteral("-dBATCH"),
                    QStringLiteral("-dSAFER"), QStringLiteral("-sDEVICE=pdfwrite"),
                    QStringLiteral("-sColorConversionStrategy=Gray"),
                    QStringLiteral("-sOutputFile=") + grey, m_sound});
    const auto textOf = [](const QString &fileName) {
        return toolText(QStringLiteral("pdftotext"),
                        {QStringLiteral("-raw"), fileName, QStringLiteral("-")})
            .simplified();
    };
    QCOMPARE(textOf(grey), textOf(m_sound));
    QVERIFY(rowDefects(printedPages(grey), m_content).isEmpty());
    // The same command on a file of which a line is missing does not say the same.
    const QString broken = path(QStringLiteral("faux.pdf"));
    writeEditedPdf(
        m_sound, broken,
        {{lineOf(m_content, EditionColumn::Provider) + QStringLiteral("[^\\n]*\\n"), {}}});
    QVERIFY(textOf(broken) != textOf(grey));
}

void TestTablePages::everyScriptCanBeFound()
{
    const QString fileName = path(QStringLiteral("ecritures.pdf"));
    QVERIFY(writeTablePdf(scriptsEdition(), fileName));
    const ToolOutput sound = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), fileName});
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
    const QString found = withoutSpaces(toolText(
        QStringLiteral("pdftotext"), {QStringLiteral("-raw"), fileName, QStringLiteral("-")}));
    // What runs from right to left is printed as it is seen: backwards.
    for (const QString &words :
         {QStringLiteral("Œuvre efficace, affligé, effluent, fin, flux"),
          QStringLiteral("\u05DD\u05D5\u05DC\u05E9"), QStringLiteral("élève"),
          QStringLiteral("Soudure TIG et"), QStringLiteral("MAG suite"),
          QStringLiteral("<b>&amp;</b> (a\\b) %PDF #20 [x] {y} \"z\"")}) {
        QVERIFY2(found.contains(withoutSpaces(words)), qPrintable(words + u'\n' + found));
    }
}

QTEST_MAIN(TestTablePages)
#include "tst_tablepages.moc"
