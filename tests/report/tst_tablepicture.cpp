// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of a fixed edition as a picture: where there is ink, and how much. What the file
// shows, what is painted on the screen, and what was once looked at and found good must agree.
// Fonts differ a little from version to version, so the page is seen through a coarse grid. After a
// change of the page that is wanted: look at it, then run with RECOUPE_NEW_PICTURE=1, which writes
// tests/report/page1.ink anew.
#include "report/editioncells.h"
#include "report/sampleedition.h"
#include "report/tablelayout.h"
#include "report/tablepainter.h"
#include "report/tablepdf.h"
#include "support/pdf/pdftools.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace recoupe;
using namespace recoupe::test;
using namespace recoupe::testing;

namespace {

const QString inkFile = QStringLiteral(RECOUPE_SOURCE_DIR "tests/report/page1.ink");
constexpr int dotsPerPoint = 2;
constexpr int cellSize = 14; // points
constexpr int levels = 35;   // of ink: 0 to 9, then a to z
// Of the ink of a page, what may be elsewhere.
constexpr double sameFont = 0.05;  // the same letters, drawn by another program
constexpr double otherFont = 0.12; // another version of the font

//! How dark each cell of the page is, from 0 to 1, row by row.
struct InkMap
{
    int columns = 0;
    QList<double> cells;
};

InkMap inkOf(const QImage &page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    constexpr int size = cellSize * dotsPerPoint;
    InkMap map{(grey.width() + size - 1) / size, {}};
    for (int top = 0; top < grey.height(); top += size) {
        for (int left = 0; left < grey.width(); left += size) {
            qint64 ink = 0;
            for (int y = top; y < std::min(top + size, grey.height()); ++y) {
                for (int x = left; x < std::min(left + size, grey.width()); ++x)
                    ink += 255 - grey.constScanLine(y)[x];
            }
            map.cells << double(ink) / (255.0 * size * size);
        }
    }
    return map;
}

//! The ink that is in one and not at the same place in the other, as a part of all; 1 when the
//! pages are not of one size.
double difference(const InkMap &a, const InkMap &b)
{
    if (a.columns != b.columns || a.cells.size() != b.cells.size())
        return 1;
    double differs = 0;
    double all = 0;
    for (qsizetype cell = 0; cell < a.cells.size(); ++cell) {
        differs += std::abs(a.cells.at(cell) - b.cells.at(cell));
        all += a.cells.at(cell) + b.cells.at(cell);
    }
    return all > 0 ? differs / all : 0;
}

QByteArray asText(const InkMap &map)
{
    QByteArray text;
    for (qsizetype cell = 0; cell < map.cells.size(); ++cell) {
        const int level = std::min(levels, int(std::lround(map.cells.at(cell) * levels)));
        text += QByteArray::number(level, levels + 1);
        if ((cell + 1) % map.columns == 0)
            text += '\n';
    }
    return text;
}

InkMap fromText(const QByteArray &text)
{
    InkMap map{int(text.indexOf('\n')), {}};
    for (const char c : text) {
        if (c != '\n')
            map.cells << double(QByteArray(1, c).toInt(nullptr, levels + 1)) / levels;
    }
    return map;
}

QImage shifted(const QImage &page, QPoint by)
{
    QImage out(page.size(), page.format());
    out.fill(Qt::white);
    QPainter(&out).drawImage(by, page);
    return out;
}

} // namespace

class TestTablePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileShowsWhatIsPainted();
    void pageIsTheOneThatWasLookedAt();
    void shiftIsNoticed_data();
    void shiftIsNoticed();
    void missingColumnIsNoticed();

private:
    EditionContent m_content = fullEdition(30, 3);
    QImage m_printed;
    QImage m_painted;
};

void TestTablePicture::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("tableau.pdf"));
    QVERIFY(writeTablePdf(m_content, fileName));
    const QString picture = folder.filePath(QStringLiteral("page"));
    (void)toolText(QStringLiteral("pdftoppm"),
                   {QStringLiteral("-r"), QString::number(72 * dotsPerPoint),
                    QStringLiteral("-png"), QStringLiteral("-singlefile"), fileName, picture});
    m_printed = QImage(picture + QStringLiteral(".png"));
    QCOMPARE(m_printed.size(), pageFormat(Paper::A4).size.toSize() * dotsPerPoint);

    m_painted = QImage(m_printed.size(), QImage::Format_RGB32);
    m_painted.fill(Qt::white);
    QPainter painter(&m_painted);
    painter.scale(dotsPerPoint, dotsPerPoint);
    drawTablePage(painter, layOutTable(m_content), 0);
}

void TestTablePicture::fileShowsWhatIsPainted()
{
    QCOMPARE_LT(difference(inkOf(m_printed), inkOf(m_painted)), sameFont);
}

void TestTablePicture::pageIsTheOneThatWasLookedAt()
{
    const InkMap ink = inkOf(m_printed);
    if (qEnvironmentVariableIsSet("RECOUPE_NEW_PICTURE"))
        writeFileBytes(inkFile, asText(ink));
    const InkMap known = fromText(fileBytes(inkFile));
    QCOMPARE_LT(difference(ink, known), otherFont);
}

void TestTablePicture::shiftIsNoticed_data()
{
    QTest::addColumn<QPoint>("points");
    QTest::addColumn<double>("limit");
    QTest::newRow("down by half a line") << QPoint(0, 5) << otherFont;
    QTest::newRow("up by half a line") << QPoint(0, -5) << otherFont;
    QTest::newRow("to the right") << QPoint(14, 0) << otherFont;
    QTest::newRow("down by a little") << QPoint(0, 2) << sameFont;
    QTest::newRow("to the left by a little") << QPoint(-6, 0) << sameFont;
}

void TestTablePicture::shiftIsNoticed()
{
    QFETCH(const QPoint, points);
    QFETCH(const double, limit);
    const InkMap off = inkOf(shifted(m_printed, points * dotsPerPoint));
    QCOMPARE_GT(difference(off, fromText(fileBytes(inkFile))), limit);
    QCOMPARE_GT(difference(off, inkOf(m_painted)), limit);
}

void TestTablePicture::missingColumnIsNoticed()
{
    QImage page = m_printed;
    const TableLayout layout = layOutTable(m_content);
    const auto headings = std::ranges::find(layout.pages.first().blocks, BlockKind::ColumnHeadings,
                                            &TableBlock::kind);
    const QRectF contact = headings->cells.at(qsizetype(EditionColumn::Contact)).rect;
    QPainter(&page).fillRect(
        QRectF(contact.left() * dotsPerPoint, 0, contact.width() * dotsPerPoint, page.height()),
        Qt::white);
    QCOMPARE_GT(difference(inkOf(page), inkOf(m_painted)), sameFont);
}

QTEST_MAIN(TestTablePicture)
#include "tst_tablepicture.moc"
