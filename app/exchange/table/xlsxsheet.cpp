// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxsheet.h"

#include "exchange/table/sheetcells.h"
#include "exchange/table/xlsxparts.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

qint64 numberOf(std::string_view text)
{
    return QByteArrayView(text).toByteArray().toLongLong();
}

bool isTrue(std::string_view flag)
{
    return flag == "1" || flag == "true";
}

} // namespace

Result<> XlsxSheet::startElement(const XmlStart &element)
{
    m_into = nullptr;
    if (element.name == "row") {
        startRow(element);
    } else if (element.name == "c") {
        startCell(element);
    } else if (element.name == "v") {
        m_hasValue = true;
        m_into = &m_value;
    } else if (element.name == "f") {
        m_hasFormula = true;
        m_into = &m_formula;
    } else if (element.name == "col") {
        startColumns(element);
    }
    m_inline.start(element.name);
    return {};
}

Result<> XlsxSheet::endElement(std::string_view name)
{
    m_into = nullptr;
    m_inline.end(name);
    if (name == "c")
        return endCell();
    if (name == "row")
        return endRow();
    return {};
}

Result<> XlsxSheet::text(std::string_view text)
{
    if (m_into)
        m_into->append(text);
    else
        m_inline.add(text);
    return {};
}

void XlsxSheet::startColumns(const XmlStart &element)
{
    const qint64 first = numberOf(element.attribute("min"));
    const qint64 last = numberOf(element.attribute("max"));
    if (isTrue(element.attribute("hidden")) && first > 0 && last >= first)
        m_context.remarks.hideColumns(qsizetype(first - 1), qsizetype(last - first + 1));
}

void XlsxSheet::startRow(const XmlStart &element)
{
    const qint64 number = xlsxLine(element.attribute("r"));
    m_lastRow = number > 0 ? number : m_lastRow + 1;
    QStringList cells = std::exchange(m_row, TableRow()).cells;
    cells.clear(); // keeps their place in memory
    m_row.line = m_lastRow;
    m_row.cells = std::move(cells);
    m_isHidden = isTrue(element.attribute("hidden"));
    m_position = -1;
}

void XlsxSheet::startCell(const XmlStart &element)
{
    const auto name = XlsxCellName::read(element.attribute("r"));
    m_position = name ? name->position : m_position + 1;
    m_type = element.attribute("t");
    m_style = qsizetype(numberOf(element.attribute("s")));
    m_value.clear();
    m_formula.clear();
    m_hasValue = false;
    m_hasFormula = false;
    m_inline = {};
}

Result<> XlsxSheet::endCell()
{
    const Result<QString> text = cellText();
    if (!text)
        return failureOf(text);
    return putCell(m_row, m_position, *text, m_context.fileName);
}

Result<> XlsxSheet::endRow()
{
    if (const Result<> merged = m_context.merged.apply(m_row, m_context.fileName); !merged)
        return merged;
    if (!m_row.isBlank()) {
        m_isFilled = true;
        m_context.remarks.note(m_row, m_isHidden);
    }
    return m_context.sink.row(m_row);
}

Result<QString> XlsxSheet::cellText()
{
    const QString inlineText = m_inline.take();
    const QString value = QString::fromUtf8(m_value);
    if (m_type == "inlineStr" || (value.isEmpty() && !inlineText.isEmpty()))
        return inlineText.isEmpty() ? value : inlineText;
    // A formula that gives no text writes an empty value of the type "str"; one that was never
    // computed writes none, or an empty one that claims to be a number.
    if (m_hasFormula && value.isEmpty() && !(m_hasValue && m_type == "str"))
        return failedFormula(u'=' + QString::fromUtf8(m_formula));
    if (value.isEmpty())
        return QString();
    if (m_type == "s")
        return sharedText(value);
    if (m_type == "b")
        return value == u"1" ? QStringLiteral("VRAI") : QStringLiteral("FAUX");
    if (m_type.empty() || m_type == "n")
        return xlsxNumberText(value, m_context.formats.value(m_style), m_context.from1904);
    return value; // "str": a formula's text; "e": an error as shown; "d": an ISO date
}

Result<QString> XlsxSheet::sharedText(const QString &index) const
{
    if (std::optional<QString> text = m_context.strings.at(index.toLongLong()))
        return *std::move(text);
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le classeur « %1 » est abîmé : le texte de la cellule %2%3 n'y est pas. "
                       "Faites-le réenregistrer ou transmettre à nouveau.")
                    .arg(QFileInfo(m_context.fileName).fileName(), columnName(m_position))
                    .arg(m_row.line),
                QStringLiteral("no shared string ") + index, {m_context.fileName, m_row.line, 0});
}

} // namespace recoupe
