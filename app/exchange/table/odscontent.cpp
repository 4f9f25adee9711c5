// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/odscontent.h"

#include "exchange/table/sheetcells.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::size_t maxForeignBytes = 64 * 1024; // of which a warning shows the beginning
constexpr std::size_t maxStyles = 100'000;

// Annotations, and what a drawing layer brings; tracked changes and links hold tables of their own.
constexpr std::array<std::string_view, 22> foreignElements{
    "annotation",     "annotation-end", "caption",
    "circle",         "connector",      "control",
    "custom-shape",   "dde-links",      "ellipse",
    "forms",          "frame",          "g",
    "line",           "measure",        "path",
    "polygon",        "polyline",       "rect",
    "scene",          "shapes",         "named-expressions",
    "tracked-changes"};

bool isHidden(std::string_view visibility)
{
    return visibility == "collapse" || visibility == "filter";
}

} // namespace

Result<> OdsContent::startElement(const XmlStart &element)
{
    struct Start
    {
        std::string_view name;
        void (OdsContent::*take)(const XmlStart &);
    };
    static constexpr std::array starts{
        Start{"table-cell", &OdsContent::startCell},
        Start{"covered-table-cell", &OdsContent::startCell},
        Start{"table-row", &OdsContent::startRow},
        Start{"table-column", &OdsContent::startColumn},
        Start{"table", &OdsContent::startTable},
        Start{"style", &OdsContent::startStyle},
        Start{"table-properties", &OdsContent::startTableProperties},
        Start{"spreadsheet", &OdsContent::startSpreadsheet},
        Start{"null-date", &OdsContent::startNullDate},
    };
    ++m_depth;
    if (beginForeign(element.name))
        return {};
    if (m_cell.isOpen()) {
        m_cell.startElement(element);
        return {};
    }
    const auto found = std::ranges::find(starts, element.name, &Start::name);
    if (found != starts.end())
        (this->*found->take)(element);
    return {};
}

Result<> OdsContent::endElement(std::string_view name)
{
    const int depth = m_depth--;
    if (m_foreign.depth > 0) {
        m_foreign.paragraphs -= name == "p";
        if (m_foreign.depth == depth)
            endForeign();
        return {};
    }
    if (m_cell.isOpen() && depth > m_cellDepth) {
        m_cell.endElement(name);
        return {};
    }
    if (m_cell.isOpen())
        return endCell();
    if (name == "table-row")
        return endRow();
    if (name == "table")
        endTable();
    return {};
}

Result<> OdsContent::text(std::string_view text)
{
    if (m_foreign.depth > 0) {
        if (m_foreign.paragraphs > 0 && m_foreign.text.size() < maxForeignBytes)
            m_foreign.text += text;
    } else if (m_cell.isOpen()) {
        m_cell.text(text);
    }
    return {};
}

// True also for what stands in it.
bool OdsContent::beginForeign(std::string_view name)
{
    if (m_foreign.depth > 0) {
        if (name == "p") {
            ++m_foreign.paragraphs;
            m_foreign.text += '\n';
        }
        return true;
    }
    const bool isTableInCell = m_cell.isOpen() && name == "table";
    if (!m_isSpreadsheet || !(isTableInCell || std::ranges::count(foreignElements, name) > 0))
        return false;
    m_foreign = {
        m_depth, name == "annotation", name != "tracked-changes" && name != "dde-links", 0, {}};
    return true;
}

void OdsContent::endForeign()
{
    const Foreign foreign = std::exchange(m_foreign, Foreign());
    if (!isRead())
        return;
    const QString text = QString::fromUtf8(foreign.text);
    if (foreign.isComment)
        m_remarks.addComment(columnName(m_position) + QString::number(m_nextLine), text);
    else if (foreign.isShape)
        m_remarks.addTextBox(text);
}

void OdsContent::startSpreadsheet(const XmlStart &)
{
    m_isSpreadsheet = true;
}

void OdsContent::startStyle(const XmlStart &element)
{
    m_style = element.attribute("style:name");
}

void OdsContent::startTableProperties(const XmlStart &element)
{
    if (element.attribute("table:display") == "false" && m_hiddenStyles.size() < maxStyles)
        m_hiddenStyles.insert(m_style);
}

void OdsContent::startNullDate(const XmlStart &element)
{
    const QDate day =
        QDate::fromString(QString::fromUtf8(element.attribute("table:date-value")), Qt::ISODate);
    if (day.isValid())
        m_dayZero = day;
}

void OdsContent::startTable(const XmlStart &element)
{
    m_sheet = QString::fromUtf8(element.attribute("table:name"));
    m_isVisible = !m_hiddenStyles.contains(std::string(element.attribute("table:style-name")));
    m_isFilled = false;
    m_column = 0;
    m_nextLine = 1;
    if (!isRead())
        return;
    m_merged = {};
    m_remarks.beginSheet();
    TableForm form;
    form.sheet = m_sheet;
    form.dayZero = m_dayZero;
    m_sink.begin(form);
}

void OdsContent::startColumn(const XmlStart &element)
{
    const auto count = qsizetype(odsCount(element.attribute("table:number-columns-repeated")));
    if (isRead() && isHidden(element.attribute("table:visibility")))
        m_remarks.hideColumns(m_column, count);
    m_column = std::min(m_column + count, maxTableColumns);
}

void OdsContent::startRow(const XmlStart &element)
{
    m_row = {};
    m_row.line = m_nextLine;
    m_rowRepeats = odsCount(element.attribute("table:number-rows-repeated"));
    m_isHiddenRow = isHidden(element.attribute("table:visibility"));
    m_position = 0;
}

void OdsContent::startCell(const XmlStart &element)
{
    m_cell.begin(element);
    m_cellDepth = m_depth;
}

Result<> OdsContent::endCell()
{
    const QString text = m_cell.take();
    const qint64 position = m_position;
    m_position += m_cell.repeats;
    if (text.isEmpty())
        return {};
    m_isFilled = m_isFilled || !text.trimmed().isEmpty();
    if (!isRead())
        return {};
    m_merged.add({m_row.line, qsizetype(position), m_cell.lines, qsizetype(m_cell.columns)});
    m_repeated += m_cell.repeats - 1;
    if (m_repeated > maxRepeatedCells)
        return tooManyRepetitions(m_fileName, m_row.line);
    for (qint64 at = position; at < m_position; ++at) {
        if (const Result<> put = putCell(m_row, qsizetype(at), text, m_fileName); !put)
            return put;
    }
    return {};
}

Result<> OdsContent::endRow()
{
    const qint64 repeats = m_rowRepeats;
    m_nextLine += repeats;
    if (!isRead() || m_row.cells.isEmpty())
        return {};
    m_repeated += (repeats - 1) * m_row.cells.size();
    if (m_repeated > maxRepeatedCells)
        return tooManyRepetitions(m_fileName, m_row.line);
    const TableRow row = m_row;
    for (qint64 repeat = 0; repeat < repeats; ++repeat) {
        m_row = row;
        m_row.line = row.line + repeat;
        if (const Result<> merged = m_merged.apply(m_row, m_fileName); !merged)
            return merged;
        if (!m_row.isBlank())
            m_remarks.note(m_row, m_isHiddenRow);
        if (const Result<> taken = m_sink.row(m_row); !taken)
            return taken;
    }
    return {};
}

void OdsContent::endTable()
{
    if (!m_isFilled)
        return;
    if (!isRead()) {
        m_remarks.addUnreadSheet(m_sheet, !m_isVisible);
        return;
    }
    m_readSheet = m_sheet;
    m_isDone = true;
}

} // namespace recoupe
