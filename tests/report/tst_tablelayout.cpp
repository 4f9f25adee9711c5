// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncells.h"
#include "report/editionframe.h"
#include "report/sampleedition.h"
#include "report/tableblocks.h"
#include "report/tablefonts.h"
#include "report/tablelayout.h"
#include "report/tablepainter.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTextLayout>

#include <numeric>

#include <algorithm>
#include <cmath>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

constexpr qreal tolerance = 0.05; // of a point

bool holds(const QRectF &outer, const QRectF &inner)
{
    return outer.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(inner);
}

const TableFonts &fonts()
{
    static const TableFonts all;
    return all;
}

//! Where the ink of a line can be, measured anew.
QRectF inkOf(const TextLine &line)
{
    const qreal size = fonts().font(line.style).pixelSize();
    return {line.position.x(), line.position.y() - 0.8 * size, fonts().width(line.text, line.style),
            size};
}

QList<TableBlock> blocksOf(const TablePage &page, BlockKind kind)
{
    QList<TableBlock> out;
    std::ranges::copy_if(page.blocks, std::back_inserter(out),
                         [kind](const TableBlock &block) { return block.kind == kind; });
    return out;
}

QString textOf(const TableCell &cell)
{
    QStringList lines;
    for (const TextLine &line : cell.lines)
        lines << line.text;
    return lines.join(u' ');
}

QString textOf(const TableBlock &block)
{
    QStringList cells;
    for (const TableCell &cell : block.cells)
        cells << textOf(cell);
    return cells.join(u'\t');
}

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

//! The first thing that is wrong with the cell; empty when all is well.
QString faultIn(const TableBlock &block, const TableCell &cell)
{
    if (!holds(block.rect, cell.rect))
        return QStringLiteral("cell outside its block");
    qreal lastBottom = -1;
    for (const TextLine &line : cell.lines) {
        const QRectF ink = inkOf(line);
        if (!holds(cell.rect, ink))
            return QStringLiteral("\"%1\" outside its cell").arg(line.text);
        if (ink.top() < lastBottom - tolerance)
            return QStringLiteral("\"%1\" over the line above").arg(line.text);
        lastBottom = ink.bottom();
    }
    for (const FilledBox &box : cell.boxes) {
        if (!holds(cell.rect, box.rect))
            return QStringLiteral("box outside its cell");
    }
    return {};
}

QString faultIn(const TableBlock &block)
{
    qreal right = 0;
    for (const TableCell &cell : block.cells) {
        if (cell.rect.left() < right - tolerance)
            return QStringLiteral("cells over each other");
        right = cell.rect.right();
        const QString fault = faultIn(block, cell);
        if (!fault.isEmpty())
            return fault;
    }
    for (const FilledBox &box : block.boxes) {
        if (!holds(block.rect, box.rect))
            return QStringLiteral("box outside its block");
    }
    return {};
}

