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
    if (workbook.visibleSheets().isEmpty())
        return notAWorkbook(archive);
    return workbook;
}

// The first visible sheet that says anything, a cover left empty being passed over; its name.
Result<QString> readFirstFilledSheet(ZipArchive &archive, const XlsxWorkbook &workbook,
                                     const XlsxContext &context, const TableRowSink &sink)
{
    bool isFilled = false;
    const TableRowSink notingSink = [&](const TableRow &row) {
        isFilled = isFilled || !row.isBlank();
        return sink(row);
    };
    QString name;
    for (const XlsxWorkbook::Sheet &sheet : workbook.visibleSheets()) {
        XlsxSheet rows(archive.fileName(), context, notingSink);
        if (const Result<> read = readPart(archive, workbook.partOf(sheet), rows); !read)
            return failureOf(read);
        name = sheet.name;
        if (isFilled)
            break;
    }
    return name;
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
    const Result<QString> sheet = readFirstFilledSheet(
        archive, *workbook, {strings.strings(), styles.formats(), workbook->countsFrom1904()},
        sink);
    if (!sheet)
        return failureOf(sheet);

    QStringList warnings;
    if (workbook->visibleSheets().size() > 1) {
        warnings << Tr::tr("Le classeur « %1 » a plusieurs feuilles : seule la première qui soit "
                           "remplie, « %2 », a été lue.")
                        .arg(archive.shownName(), *sheet);
    }
    return warnings;
}

} // namespace recoupe
