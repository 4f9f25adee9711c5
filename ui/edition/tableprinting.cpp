// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/tableprinting.h"

#include "report/tablepainter.h"
#include "ui/uitr.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace recoupe {

namespace {

//! First and last page to print, from 0; the printer counts from 1, and says 0 for all.
std::pair<qsizetype, qsizetype> pageRange(const QPrinter &printer, qsizetype count)
{
    const qsizetype first = std::max(1, printer.fromPage());
    const qsizetype last = printer.toPage() > 0 ? printer.toPage() : count;
    return {first - 1, std::min(last, count) - 1};
}

//! Points of the page to dots of the sheet: as large as it is, smaller where the sheet is.
void scaleToSheet(QPainter &painter, const QPrinter &printer, QSizeF page)
{
    const QRectF sheet = printer.paperRect(QPrinter::DevicePixel);
    const qreal dots = printer.resolution() / 72.0;
    const qreal scale =
        std::min({dots, sheet.width() / page.width(), sheet.height() / page.height()});
    painter.translate((sheet.width() - scale * page.width()) / 2,
                      (sheet.height() - scale * page.height()) / 2);
    painter.scale(scale, scale);
}

} // namespace

void preparePrinter(QPrinter &printer, const TableLayout &layout)
{
    const bool isA3 = layout.format == pageFormat(Paper::A3);
    printer.setPageLayout(
        {QPageSize(isA3 ? QPageSize::A3 : QPageSize::A4), QPageLayout::Landscape, QMarginsF()});
    printer.setFullPage(true); // the layout brings its own margins
    printer.setDocName(layout.title);
}

Result<> printTable(QPrinter &printer, const TableLayout &layout, const Progress &progress)
{
    printer.setFullPage(true);
    const auto [first, last] = pageRange(printer, layout.pages.size());
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(ErrorCode::FileUnwritable,
                    UiTr::tr("L'imprimante « %1 » n'accepte pas le document. Vérifier qu'elle est "
                             "allumée, ou en choisir une autre.")
                        .arg(printer.printerName()));
    for (qsizetype page = first; page <= last; ++page) {
        if (progress && !progress(page - first, last - first + 1)) {
            printer.abort();
            return fail(ErrorCode::Cancelled, UiTr::tr("Impression annulée."));
        }
        if (page > first && !printer.newPage())
            return fail(ErrorCode::FileUnwritable,
                        UiTr::tr("L'impression s'est arrêtée à la page %1. Vérifier l'imprimante, "
                                 "puis imprimer la suite.")
                            .arg(page + 1));
        painter.save();
        scaleToSheet(painter, printer, layout.format.size);
        drawTablePage(painter, layout, page);
        painter.restore();
    }
    painter.end();
    return {};
}

} // namespace recoupe
