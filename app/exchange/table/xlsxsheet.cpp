// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxsheet.h"

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
    return QByteArrayView(text.data(), qsizetype(text.size())).toByteArray().toLongLong();
}

// Of "C5": 2. Nothing for a reference without letters or beyond what any sheet has.
std::optional<qsizetype> columnOf(std::string_view reference)
{
    qsizetype column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > maxTableColumns)
            break;
        column = column * 26 + (c - 'A' + 1);
    }
    if (column == 0)
        return std::nullopt;
    return column - 1;
}

} // namespace

Result<> XlsxSheet::startElement(const XmlStart &element)
{
    if (element.name == "row")
        startRow(element);
    else if (element.name == "c")
        startCell(element);
    m_inValue = element.name == "v";
    m_inline.start(element.name);
    return {};
}

Result<> XlsxSheet::endElement(std::string_view name)
{
    m_inValue = false;
    m_inline.end(name);
    if (name == "c")
        return endCell();
    if (name == "row")
        return m_sink(m_row);
    return {};
}

Result<> XlsxSheet::text(std::string_view text)
{
    if (m_inValue)
        m_value.append(text);
    else
        m_inline.add(text);
    return {};
}

void XlsxSheet::startRow(const XmlStart &element)
{
    const qint64 number = numberOf(element.attribute("r"));
    m_lastRow = number > 0 ? number : m_lastRow + 1;
    m_row.line = m_lastRow;
    m_row.cells.clear();
    m_column = -1;
}

void XlsxSheet::startCell(const XmlStart &element)
{
    m_column = columnOf(element.attribute("r")).value_or(m_column + 1);
    m_type = element.attribute("t");
    m_style = qsizetype(numberOf(element.attribute("s")));
    m_value.clear();
}

Result<> XlsxSheet::endCell()
{
    const QString text = cellText();
    if (text.isEmpty()) // formatted, or bordered, far beyond the table
        return {};
    if (m_column >= maxTableColumns) {
        return fail(ErrorCode::LimitExceeded,
                    Tr::tr("Le classeur « %1 » a plus de %2 colonnes : retirez celles qui ne "
                           "servent pas et recommencez.")
                        .arg(QFileInfo(m_fileName).fileName())
                        .arg(maxTableColumns),
                    {}, {m_fileName, m_row.line, 0});
    }
    while (m_row.cells.size() <= m_column)
        m_row.cells << QString();
    m_row.cells[m_column] = text;
    return {};
}

QString XlsxSheet::cellText()
{
    const QString inlineText = m_inline.take();
    if (m_type == "inlineStr")
        return inlineText;
    const QString value = QString::fromUtf8(m_value.data(), qsizetype(m_value.size()));
    if (m_type == "s")
        return m_context.strings.value(value.toLongLong());
    if (m_type == "b")
        return value == u"1" ? QStringLiteral("VRAI") : QStringLiteral("FAUX");
    if (m_type.empty() || m_type == "n")
        return xlsxNumberText(value, m_context.formats.value(m_style), m_context.from1904);
    return value; // "str": a formula's text; "e": an error as shown; "d": an ISO date
}

} // namespace recoupe
