// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/taggedpdf.h"
#include "support/pdf/accesschecks.h"
#include "support/pdf/pdftools.h"
#include "support/pdf/printedpages.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>
#include <QTimeZone>
#include <QtEndian>

#include <functional>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr QSizeF pageSize(400, 300);

QFont fontOf(const QString &family)
{
    QFont font(family);
    font.setPixelSize(int(ShapedWord::unitsPerSize));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

ShapedWord shaped(const QString &text, const QString &family = QStringLiteral("Liberation Sans"))
{
    QTextLayout layout(text, fontOf(family));
    QTextOption option;
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e7);
    layout.endLayout();
    QList<QGlyphRun> runs = line.glyphRuns();
    for (QGlyphRun &run : runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
    }
    return {text, runs, line.horizontalAdvance()};
}

using FontTables = QMap<QByteArray, QByteArray>;

//! What an outline font is made of (OpenType), to be changed.
FontTables sansTables()
{
    const QRawFont font = QRawFont::fromFont(fontOf(QStringLiteral("Liberation Sans")));
    FontTables tables;
    for (const char *tag :
         {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"})
        tables[tag] = font.fontTable(tag);
    return tables;
}

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

//! The font of these tables; sums, which no reader looks at, are left out.
QRawFont fontOf(const FontTables &tables)
{
    const auto count = quint16(tables.size());
    QByteArray directory = bigEndian(quint32(0x00010000)) + bigEndian(count) + QByteArray(6, '\0');
    QByteArray all;
    const qsizetype start = directory.size() + 16 * tables.size();
    for (auto table = tables.cbegin(); table != tables.cend(); ++table) {
        directory += table.key() + bigEndian(quint32(0)) + bigEndian(quint32(start + all.size())) +
                     bigEndian(quint32(table->size()));
        all += table.value() + QByteArray(-table->size() & 3, '\0');
    }
    return QRawFont(directory + all, ShapedWord::unitsPerSize);
}

QRawFont fontWithRights(quint16 rights, FontTables tables = sansTables())
{
    tables["OS/2"].replace(8, 2, bigEndian(rights)); // fsType
    return fontOf(tables);
}

//! A word of that font, a glyph for each character.
ShapedWord shaped(const QString &text, const QRawFont &font)
{
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes(font.glyphIndexesForString(text));
    QList<QPointF> positions;
    qreal width = 0;
    for (const QPointF &advance : font.advancesForGlyphIndexes(run.glyphIndexes())) {
        positions << QPointF(width, 0);
        width += advance.x();
    }
    run.setPositions(positions);
    return {text, {run}, width};
}

//! The tables, with a letter that draws nothing.
FontTables withoutOutline(FontTables tables, QChar letter)
{
    const quint32 glyph = fontOf(tables).glyphIndexesForString(letter).first();
    const bool isLong = tables["head"].at(51) != 0; // indexToLocFormat
    const char *places = tables["loca"].constData();
    const quint32 place = isLong ? qFromBigEndian<quint32>(places + 4 * glyph)
                                 : 2U * qFromBigEndian<quint16>(places + 2 * glyph);
    tables["glyf"].replace(place, 2, bigEndian(quint16(0))); // numberOfContours
    return tables;
}

} // namespace

class TestTaggedPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsStandWhereTheyAreDrawn();
    void whatLooksTheSameReadsAsWritten();
    void missingGlyphIsAShape();
    void fontThatCannotBeEmbeddedIsDrawn();
    void onlyWhatMayBeIsEmbedded_data();
    void onlyWhatMayBeIsEmbedded();
    void glyphWithoutOutlineIsABox_data();
    void glyphWithoutOutlineIsABox();
    void fontThatIsRefusedFailsTheWriting_data();
    void fontThatIsRefusedFailsTheWriting();
    void elementGoesOverPages();
    void pageIsGoneOnWith();
    void linkHasARectangleForEachLine();
    void thousandsOfLinksAreFound();
    void emptyDocumentIsOne();
    void fullDeviceIsNoticed();

private:
    using Draw = std::function<void(TaggedPdf &)>;
    //! A document as it was drawn.
    [[nodiscard]] QString written(const Draw &draw);
    //! A page with a word at (50, 100), of ten points.
    static void drawWord(TaggedPdf &pdf, const ShapedWord &word);

    QTemporaryDir m_folder;
    TaggedPdf::Description m_description{
        QStringLiteral("Essai"), QByteArrayLiteral("fr-FR"), QStringLiteral("Recoupe"),
        QDateTime(QDate(2026, 2, 9), QTime(0, 0), QTimeZone::utc())};
};

