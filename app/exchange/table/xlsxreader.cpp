// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxreader.h"

#include "exchange/table/xlsxsheet.h"
#include "exchange/table/xlsxstrings.h"
#include "exchange/table/xlsxstyles.h"
#include "exchange/table/xlsxworkbook.h"
#include "exchange/table/ziparchive.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Result<> readPart(ZipArchive &archive, const QString &part, XmlHandler &handler)
{
    const Result<std::unique_ptr<ByteSource>> source = archive.entry(part);
    if (!source)
        return failureOf(source);
    return readXml(**source, handler);
}

// Strings and styles may be missing from a workbook that needs none.
Result<> readOptionalPart(ZipArchive &archive, const QString &part, XmlHandler &handler)
{
    if (part.isEmpty() || !archive.contains(part))
        return {};
    return readPart(archive, part, handler);
}

Failure notAWorkbook(const ZipArchive &archive)
{
    const bool isOpenDocument = archive.contains(QStringLiteral("content.xml")) &&
                                archive.contains(QStringLiteral("META-INF/manifest.xml"));
    const QString sentence =
        isOpenDocument
            ? Tr::tr(
                  "Le fichier « %1 » est un document LibreOffice (.ods ou autre), que Recoupe ne "
                  "lit pas : enregistrez-le en .xlsx ou en CSV et recommencez.")
            : Tr::tr(
                  "Le fichier « %1 » n'est pas un classeur .xlsx : enregistrez le tableau en .xlsx "
                  "ou en CSV et recommencez.");
    return fail(ErrorCode::NotTheFormat, sentence.arg(archive.shownName()), {},
                {archive.fileName(), 0, 0});
}

Result<XlsxWorkbook> readWorkbook(ZipArchive &archive)
{
    XlsxRelationships root;
    if (const Result<> read = readOptionalPart(archive, XlsxRelationships::partOf(QString()), root);
        !read)
        return failureOf(read);
    XlsxWorkbook workbook;
    workbook.part = root.targetOfType("/officeDocument", QString());
    if (workbook.part.isEmpty() || !archive.contains(workbook.part))
        return notAWorkbook(archive);
    if (const Result<> read = readPart(archive, workbook.part, workbook); !read)
        return failureOf(read);
    if (const Result<> read = readOptionalPart(archive, XlsxRelationships::partOf(workbook.part),
                                               workbook.relationships);
        !read)
        return failureOf(read);
    if (workbook.firstVisibleSheet())
        return workbook;
    return notAWorkbook(archive);
}

} // namespace

Result<QStringList> readXlsx(const QString &fileName, const TableRowSink &sink)
{
    const Result<std::unique_ptr<ZipArchive>> opened = ZipArchive::open(fileName);
    if (!opened)
        return failureOf(opened);
    ZipArchive &archive = **opened;
    const Result<XlsxWorkbook> workbook = readWorkbook(archive);
    if (!workbook)
        return failureOf(workbook);

    XlsxStrings strings(fileName);
    if (const Result<> read =
            readOptionalPart(archive, workbook->partOfType("/sharedStrings"), strings);
        !read)
        return failureOf(read);
    XlsxStyles styles;
    if (const Result<> read = readOptionalPart(archive, workbook->partOfType("/styles"), styles);
        !read)
        return failureOf(read);
    const XlsxWorkbook::Sheet &sheet = *workbook->firstVisibleSheet();
    XlsxSheet rows(fileName, {strings.strings(), styles.formats(), workbook->countsFrom1904()},
                   sink);
    if (const Result<> read = readPart(archive, workbook->partOf(sheet), rows); !read)
        return failureOf(read);

    QStringList warnings;
    if (workbook->visibleSheets() > 1) {
        warnings << Tr::tr("Le classeur « %1 » a plusieurs feuilles : seule la première, « %2 », a "
                           "été lue.")
                        .arg(archive.shownName(), sheet.name);
    }
    return warnings;
}

} // namespace recoupe
