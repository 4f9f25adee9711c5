// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workbook.h"

#include "core/shortdate.h"
#include "core/writtenfile.h"
#include "report/wrappedlines.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qsizetype mostRows = LXW_ROW_MAX - 1; // beside the titles
constexpr qsizetype mostSigns = 32'767;         // in one cell
constexpr qsizetype mostNameSigns = LXW_SHEETNAME_MAX;
constexpr qsizetype mostHeadingSigns = 120; // of LXW_HEADER_FOOTER_MAX: each "&" is written twice
constexpr qsizetype copiedBytes = 1 << 20;
constexpr double freshWidth = 12;
constexpr double sideMargin = 0.4; // inches
constexpr double endMargin = 0.7;
constexpr char wrappedFont[] = "Arial"; // or what has its widths: it is everywhere
constexpr double wrappedSize = 9;
constexpr double lineHeight = 12;
constexpr double mostHeight = 409; // that a row can have
constexpr int a4 = 9;              // papers and formats by their numbers in ECMA-376, 18.3.1.63
constexpr int a3 = 8;
constexpr int textFormat = 49; // and 18.8.30
constexpr char dateFormat[] = "dd/mm/yyyy";
constexpr int firstYear = 1900; // that a workbook can count days from

//! By writing what there is: only that closes the file that the library keeps its rows in.
struct AbandonWorkbook
{
    void operator()(lxw_workbook *workbook) const { workbook_close(workbook); }
};
using WorkbookPtr = std::unique_ptr<lxw_workbook, AbandonWorkbook>;

//! What XML has no way to say, and what would end the text for the library, becomes a sign that
//! shows; what is cut off is marked.
QByteArray cellText(QString text)
{
    for (const char16_t sign : {u'\0', u'\uFFFE', u'\uFFFF'})
        text.replace(QChar(sign), QChar::ReplacementCharacter);
    if (text.size() > mostSigns) {
        const qsizetype end = mostSigns - 1;
        text.truncate(text.at(end - 1).isHighSurrogate() ? end - 1 : end);
        text += u'…';
    }
    return text.toUtf8();
}

//! A count as it would be written again; nothing for any other text.
std::optional<quint32> countIn(const QString &text)
{
    bool isNumber = false;
    const quint32 count = text.toUInt(&isNumber);
    return isNumber && QString::number(count) == text ? std::optional(count) : std::nullopt;
}

//! A day as shortDate() writes it; nothing for any other text.
std::optional<lxw_datetime> dateIn(const QString &text)
{
    const QDate day = QDate::fromString(text, QStringLiteral("dd/MM/yyyy"));
    if (!day.isValid() || day.year() < firstYear || shortDate(day) != text)
        return std::nullopt;
    return lxw_datetime{day.year(), day.month(), day.day(), 0, 0, 0};
}