void TestTaggedPdf::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
}

QString TestTaggedPdf::written(const Draw &draw)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TaggedPdf pdf(buffer, m_description);
    draw(pdf);
    if (!pdf.finish())
        QTest::qFail("The file was not taken.", __FILE__, __LINE__);
    const QString fileName = m_folder.filePath(QStringLiteral("essai.pdf"));
    writeFileBytes(fileName, buffer.data());
    return fileName;
}

void TestTaggedPdf::drawWord(TaggedPdf &pdf, const ShapedWord &word)
{
    pdf.beginPage(pageSize);
    pdf.openElement("P");
    pdf.beginContent();
    pdf.drawText({50, 100}, {word}, 10);
    pdf.endContent();
    pdf.closeElement();
    pdf.endPage();
}

void TestTaggedPdf::wordsStandWhereTheyAreDrawn()
{
    const QString fileName = written([](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.openElement("P");
        pdf.beginContent();
        pdf.drawText({50, 100}, {shaped(QStringLiteral("AVANT ")), shaped(QStringLiteral("Tôt"))},
                     10);
        pdf.endContent();
        pdf.closeElement();
        pdf.endPage();
    });
    const QList<PrintedPage> pages = printedPages(fileName);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().size, pageSize);
    QCOMPARE(pages.first().words.size(), 2);
    const qreal second = 50 + shaped(QStringLiteral("AVANT ")).width * 10 / 64;
    QCOMPARE(pages.first().words.at(0).text, QStringLiteral("AVANT"));
    QVERIFY(qAbs(pages.first().words.at(0).box.left() - 50) < 0.1);
    QCOMPARE(pages.first().words.at(1).text, QStringLiteral("Tôt"));
    QVERIFY(qAbs(pages.first().words.at(1).box.left() - second) < 0.1);
    QVERIFY(pages.first().words.at(0).box.contains(QPointF(60, 98)));
    QCOMPARE(accessDefects(fileName), QStringList());
}