QString faultIn(const TablePage &page)
{
    qreal bottom = 0;
    const qreal foot = blocksOf(page, BlockKind::Legend).first().rect.top();
    for (const TableBlock &block : page.blocks) {
        const bool atFoot = block.kind == BlockKind::Legend || block.kind == BlockKind::PageNumber;
        if (!holds(pageFormat(Paper::A4).printArea, block.rect))
            return QStringLiteral("block outside the print area");
        if (!atFoot && (block.rect.top() < bottom - tolerance || block.rect.bottom() > foot))
            return QStringLiteral("blocks over each other");
        if (!atFoot)
            bottom = block.rect.bottom();
        const QString fault = faultIn(block);
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

//! Height between the column headings and the foot of a page.
qreal bodyHeight(const TablePage &page)
{
    constexpr qreal footGap = 6; // stays free above the foot
    return blocksOf(page, BlockKind::Legend).first().rect.top() -
           blocksOf(page, BlockKind::ColumnHeadings).first().rect.bottom() - footGap;
}

//! Of two greys, as WCAG 2 (1.4.3) measures it: 1 to 21.
double contrast(int a, int b)
{
    const auto luminance = [](int grey) {
        const double part = grey / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

//! The least of the words of a block with what they stand on.
double leastContrast(const TableBlock &block)
{
    double least = 21;
    for (const TableCell &cell : block.cells) {
        for (const TextLine &line : cell.lines) {
            int ground = 255;
            for (const FilledBox &box : block.boxes + cell.boxes) {
                if (box.rect.contains(line.position - QPointF(0, 1)))
                    ground = box.grey;
            }
            least = std::min(least, contrast(line.inverse ? 255 : 0, ground));
        }
    }
    return least;
}

} // namespace

class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fontIsOneThatIsMeasured();
    void printedSizesAreReadable();
    void wordsStandOutFromTheirGround();
    void textKeepsItsWidthAtAnyScale();
    void nothingLeavesItsPlace_data();
    void nothingLeavesItsPlace();
    void everyRowIsThereOnceWhole_data() { nothingLeavesItsPlace_data(); }
    void everyRowIsThereOnceWhole();
    void everyDepartureIsThereOnce_data() { nothingLeavesItsPlace_data(); }
    void everyDepartureIsThereOnce();
    void groupTitlesAreNeverAlone_data() { nothingLeavesItsPlace_data(); }
    void groupTitlesAreNeverAlone();
    void everyPageHasItsFurniture_data() { nothingLeavesItsPlace_data(); }
    void everyPageHasItsFurniture();
    void columnsAreTheSameOnAllPages();
    void endlessTextIsCutWithAnEllipsis();
    void emptyEditionSaysSo();
    void firstPageCountsSessionsPerFunder();
    void suspendedIsToldWithoutColour();
    void communeStandsOutOnOneLine();
    void longAddressGoesOnWithItsSign();
    void draftIsMarked();
    void annulledEditionIsMarked();
    void layoutStopsWhenTold();
    void drawingScalesWithThePainter();
};

void TestTableLayout::initTestCase()
{
    fontIsOneThatIsMeasured();
}

void TestTableLayout::fontIsOneThatIsMeasured()
{
    const QString family = QFontInfo(fonts().font(TextStyle::Body)).family();
    QVERIFY2(TableFonts::families().contains(family),
             qPrintable(QStringLiteral("The table would be set in \"%1\". Install Liberation Sans "
                                       "(Debian: fonts-liberation) or Arial.")
                            .arg(family)));
    QVERIFY(QFontDatabase::families().contains(family));
}

void TestTableLayout::wordsStandOutFromTheirGround()
{
    constexpr double enough = 4.5;
    for (const TablePage &page : layOutTable(sampleEdition(30, true)).pages) {
        for (TableBlock block : page.blocks) {
            QCOMPARE_GT(leastContrast(block), enough);
            block.boxes << FilledBox{block.rect, 110};
            QVERIFY(leastContrast(block) < enough);
        }
    }
}

void TestTableLayout::printedSizesAreReadable()
{
    for (const TextStyle style :
         {TextStyle::Title, TextStyle::Edition, TextStyle::Notice, TextStyle::GroupTitle,
          TextStyle::Heading, TextStyle::Strong, TextStyle::Body}) {
        QCOMPARE_GE(fonts().font(style).pixelSize(), 8);
    }
    QCOMPARE_GE(fonts().font(TextStyle::Small).pixelSize(), 7);
}

void TestTableLayout::textKeepsItsWidthAtAnyScale()
{
    const QString text = QStringLiteral("AVERTIR le maçon efficace du 12/01 au 30/04/2027");
    QFont large = fonts().font(TextStyle::Body);
    large.setPixelSize(800);
    QTextLayout layout(text, large);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
    const qreal expected = layout.lineAt(0).naturalTextWidth() / 100;
    const qreal width = fonts().width(text, TextStyle::Body);
    QVERIFY2(qAbs(width - expected) < expected * 0.005,
             qPrintable(QStringLiteral("%1, not %2").arg(width).arg(expected)));
}

void TestTableLayout::nothingLeavesItsPlace_data()
{
    QTest::addColumn<EditionContent>("content");
    for (int rows = 0; rows <= 200; rows += rows < 12 ? 1 : 47) {
        QTest::addRow("%d rows of any text", rows) << randomEdition(rows, 4000 + quint32(rows));
        QTest::addRow("%d usual rows", rows) << sampleEdition(rows, rows % 2);
    }
}

void TestTableLayout::nothingLeavesItsPlace()
{
    QFETCH(const EditionContent, content);
    const TableLayout layout = layOutTable(content);
    QVERIFY(!layout.pages.isEmpty());
    for (const TablePage &page : layout.pages)
        QCOMPARE(faultIn(page), QString());
}

void TestTableLayout::everyRowIsThereOnceWhole()
{
    QFETCH(const EditionContent, content);
    const TableLayout layout = layOutTable(content);
    QList<std::pair<qsizetype, qsizetype>> placed;
    for (const TablePage &page : layout.pages) {
        for (const TableBlock &block : blocksOf(page, BlockKind::Row)) {
            placed << std::pair(block.group, block.row);
            const EditionRow &row = content.groups.at(block.group).rows.at(block.row);
            const QString title = textOf(block.cells.at(1));
            if (!title.endsWith(u'…'))
                QCOMPARE(withoutSpaces(title), withoutSpaces(row.title + row.details));
        }
    }
    QList<std::pair<qsizetype, qsizetype>> expected;
    for (qsizetype group = 0; group < content.groups.size(); ++group) {
        for (qsizetype row = 0; row < content.groups.at(group).rows.size(); ++row)
            expected << std::pair(group, row);
    }
    QCOMPARE(placed, expected);
}

void TestTableLayout::everyDepartureIsThereOnce()
{
    QFETCH(const EditionContent, content);
    QList<qsizetype> placed;
    for (const TablePage &page : layOutTable(content).pages) {
        for (const TableBlock &block : blocksOf(page, BlockKind::Departure)) {
            placed << block.row;
            QCOMPARE(block.cells.size(), departureHeadings().size());
            const EditionDeparture &departure = content.departures.at(block.row);
            QCOMPARE(withoutSpaces(textOf(block.cells.last())), withoutSpaces(departure.reason));
        }
    }
    QList<qsizetype> expected(content.departures.size());
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(placed, expected);
}

void TestTableLayout::groupTitlesAreNeverAlone()
{
    QFETCH(const EditionContent, content);
    const TableLayout layout = layOutTable(content);
    const qreal capacity = bodyHeight(layout.pages.first());
    for (const TablePage &page : layout.pages) {
        for (qsizetype i = 0; i < page.blocks.size(); ++i) {
            const TableBlock &title = page.blocks.at(i);
            if (title.kind != BlockKind::GroupTitle)
                continue;
            const TableBlock &first = page.blocks.at(i + 1);
            QCOMPARE(first.kind, BlockKind::Row);
            QCOMPARE(textOf(title).endsWith(QStringLiteral(" (suite)")), title.repeated);
            QCOMPARE(title.repeated, first.row > 0);
            if (title.repeated || content.groups.at(title.group).rows.size() < 2)
                continue;
            if (page.blocks.at(i + 2).kind == BlockKind::Row)
                continue;
            // One row alone under a new title: only where two do not fit on any page.
            const auto isSecond = [&title](const TableBlock &block) {
                return block.kind == BlockKind::Row && block.group == title.group && block.row == 1;
            };
            for (const TablePage &other : layout.pages) {
                const auto second = std::ranges::find_if(other.blocks, isSecond);
                if (second != other.blocks.end()) {
                    QCOMPARE_GT(title.rect.height() + first.rect.height() + second->rect.height(),
                                capacity);
                }
            }
        }
    }
}

void TestTableLayout::everyPageHasItsFurniture()
{
    QFETCH(const EditionContent, content);
    const TableLayout layout = layOutTable(content);
    const qsizetype pages = layout.pages.size();
    for (qsizetype i = 0; i < pages; ++i) {
        const TablePage &page = layout.pages.at(i);
        QCOMPARE(blocksOf(page, BlockKind::PageHead).size(), 1);
        QCOMPARE(blocksOf(page, BlockKind::Summary).size(), i == 0 ? 1 : 0);
        const bool hasRows = !blocksOf(page, BlockKind::Row).isEmpty();
        const bool hasDepartures = !blocksOf(page, BlockKind::Departure).isEmpty();
        QVERIFY(hasRows || hasDepartures || content.rowCount() == 0);
        const QList<TableBlock> headings = blocksOf(page, BlockKind::ColumnHeadings);
        QCOMPARE(headings.size(), hasRows || i == 0 ? 1 : 0);
        QVERIFY(headings.isEmpty() || headings.first().repeated == (i > 0));
        QCOMPARE(blocksOf(page, BlockKind::DeparturesTitle).size(), hasDepartures ? 1 : 0);
        QCOMPARE(blocksOf(page, BlockKind::DepartureHeadings).size(), hasDepartures ? 1 : 0);
        QCOMPARE(withoutSpaces(textOf(blocksOf(page, BlockKind::Legend).first())),
                 withoutSpaces(legendWords(content).join(u' ')));
        QCOMPARE(textOf(blocksOf(page, BlockKind::PageNumber).first()),
                 QStringLiteral("page %1 sur %2").arg(i + 1).arg(pages));
        const QString head = textOf(blocksOf(page, BlockKind::PageHead).first());
        QVERIFY(head.contains(QStringLiteral("Tableau des formations collectives")));
        QVERIFY(head.contains(QStringLiteral("du 9 février 2026")));
        QVERIFY(head.contains(QStringLiteral("Quinzaine du 09/02/2026 au 22/02/2026")));
        QVERIFY(head.contains(QStringLiteral("l'édition du 26/01/2026")));
    }
}

void TestTableLayout::columnsAreTheSameOnAllPages()
{
    const TableLayout layout = layOutTable(sampleEdition(60));
    QCOMPARE_GT(layout.pages.size(), 3);
    const TableBlock headings = blocksOf(layout.pages.first(), BlockKind::ColumnHeadings).first();
    QCOMPARE(headings.cells.size(), 10);
    for (const TablePage &page : layout.pages) {
        for (const TableBlock &block : page.blocks) {
            if (block.kind != BlockKind::Row && block.kind != BlockKind::ColumnHeadings)
                continue;
            QCOMPARE(block.cells.size(), 10);
            for (qsizetype column = 0; column < 10; ++column) {
                QCOMPARE(block.cells.at(column).rect.left(), headings.cells.at(column).rect.left());
                QCOMPARE(block.cells.at(column).rect.width(),
                         headings.cells.at(column).rect.width());
            }
        }
    }
}

void TestTableLayout::endlessTextIsCutWithAnEllipsis()
{
    EditionContent content = sampleEdition(3);
    content.groups.first().rows.first().meeting = QStringLiteral("très long ").repeated(500);
    const TableLayout layout = layOutTable(content);
    for (const TablePage &page : layout.pages)
        QCOMPARE(faultIn(page), QString());
    const TableBlock row = blocksOf(layout.pages.first(), BlockKind::Row).first();
    QVERIFY(textOf(row.cells.at(7)).endsWith(u'…'));
}

void TestTableLayout::emptyEditionSaysSo()
{
    const TableLayout layout = layOutTable(sampleEdition(0));
    QCOMPARE(layout.pages.size(), 1);
    const QList<TableBlock> notices = blocksOf(layout.pages.first(), BlockKind::Notice);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(textOf(notices.first()),
             QStringLiteral("Aucune session n'est publiée dans cette édition."));
}

void TestTableLayout::firstPageCountsSessionsPerFunder()
{
    const TableLayout layout = layOutTable(sampleEdition(9));
    const TableBlock summary = blocksOf(layout.pages.first(), BlockKind::Summary).first();
    QStringList texts;
    for (const TableCell &cell : summary.cells)
        texts << textOf(cell).replace(QChar(0x00A0), u' ');
    const QStringList expected{
        QStringLiteral("Ensemble 9 sessions : 8 ouvertes, 1 suspendue"),
        QStringLiteral("France Travail 2 sessions : 2 ouvertes"),
        QStringLiteral("Conseil régional Auvergne-Rhône-Alpes 5 sessions : 4 ouvertes, "
                       "1 suspendue"),
        QStringLiteral("Agefiph 2 sessions : 2 ouvertes"),
        QStringLiteral("Depuis le 26/01/2026 0 nouvelle, 0 modifiée, 0 sortie")};
    QCOMPARE(texts, expected);
    for (const TableCell &cell : summary.cells)
        QCOMPARE(cell.lines.size(), 2); // none of them is broken
}

void TestTableLayout::suspendedIsToldWithoutColour()
{
    const TableLayout layout = layOutTable(sampleEdition(12));
    int suspended = 0;
    for (const TablePage &page : layout.pages) {
        for (const TableBlock &row : blocksOf(page, BlockKind::Row)) {
            const TableCell &state = row.cells.first();
            const bool isSuspended = textOf(state) == QStringLiteral("SUSPENDU");
            QCOMPARE(state.lines.size(), 1);
            QCOMPARE(state.lines.first().inverse, isSuspended);
            QCOMPARE(state.boxes.size(), isSuspended ? 1 : 0);
            suspended += isSuspended;
        }
    }
    QCOMPARE(suspended, 2);
}

void TestTableLayout::communeStandsOutOnOneLine()
{
    EditionContent content = sampleEdition(1);
    content.groups.first().rows.first().place = QStringLiteral("Clermont-Ferrand\n63000");
    const TableLayout layout = layOutTable(content);
    const TableCell place = blocksOf(layout.pages.first(), BlockKind::Row)
                                .first()
                                .cells.at(qsizetype(EditionColumn::Place));
    QCOMPARE(place.lines.size(), 2);
    QCOMPARE(place.lines.first().text, QStringLiteral("Clermont-Ferrand"));
    QCOMPARE(place.lines.first().style, TextStyle::Strong);
    QCOMPARE(place.lines.last().style, TextStyle::Body);
}

void TestTableLayout::longAddressGoesOnWithItsSign()
{
    EditionContent content = sampleEdition(1);
    EditionRow &row = content.groups.first().rows.first();
    row.contactName.clear();
    row.contactTelephone.clear();
    row.contactEmail = QStringLiteral("marie-christine.de-la-fontaine@formation-du-velay.fr");
    const TableLayout layout = layOutTable(content);
    const TableCell contact = blocksOf(layout.pages.first(), BlockKind::Row).first().cells.at(8);
    QCOMPARE(textOf(contact).remove(u' '), row.contactEmail);
    QVERIFY(contact.lines.size() > 1);
    for (const TextLine &line : contact.lines) {
        QCOMPARE(line.link, QStringLiteral("mailto:") + row.contactEmail);
        QVERIFY2(line.text.back().isLetterOrNumber(), qPrintable(line.text));
    }
}

void TestTableLayout::draftIsMarked()
{
    const TableLayout draft = layOutTable(sampleEdition(20, true));
    QCOMPARE(draft.stamp, QStringLiteral("PROJET"));
    for (const TablePage &page : draft.pages) {
        const QString head = textOf(blocksOf(page, BlockKind::PageHead).first());
        QVERIFY(head.contains(QStringLiteral("PROJET")));
    }
    const TableLayout issued = layOutTable(sampleEdition(20));
    QVERIFY(issued.stamp.isEmpty());
    const QString head = textOf(blocksOf(issued.pages.first(), BlockKind::PageHead).first());
    QVERIFY(head.contains(QStringLiteral("Édition n°\u00A02026-03 du 9 février 2026")));
}

void TestTableLayout::annulledEditionIsMarked()
{
    EditionContent content = sampleEdition(20);
    content.annulled = true;
    const TableLayout layout = layOutTable(content);
    QCOMPARE(layout.stamp, QStringLiteral("ANNULÉE"));
    for (const TablePage &page : layout.pages) {
        const QString head = textOf(blocksOf(page, BlockKind::PageHead).first());
        QVERIFY(head.contains(QStringLiteral("9 février 2026, ANNULÉE")));
    }
}

void TestTableLayout::layoutStopsWhenTold()
{
    const EditionContent content = sampleEdition(120);
    qsizetype seen = 0;
    QCOMPARE(flowTable(TableBlocks(content, Paper::A4),
                       [&seen](const TablePage &) { return ++seen < 3; }),
             0);
    QCOMPARE(seen, 3);
}

void TestTableLayout::drawingScalesWithThePainter()
{
    const TableLayout layout = layOutTable(sampleEdition(5, true));
    const auto drawn = [&layout](int scale) {
        QImage image(pageFormat(Paper::A4).size.toSize() * scale, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(scale, scale);
        drawTablePage(painter, layout, 0);
        return image;
    };
    // What is dark in one drawing is dark at the same place in the other.
    const QImage once = drawn(1);
    const QImage thrice =
        drawn(3).scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 ink = 0;
    qint64 difference = 0;
    for (int y = 0; y < once.height(); ++y) {
        for (int x = 0; x < once.width(); ++x) {
            const int one = qGray(once.pixel(x, y));
            ink += 255 - one;
            difference += qAbs(one - qGray(thrice.pixel(x, y)));
        }
    }
    QCOMPARE_GT(ink, 0);
    QVERIFY2(difference * 4 < ink, qPrintable(QStringLiteral("%1 of %2").arg(difference).arg(ink)));
}

QTEST_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
