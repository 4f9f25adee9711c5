// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"
#include "exchange/table/xlsxstrings.h"
#include "exchange/table/xlsxstyles.h"

namespace recoupe {

//! What the cells of a sheet refer to.
struct XlsxContext
{
    const QStringList &strings;
    const QList<XlsxFormat> &formats;
    bool from1904 = false;
};

//! A `worksheet` part: hands its rows on. Rows and cells that hold nothing may be missing from it.
class XlsxSheet : public XmlHandler
{
public:
    XlsxSheet(QString fileName, XlsxContext context, const TableRowSink &sink)
        : m_fileName(std::move(fileName))
        , m_context(context)
        , m_sink(sink)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

private:
    void startRow(const XmlStart &element);
    void startCell(const XmlStart &element);
    Result<> endCell();
    QString cellText();

    QString m_fileName;
    XlsxContext m_context;
    const TableRowSink &m_sink;
    TableRow m_row;
    qint64 m_lastRow = 0;
    qsizetype m_column = -1; // of the cell being read, or of the last one
    std::string m_type;
    qsizetype m_style = 0;
    std::string m_value;
    bool m_inValue = false;
    XlsxTextCollector m_inline;
};

} // namespace recoupe
