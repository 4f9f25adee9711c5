// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablepdf.h"

#include "report/tablelayout.h"
#include "report/tablepainter.h"

#include <QCoreApplication>
#include <QDir>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int pointsPerInch = 72;

Failure unwritable(const QSaveFile &file)
{
    return fail(ErrorCode::FileUnwritable,
                Tr::tr("Le fichier « %1 » n'a pas pu être écrit. Vérifiez que le "
                       "dossier existe, que vous avez le droit d'y écrire, que le disque n'est pas "
                       "plein et que le fichier n'est pas ouvert ailleurs, ou choisissez un autre "
                       "emplacement.")
                    .arg(QDir::toNativeSeparators(file.fileName())),
                file.errorString());
}

Failure cancelled()
{
    return fail(ErrorCode::Cancelled,
                Tr::tr("L'écriture du PDF a été interrompue\u00A0; aucun fichier n'a été créé ni "
                       "modifié."));
}

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
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    const auto layout = layOutTable(
        content, [&progress](qsizetype pages) { return !progress || progress(0, int(pages)); });
    if (!layout)
        return cancelled();
    QPdfWriter writer(&file);
    setUp(writer, *layout);
    QPainter painter;
    if (!painter.begin(&writer))
        return unwritable(file);
    const bool completed = drawPages(writer, painter, *layout, progress);
    painter.end(); // says "true" on a full disk: only commit() knows
    if (!completed)
        return cancelled(); // without commit() the old file stays
    if (!file.commit())
        return unwritable(file);
    return {};
}

QString tablePdfFileName(const EditionContent &content)
{
    return QStringLiteral("tableau-formations-collectives-%1-du-%2.pdf")
        .arg(content.label(), content.date.toString(Qt::ISODate));
}

} // namespace recoupe