void TestTaggedPdf::whatLooksTheSameReadsAsWritten()
{
    // Fonts draw some of these pairs with one glyph, which can stand for one of them only.
    const QStringList words{QStringLiteral("\u00B5"), QStringLiteral("\u03BC"),
                            QStringLiteral("\u0394"), QStringLiteral("\u2206"),
                            QStringLiteral("-"),      QStringLiteral("\u2010")};
    const QString fileName = written([&words](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.openElement("P");
        pdf.beginContent();
        for (qsizetype i = 0; i < words.size(); ++i)
            pdf.drawText({50, 100.0 + 20.0 * double(i)}, {shaped(words.at(i))}, 10);
        pdf.endContent();
        pdf.closeElement();
        pdf.endPage();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    const QString text = toolText(QStringLiteral("pdftotext"),
                                  {QStringLiteral("-raw"), fileName, QStringLiteral("-")});
    QCOMPARE(text.simplified(), words.join(u' '));
}

void TestTaggedPdf::missingGlyphIsAShape()
{
    const QString fileName = written([](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.openElement("P");
        pdf.beginContent();
        pdf.drawText({50, 100},
                     {shaped(QStringLiteral("a ")), shaped(QStringLiteral("\U000FABCD"))}, 10);
        pdf.endContent();
        pdf.closeElement();
        pdf.endPage();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    const ReadPdf pdf(fileName);
    QCOMPARE(pdf.contents.first().painted.size(), 2);
    QCOMPARE(pdf.contents.first().painted.at(1).operation, QByteArray("f"));
    QVERIFY(pdf.contents.first().painted.at(1).marks.last().hasActualText);
}

void TestTaggedPdf::fontThatCannotBeEmbeddedIsDrawn()
{
    // Outlines of PostScript; Debian's fonts of Ghostscript are such.
    const ShapedWord word = shaped(QStringLiteral("mot"), QStringLiteral("Nimbus Sans"));
    if (PdfFont::canEmbed(word.runs.first().rawFont()))
        QSKIP("No font with PostScript outlines is installed.");
    const QString fileName = written([&word](TaggedPdf &pdf) { drawWord(pdf, word); });
    QCOMPARE(accessDefects(fileName), QStringList());
    QVERIFY(ReadPdf(fileName).contents.first().painted.first().font.isEmpty());
}

void TestTaggedPdf::onlyWhatMayBeIsEmbedded_data()
{
    QTest::addColumn<QRawFont>("font");
    QTest::addColumn<bool>("isEmbedded");
    const auto withTable = [](const char *tag) {
        FontTables tables = sansTables();
        tables[tag] = QByteArray(8, '\0');
        return fontOf(tables);
    };
    QTest::newRow("as it is") << fontOf(sansTables()) << true;
    QTest::newRow("for any use") << fontWithRights(0) << true;
    QTest::newRow("restricted licence") << fontWithRights(0x0002) << false;
    QTest::newRow("to look and print") << fontWithRights(0x0004) << true;
    QTest::newRow("to edit") << fontWithRights(0x0008) << true;
    // Of old fonts that say several the least strict counts.
    QTest::newRow("restricted, but to look") << fontWithRights(0x0006) << true;
    QTest::newRow("no part of it") << fontWithRights(0x0108) << false;
    QTest::newRow("bitmaps alone") << fontWithRights(0x0208) << false;
    QTest::newRow("variable") << withTable("fvar") << false;
    QTest::newRow("in colours") << withTable("COLR") << false;
}

void TestTaggedPdf::onlyWhatMayBeIsEmbedded()
{
    QFETCH(const QRawFont, font);
    QFETCH(const bool, isEmbedded);
    QVERIFY(font.isValid());
    const ShapedWord word = shaped(QStringLiteral("mot"), font);
    const QString fileName = written([&word](TaggedPdf &pdf) { drawWord(pdf, word); });
    QCOMPARE(accessDefects(fileName), QStringList());
    const ReadPdf pdf(fileName);
    QCOMPARE(pdf.contents.first().painted.first().font.isEmpty(), !isEmbedded);
}

void TestTaggedPdf::glyphWithoutOutlineIsABox_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("outlines");
    QTest::newRow("letter") << QStringLiteral("l") << 1;
    QTest::newRow("none") << QStringLiteral("m") << 2; // around, and the hole in it
    QTest::newRow("both") << QStringLiteral("ml") << 3;
    QTest::newRow("space") << QStringLiteral("l l") << 2;
    QTest::newRow("no-break space") << QStringLiteral("l\u00A0l") << 2;
}

void TestTaggedPdf::glyphWithoutOutlineIsABox()
{
    QFETCH(const QString, text);
    QFETCH(const int, outlines);
    const QRawFont font = fontWithRights(0x0002, withoutOutline(sansTables(), u'm'));
    const ShapedWord word = shaped(text, font);
    const QString fileName = written([&word](TaggedPdf &pdf) { drawWord(pdf, word); });
    QCOMPARE(accessDefects(fileName), QStringList());
    const PdfDocument document(fileName);
    const QByteArray content =
        document.stream(document.dictionary(document.pages().first())[QStringLiteral("/Contents")]
                            .toArray()
                            .first());
    static const QRegularExpression corner(QStringLiteral("([\\d.]+) ([\\d.]+) ([ml]) "));
    const QRectF room(50, 200, word.width * 10 / ShapedWord::unitsPerSize, 10);
    int begun = 0;
    for (auto it = corner.globalMatch(QString::fromLatin1(content)); it.hasNext();) {
        const auto match = it.next();
        QVERIFY(room.contains(match.captured(1).toDouble(), match.captured(2).toDouble()));
        begun += match.captured(3) == u"m";
    }
    QCOMPARE(begun, outlines);
}

void TestTaggedPdf::fontThatIsRefusedFailsTheWriting_data()
{
    QTest::addColumn<QByteArray>("brokenTable");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray() << QStringLiteral("mot");
    QTest::newRow("none, nothing to see") << QByteArray() << QStringLiteral(" ");
    QTest::newRow("no part is made") << QByteArray("head") << QStringLiteral("mot");
    QTest::newRow("the part is not whole") << QByteArray("hhea") << QStringLiteral("mot");
}

void TestTaggedPdf::fontThatIsRefusedFailsTheWriting()
{
    QFETCH(const QByteArray, brokenTable);
    QFETCH(const QString, text);
    FontTables tables = sansTables();
    if (!brokenTable.isEmpty())
        tables[brokenTable].replace(0, 2, bigEndian(quint16(2))); // a version that there is not
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TaggedPdf pdf(buffer, m_description);
    drawWord(pdf, shaped(text, fontOf(tables)));
    const Result<> finished = pdf.finish();
    QCOMPARE(finished.has_value(), brokenTable.isEmpty());
    if (!finished) {
        QCOMPARE(finished.error().code, ErrorCode::FileUnwritable);
        QVERIFY(finished.error().message.contains(
            QStringLiteral("La police «\u00A0Liberation Sans\u00A0»")));
        QVERIFY(pdf.isSound()); // it is not for the disk
    }
}

void TestTaggedPdf::elementGoesOverPages()
{
    const QString fileName = written([](TaggedPdf &pdf) {
        pdf.openElement("P");
        for (const QString &word : {QStringLiteral("un"), QStringLiteral("deux")}) {
            pdf.beginPage(pageSize);
            pdf.beginContent();
            pdf.drawText({50, 100}, {shaped(word)}, 10);
            pdf.endContent();
            pdf.endPage();
        }
        pdf.closeElement();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    const ReadPdf pdf(fileName);
    QCOMPARE(pdf.tree.elements().size(), 2);
    const QList<ContentKey> expected{{pdf.document.pages().at(0), 0},
                                     {pdf.document.pages().at(1), 0}};
    QCOMPARE(pdf.tree.elements().last().contents, expected);
}

void TestTaggedPdf::pageIsGoneOnWith()
{
    const QString fileName = written([](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.openElement("P");
        pdf.beginContent();
        pdf.drawText({50, 100}, {shaped(QStringLiteral("blanc"))}, 10, 255);
        pdf.endContent();
        pdf.closeElement();
        pdf.endPage();
        pdf.returnToPage(0);
        pdf.beginArtifact(TaggedPdf::Artifact::Footer);
        pdf.drawText({50, 200}, {shaped(QStringLiteral("noir"))}, 10);
        pdf.endContent();
        pdf.endPage();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    QCOMPARE(printedPages(fileName).first().words.size(), 2);
    // What follows is not in the colour that was left.
    const PdfDocument document(fileName);
    const QJsonArray contents =
        document.array(document.dictionary(document.pages().first())[QStringLiteral("/Contents")]);
    QCOMPARE(contents.size(), 2);
    QVERIFY(document.stream(contents.at(1)).contains("\n0 g BT"));
}

void TestTaggedPdf::linkHasARectangleForEachLine()
{
    const QList<QRectF> lines{{50, 90, 60, 10}, {50, 100, 30, 10}};
    const QString fileName = written([&lines](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.openElement("Link");
        pdf.beginContent();
        pdf.drawText({50, 98}, {shaped(QStringLiteral("a@b.fr"))}, 10);
        pdf.endContent();
        pdf.link(lines, "mailto:a@b.fr", QStringLiteral("a@b.fr"));
        pdf.closeElement();
        pdf.endPage();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    const PdfDocument document(fileName);
    const QJsonObject link = document.dictionary(
        document.array(document.dictionary(document.pages().first())[QStringLiteral("/Annots")])
            .first());
    QCOMPARE(link[QStringLiteral("/QuadPoints")].toArray().size(), 16);
    QCOMPARE(link[QStringLiteral("/Rect")].toArray(), QJsonArray({50, 190, 110, 210}));
    QCOMPARE(PdfDocument::text(link[QStringLiteral("/Contents")]), QStringLiteral("a@b.fr"));
}

void TestTaggedPdf::thousandsOfLinksAreFound()
{
    // With the keys of the pages, twice as many elements as an array may have.
    constexpr int pages = 9;
    constexpr int linksPerPage = 1000;
    const QString fileName = written([](TaggedPdf &pdf) {
        for (int page = 0; page < pages; ++page) {
            pdf.beginPage(pageSize);
            pdf.openElement("P");
            for (int link = 0; link < linksPerPage; ++link) {
                pdf.openElement("Link");
                pdf.link({{50, 90, 60, 10}}, "mailto:a@b.fr", QStringLiteral("a@b.fr"));
                pdf.closeElement();
            }
            pdf.closeElement();
            pdf.endPage();
        }
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    QCOMPARE(ReadPdf(fileName).tree.keys().size(), pages * (linksPerPage + 1));
}

void TestTaggedPdf::emptyDocumentIsOne()
{
    const QString fileName = written([](TaggedPdf &pdf) {
        pdf.beginPage(pageSize);
        pdf.endPage();
    });
    QCOMPARE(accessDefects(fileName), QStringList());
    QVERIFY(!PdfDocument(fileName).catalog().contains(QStringLiteral("/Outlines")));
}

void TestTaggedPdf::fullDeviceIsNoticed()
{
    QBuffer closed; // takes nothing
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    TaggedPdf pdf(closed, m_description);
    pdf.beginPage(pageSize);
    pdf.endPage();
    QVERIFY(!pdf.isSound());
    QVERIFY(!pdf.finish());
}

QTEST_MAIN(TestTaggedPdf)
#include "tst_taggedpdf.moc"
