// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablepdf.h"

#include "core/writtenfile.h"
#include "report/tablelayout.h"
#include "report/tablepainter.h"

#include <QIODevice>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace recoupe {

namespace {

constexpr int pointsPerInch = 72;

void setUp(QPdfWriter &writer, const TableLayout &layout)
{
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(layout.title);
    writer.setCreator(QStringLiteral("Recoupe " RECOUPE_VERSION));
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, {}));
    writer.setResolution(pointsPerInch);
}

//! False when it was told to stop.
bool drawPages(QPdfWriter &writer, QPainter &painter, const TableLayout &layout,
               const std::function<bool(int, int)> &progress)
{
    const int pages = int(layout.pages.size());
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        drawTablePage(painter, layout, page);
        if (progress && !progress(page + 1, pages))
            return false;
    }
    return true;
}

} // namespace

Result<> writeTablePdf(const EditionContent &content, const QString &fileName,
                       const std::function<bool(int, int)> &progress)
{
    return writeFile(fileName, [&](QIODevice &file) -> Result<> {
        const auto layout = layOutTable(
            content, [&progress](qsizetype pages) { return !progress || progress(0, int(pages)); });
        if (!layout)
            return cancelledWriting(fileName);
        QPdfWriter writer(&file);
        setUp(writer, *layout);
        QPainter painter;
        if (!painter.begin(&writer))
            return unwritable(fileName, file.errorString());
        const bool completed = drawPages(writer, painter, *layout, progress);
        painter.end(); // says "true" on a full disk: only the file knows
        return completed ? Result<>() : cancelledWriting(fileName);
    });
}

QString tablePdfFileName(const EditionContent &content)
{
    return QStringLiteral("tableau-formations-collectives-%1-du-%2.pdf")
        .arg(content.label(), content.date.toString(Qt::ISODate));
}

} // namespace recoupe