//! In the text of a header "&" begins a code.
QByteArray headingText(const QString &text)
{
    return text.left(mostHeadingSigns).replace(u'&', QStringLiteral("&&")).toUtf8();
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
        , m_count(workbook_add_format(workbook))
        , m_date(workbook_add_format(workbook))
    {
        format_set_bold(m_title);
        format_set_text_wrap(m_title);
        format_set_bottom(m_title, LXW_BORDER_THIN);
        format_set_num_format_index(m_text, textFormat);
        format_set_align(m_count, LXW_ALIGN_RIGHT);
        format_set_indent(m_count, 1);
        format_set_num_format(m_date, dateFormat);
        format_set_align(m_date, LXW_ALIGN_LEFT);
        if (sheet.wraps) {
            for (lxw_format *format : {m_title, m_text, m_count, m_date}) {
                format_set_font_name(format, wrappedFont);
                format_set_font_size(format, wrappedSize);
            }
            format_set_text_wrap(m_text);
            format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
            format_set_align(m_count, LXW_ALIGN_VERTICAL_TOP);
            format_set_align(m_date, LXW_ALIGN_VERTICAL_TOP);
        }
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
        char range[LXW_MAX_CELL_RANGE_LENGTH];
        lxw_rowcol_to_range(range, 0, 0, lastRow, lastColumn);
        worksheet_ignore_errors(m_page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
        setUpPrinting();
    }

    lxw_error writeTitles()
    {
        QStringList titles;
        for (const SheetColumn &column : m_sheet.columns)
            titles << column.title;
        setHeight(0, titles);
        for (qsizetype column = 0; column < titles.size(); ++column) {
            const lxw_error error = writeText(0, column, titles.at(column), m_title);
            if (error != LXW_NO_ERROR)
                return error;
        }
        return LXW_NO_ERROR;
    }

    lxw_error writeRow(qsizetype row)
    {
        QStringList texts;
        for (qsizetype column = 0; column < m_sheet.columns.size(); ++column)
            texts << m_sheet.cell(row, column);
        setHeight(row + 1, texts);
        for (qsizetype column = 0; column < texts.size(); ++column) {
            const lxw_error error = writeCell(row + 1, column, texts.at(column));
            if (error != LXW_NO_ERROR)
                return error;
        }
        return LXW_NO_ERROR;
    }

private:
    //! Excel finds the height of a row by itself where none is given; LibreOffice does not.
    void setHeight(qsizetype row, const QStringList &texts)
    {
        if (!m_sheet.wraps)
            return;
        int lines = 1;
        for (qsizetype column = 0; column < texts.size(); ++column) {
            const int width = m_sheet.columns.at(column).width;
            lines = std::max(lines, wrappedLines(texts.at(column), width));
        }
        worksheet_set_row(m_page, lxw_row_t(row), std::min((lines + 0.25) * lineHeight, mostHeight),
                          nullptr);
    }

    void setUpPrinting()
    {
        worksheet_repeat_rows(m_page, 0, 0);
        worksheet_set_landscape(m_page);
        worksheet_set_paper(m_page, quint8(m_sheet.paper == Paper::A3 ? a3 : a4));
        worksheet_fit_to_pages(m_page, 1, 0);
        worksheet_gridlines(m_page, LXW_SHOW_ALL_GRIDLINES);
        worksheet_set_margins(m_page, sideMargin, sideMargin, endMargin, endMargin);
        if (!m_sheet.pageHeading.isEmpty())
            worksheet_set_header(m_page, "&L" + headingText(m_sheet.pageHeading));
        const QString pages =
            Tr::tr("page %1 sur %2").arg(QStringLiteral("&P"), QStringLiteral("&N"));
        worksheet_set_footer(m_page, "&L" + headingText(m_sheet.name) + "&R" + pages.toUtf8());
    }

    lxw_error writeCell(qsizetype row, qsizetype column, const QString &text)
    {
        const SheetColumn &kind = m_sheet.columns.at(column);
        if (kind.dates)
            return writeDate(row, column, text);
        if (!kind.counts)
            return writeText(row, column, text, m_text);
        const std::optional<quint32> count = countIn(text);
        if (!count)
            return writeText(row, column, text, m_count);
        return worksheet_write_number(m_page, lxw_row_t(row), lxw_col_t(column), *count, m_count);
    }

    lxw_error writeDate(qsizetype row, qsizetype column, const QString &text)
    {
        std::optional<lxw_datetime> date = dateIn(text);
        if (!date)
            return writeText(row, column, text, m_text);
        return worksheet_write_datetime(m_page, lxw_row_t(row), lxw_col_t(column), &*date, m_date);
    }

    lxw_error writeText(qsizetype row, qsizetype column, const QString &text, lxw_format *format)
    {
        return worksheet_write_string(m_page, lxw_row_t(row), lxw_col_t(column),
                                      cellText(text).constData(), format);
    }

    const Sheet &m_sheet;
    lxw_worksheet *m_page; // these five belong to the workbook
    lxw_format *m_title;
    lxw_format *m_text;
    lxw_format *m_count;
    lxw_format *m_date;
};

void describe(lxw_workbook *workbook, const Workbook &content)
{
    QByteArray title = content.title.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    if (content.date.isValid())
        properties.created = time_t(content.date.startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
    workbook_set_properties(workbook, &properties);
}

qsizetype rowsOf(const Workbook &workbook)
{
    qsizetype rows = 0;
    for (const Sheet &sheet : workbook.sheets)
        rows += sheet.rowCount;
    return rows;
}

Result<> writeSheets(const Workbook &content, const QString &part, const QString &target,
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
    describe(workbook.get(), content);
    const qsizetype total = rowsOf(content);
    qsizetype done = 0;
    for (const Sheet &sheet : content.sheets) {
        SheetWriter writer(workbook.get(), sheet);
        writer.begin();
        if (const lxw_error error = writer.writeTitles(); error != LXW_NO_ERROR)
            return failed(error);
        for (qsizetype row = 0; row < sheet.rowCount; ++row) {
            if (isCancelled(progress, done++, total))
                return cancelledWriting(target);
            if (const lxw_error error = writer.writeRow(row); error != LXW_NO_ERROR)
                return failed(error);
        }
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

Result<> writeWorkbook(const Workbook &workbook, const QString &fileName, const Progress &progress)
{
    for (const Sheet &sheet : workbook.sheets) {
        if (sheet.rowCount > mostRows)
            return fail(
                ErrorCode::LimitExceeded,
                Tr::tr("Une feuille de classeur n'a que %1 lignes, il en faudrait %2 : exporter "
                       "en CSV, ou filtrer la liste d'abord.")
                    .arg(mostRows)
                    .arg(sheet.rowCount));
    }
    // The library only writes to a path, and not safely: beside, then copied when it is whole.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return unwritable(fileName, folder.errorString());
    const QString part = folder.filePath(QStringLiteral("sheet.xlsx"));
    if (Result<> written = writeSheets(workbook, part, fileName, progress); !written)
        return written;
    return copyFile(part, fileName);
}

} // namespace recoupe
