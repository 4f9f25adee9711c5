// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workbook.h"

#include "core/writtenfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <memory>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qsizetype mostRows = LXW_ROW_MAX - 1; // beside the titles
constexpr qsizetype mostSigns = 32'767;         // in one cell
constexpr qsizetype mostNameSigns = LXW_SHEETNAME_MAX;
constexpr qsizetype copiedBytes = 1 << 20;
constexpr double freshWidth = 12;
constexpr int a4 = 9;          // papers and formats by their numbers in ECMA-376, 18.3.1.63
constexpr int textFormat = 49; // and 18.8.30

//! By writing what there is: only that closes the file that the library keeps its rows in.
struct AbandonWorkbook
{
    void operator()(lxw_workbook *workbook) const { workbook_close(workbook); }
};
using WorkbookPtr = std::unique_ptr<lxw_workbook, AbandonWorkbook>;

//! What XML has no way to say becomes a sign that shows.
QByteArray cellText(QString text)
{
    text.truncate(mostSigns);
    text.replace(QChar(0xFFFE), QChar::ReplacementCharacter);
    text.replace(QChar(0xFFFF), QChar::ReplacementCharacter);
    return text.toUtf8();
}

QString sheetName(QString name)
{
    for (const QChar sign : QStringLiteral("[]:*?/\\'"))
        name.remove(sign);
    return name.left(mostNameSigns);
}

class SheetWriter
{
public:
    SheetWriter(lxw_workbook *workbook, const Sheet &sheet)
        : m_sheet(sheet)
        , m_page(workbook_add_worksheet(workbook, sheetName(sheet.name).toUtf8().constData()))
        , m_title(workbook_add_format(workbook))
        , m_text(workbook_add_format(workbook))
    {
        format_set_bold(m_title);
        format_set_text_wrap(m_title);
        format_set_bottom(m_title, LXW_BORDER_THIN);
        format_set_num_format_index(m_text, textFormat);
    }

    //! In bounded memory, what concerns the whole sheet goes before its rows.
    void begin()
    {
        const auto lastRow = lxw_row_t(m_sheet.rowCount);
        const auto lastColumn = lxw_col_t(m_sheet.columns.size() - 1);
        for (qsizetype column = 0; column < m_sheet.columns.size(); ++column) {
            const int width = m_sheet.columns.at(column).width;
            worksheet_set_column(m_page, lxw_col_t(column), lxw_col_t(column),
                                 width > 0 ? width : freshWidth, m_text);
        }
        worksheet_freeze_panes(m_page, 1, 0);
        worksheet_autofilter(m_page, 0, 0, lastRow, lastColumn);
        worksheet_repeat_rows(m_page, 0, 0);
        worksheet_set_landscape(m_page);
        worksheet_set_paper(m_page, a4);
        worksheet_fit_to_pages(m_page, 1, 0);
        char range[LXW_MAX_CELL_RANGE_LENGTH];
        lxw_rowcol_to_range(range, 0, 0, lastRow, lastColumn);
        worksheet_ignore_errors(m_page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
    }

    lxw_error writeTitles()
    {
        return writeRow(0, m_title,
                        [this](qsizetype column) { return m_sheet.columns.at(column).title; });
    }

    lxw_error writeRow(qsizetype row)
    {
        return writeRow(row + 1, m_text,
                        [this, row](qsizetype column) { return m_sheet.cell(row, column); });
    }

private:
    template <typename CellOf>
    lxw_error writeRow(qsizetype row, lxw_format *format, CellOf cellOf)
    {
        for (qsizetype column = 0; column < m_sheet.columns.size(); ++column) {
            const QByteArray text = cellText(cellOf(column));
            const lxw_error error = worksheet_write_string(
                m_page, lxw_row_t(row), lxw_col_t(column), text.constData(), format);
            if (error != LXW_NO_ERROR)
                return error;
        }
        return LXW_NO_ERROR;
    }

    const Sheet &m_sheet;
    lxw_worksheet *m_page; // these three belong to the workbook
    lxw_format *m_title;
    lxw_format *m_text;
};

Result<> writeSheet(const Sheet &sheet, const QString &part, const QString &target,
                    const Progress &progress)
{
    const auto failed = [&target](lxw_error error) {
        return unwritable(target, QString::fromUtf8(lxw_strerror(error)));
    };
    QByteArray folder = QFileInfo(part).path().toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    WorkbookPtr workbook(workbook_new_opt(part.toUtf8().constData(), &options));
    if (!workbook)
        return failed(LXW_ERROR_CREATING_TMPFILE);
    SheetWriter writer(workbook.get(), sheet);
    writer.begin();
    if (const lxw_error error = writer.writeTitles(); error != LXW_NO_ERROR)
        return failed(error);
    for (qsizetype row = 0; row < sheet.rowCount; ++row) {
        if (isCancelled(progress, row, sheet.rowCount))
            return cancelledWriting(target);
        if (const lxw_error error = writer.writeRow(row); error != LXW_NO_ERROR)
            return failed(error);
    }
    if (const lxw_error error = workbook_close(workbook.release()); error != LXW_NO_ERROR)
        return failed(error);
    return {};
}

Result<> copyFile(const QString &from, const QString &to)
{
    return writeFile(to, [&](QIODevice &target) -> Result<> {
        QFile source(from);
        if (!source.open(QIODevice::ReadOnly))
            return unwritable(to, source.errorString());
        for (QByteArray block = source.read(copiedBytes); !block.isEmpty();
             block = source.read(copiedBytes))
            target.write(block);
        return source.error() == QFile::NoError ? Result<>() : unwritable(to, source.errorString());
    });
}

} // namespace

Result<> writeWorkbook(const Sheet &sheet, const QString &fileName, const Progress &progress)
{
    if (sheet.rowCount > mostRows)
        return fail(
            ErrorCode::LimitExceeded,
            Tr::tr("Une feuille de classeur n'a que %1 lignes, il en faudrait %2 : exporter "
                   "en CSV, ou filtrer la liste d'abord.")
                .arg(mostRows)
                .arg(sheet.rowCount));
    // The library only writes to a path, and not safely: beside, then copied when it is whole.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return unwritable(fileName, folder.errorString());
    const QString part = folder.filePath(QStringLiteral("sheet.xlsx"));
    if (Result<> written = writeSheet(sheet, part, fileName, progress); !written)
        return written;
    return copyFile(part, fileName);
}

} // namespace recoupe
