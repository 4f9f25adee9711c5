// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablepainter.h"

#include "report/pagestamp.h"
#include "report/tablefonts.h"

#include <QPainter>
#include <QTextLayout>

namespace recoupe {

namespace {

QColor grey(int value)
{
    return {value, value, value};
}

void drawBoxes(QPainter &painter, const QList<FilledBox> &boxes)
{
    for (const FilledBox &box : boxes)
        painter.fillRect(box.rect, grey(box.grey));
}

void drawLine(QPainter &painter, const TableFonts &fonts, const TextLine &line)
{
    QTextLayout layout(line.text);
    fonts.shape(layout, line.style);
    painter.setPen(line.inverse ? Qt::white : Qt::black);
    layout.draw(&painter, line.position - QPointF(0, layout.lineAt(0).ascent()));
}

void drawStamp(QPainter &painter, const QString &word, const PageFormat &format)
{
    const PageStamp stamp = pageStamp(word, format);
    painter.strokePath(stamp.path, QPen(grey(stamp.grey), stamp.lineWidth));
}

} // namespace

void drawTablePage(QPainter &painter, const TableLayout &layout, qsizetype page)
{
    const TableFonts fonts(layout.format.typeScale);
    const QList<TableBlock> &blocks = layout.pages.at(page).blocks;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Tints first, then the stamp, then words: nothing is ever drawn over a word.
    for (const TableBlock &block : blocks)
        drawBoxes(painter, block.boxes);
    if (!layout.stamp.isEmpty())
        drawStamp(painter, layout.stamp, layout.format);
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
