// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablepainter.h"

#include "report/tablefonts.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

void drawBoxes(QPainter &painter, const QList<FilledBox> &boxes)
{
    for (const FilledBox &box : boxes)
        painter.fillRect(box.rect, QColor(box.grey, box.grey, box.grey));
}

void drawLine(QPainter &painter, const TableFonts &fonts, const TextLine &line)
{
    QTextCharFormat format;
    if (!line.link.isEmpty())
        format.setAnchorHref(line.link);
    QTextLayout layout(line.text);
    layout.setFormats({{0, int(line.text.size()), format}});
    fonts.shape(layout, line.style);
    painter.setPen(line.inverse ? Qt::white : Qt::black);
    layout.draw(&painter, line.position - QPointF(0, layout.lineAt(0).ascent()));
}

//! The word across the page, only as an outline: it shows on any printer, and reading goes on
//! through it. Drawn as a shape, so that a search or a screen reader does not meet it.
void drawDraftMark(QPainter &painter, const TableFonts &fonts)
{
    constexpr qreal letterHeight = 150;
    constexpr int outlineGrey = 200;
    QFont font = fonts.font(TextStyle::Title);
    font.setPixelSize(int(letterHeight));
    QPainterPath word;
    word.addText({}, font, Tr::tr("PROJET"));
    word.translate(-word.boundingRect().center());

    const QSizeF page = TableLayout::pageSize();
    painter.save();
    painter.translate(page.width() / 2, page.height() / 2);
    painter.rotate(-std::atan2(page.height(), page.width()) * 180 / std::numbers::pi);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(outlineGrey, outlineGrey, outlineGrey), 0.6));
    painter.drawPath(word);
    painter.restore();
}

} // namespace

void drawTablePage(QPainter &painter, const TableLayout &layout, qsizetype page)
{
    const TableFonts fonts;
    const QList<TableBlock> &blocks = layout.pages.at(page).blocks;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Tints first, then the mark, then words: nothing is ever drawn over a word.
    for (const TableBlock &block : blocks)
        drawBoxes(painter, block.boxes);
    if (layout.draft)
        drawDraftMark(painter, fonts);
    for (const TableBlock &block : blocks) {
        for (const TableCell &cell : block.cells) {
            drawBoxes(painter, cell.boxes);
            for (const TextLine &line : cell.lines)
                drawLine(painter, fonts, line);
        }
    }
    painter.restore();
}

} // namespace recoupe
