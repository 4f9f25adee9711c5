// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxreader.h"

#include "exchange/table/tablefailures.h"
#include "exchange/table/wordfinder.h"
#include "exchange/table/xlsxparts.h"
#include "exchange/table/xlsxsheet.h"
#include "exchange/table/xlsxworkbook.h"
#include "exchange/table/ziparchive.h"

#include <algorithm>

namespace recoupe {

namespace {

// Strings are kept in memory, and a workbook writes each only once: they deflate far less than
// rows.
constexpr ZipArchive::Bounds stringBounds{8 * 1024 * 1024, 32};

Result<> readPart(ZipArchive &archive, const QString &part, XmlHandler &handler,
                  ZipArchive::Bounds bounds = {})
{
    const Result<std::unique_ptr<ByteSource>> source = archive.entry(part, bounds);
    if (!source)
        return failureOf(source);
    return readXml(**source, handler);
}

// Strings, styles and comments may be missing from a workbook that needs none.
Result<> readOptionalPart(ZipArchive &archive, const QString &part, XmlHandler &handler,
                          ZipArchive::Bounds bounds = {})
{
    if (part.isEmpty() || !archive.contains(part))
        return {};
    return readPart(archive, part, handler, bounds);
}

Result<XlsxWorkbook> readWorkbook(ZipArchive &archive)
{
    XlsxRelationships root;
    if (const Result<> read = readOptionalPart(archive, XlsxRelationships::partOf(QString()), root);
        !read)
        return failureOf(read);
    XlsxWorkbook workbook;
    workbook.part = root.targetOfType("/officeDocument", QString());
    if (!workbook.part.endsWith(u".xml") || !archive.contains(workbook.part))
        return notAWorkbook(archive.fileName());
    if (const Result<> read = readPart(archive, workbook.part, workbook); !read)
        return failureOf(read);
    if (const Result<> read = readOptionalPart(archive, XlsxRelationships::partOf(workbook.part),
                                               workbook.relationships);
        !read)
        return failureOf(read);
    if (std::ranges::none_of(workbook.sheets(), &XlsxWorkbook::Sheet::isVisible))
        return notAWorkbook(archive.fileName());
    return workbook;
}

class XlsxReading
{
public:
    XlsxReading(ZipArchive &archive, const XlsxWorkbook &workbook, TableSink &sink)
        : m_archive(archive)
        , m_workbook(workbook)
        , m_sink(sink)
        , m_strings(archive.fileName())
        , m_styles(archive.fileName())
    {
    }

    Result<QStringList> run()
    {
        if (const Result<> read = readOptionalPart(
                m_archive, m_workbook.partOfType("/sharedStrings"), m_strings, stringBounds);
            !read)
            return failureOf(read);
        if (const Result<> read =
                readOptionalPart(m_archive, m_workbook.partOfType("/styles"), m_styles);
            !read)
            return failureOf(read);
        for (const XlsxWorkbook::Sheet &sheet : m_workbook.sheets()) {
            const Result<> taken = m_filled || !sheet.isVisible ? probe(sheet) : read(sheet);
            if (!taken)
                return failureOf(taken);
        }
        return m_remarks.sentences(m_archive.shownName(), m_filled ? m_filled->name : QString());
    }

private:
    Result<> read(const XlsxWorkbook::Sheet &sheet)
    {
        const QString part = m_workbook.partOf(sheet);
        const Result<std::unique_ptr<ByteSource>> source = m_archive.entry(part);
        if (!source)
            return failureOf(source);
        Result<MergedCells> merged = mergedCells(**source);
        if (!merged)
            return failureOf(merged);
        const bool from1904 = m_workbook.countsFrom1904();
        TableForm form;
        form.sheet = sheet.name;
        form.dayZero = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
        m_sink.begin(form);
        m_remarks.beginSheet();
        XlsxSheet rows({m_archive.fileName(), m_strings, m_styles.formats(), from1904, *merged,
                        m_remarks, m_sink});
        if (const Result<> taken = readXml(**source, rows); !taken)
            return taken;
        if (!rows.isFilled())
            return {};
        m_filled = &sheet;
        return readAround(part);
    }

    // Merged cells are named after the rows, few sheets have any, and what is wrong with a sheet is
    // better said by the reading of its rows.
    static Result<MergedCells> mergedCells(ByteSource &source)
    {
        WordFinder finder("mergeCell");
        XlsxMergedCells merged;
        const Result<> sought = feedThrough(source, finder);
        if (sought && finder.isFound())
            static_cast<void>(readXml(source, merged));
        if (const Result<> rewound = source.rewind(); !rewound)
            return failureOf(rewound);
        merged.cells.sort();
        return std::move(merged.cells);
    }

    // The words that lie on the sheet, outside its cells.
    Result<> readAround(const QString &part)
    {
        XlsxRelationships parts;
        if (const Result<> taken =
                readOptionalPart(m_archive, XlsxRelationships::partOf(part), parts);
            !taken)
            return taken;
        XlsxComments comments(m_remarks);
        if (const Result<> taken =
                readOptionalPart(m_archive, parts.targetOfType("/comments", part), comments);
            !taken)
            return taken;
        XlsxDrawing drawing(m_remarks);
        return readOptionalPart(m_archive, parts.targetOfType("/drawing", part), drawing);
    }

    Result<> probe(const XlsxWorkbook::Sheet &sheet)
    {
        XlsxProbe probe;
        const Result<> taken = readOptionalPart(m_archive, m_workbook.partOf(sheet), probe);
        if (taken || taken.error().code != ErrorCode::Cancelled)
            return taken;
        m_remarks.addUnreadSheet(sheet.name, !sheet.isVisible);
        return {};
    }

    ZipArchive &m_archive;
    const XlsxWorkbook &m_workbook;
    TableSink &m_sink;
    XlsxStrings m_strings;
    XlsxStyles m_styles;
    SheetRemarks m_remarks;
    const XlsxWorkbook::Sheet *m_filled = nullptr;
};

} // namespace

Result<QStringList> readXlsx(ZipArchive &archive, TableSink &sink)
{
    const Result<XlsxWorkbook> workbook = readWorkbook(archive);
    if (!workbook)
        return failureOf(workbook);
    return XlsxReading(archive, *workbook, sink).run();
}

} // namespace recoupe
