// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/mergedcells.h"
#include "exchange/table/sheetremarks.h"
#include "exchange/table/xlsxstrings.h"
#include "exchange/table/xlsxstyles.h"

namespace recoupe {

//! What the cells of a sheet refer to, and where its rows go.
struct XlsxContext
{
    QString fileName;
    const XlsxStrings &strings;
    const QList<XlsxFormat> &formats;
    bool from1904 = false;
    MergedCells &merged;
    SheetRemarks &remarks;
    TableSink &sink;
};

//! A `worksheet` part: hands its rows on. Rows and cells that hold nothing may be missing from it.
class XlsxSheet : public XmlHandler
{
public:
    explicit XlsxSheet(XlsxContext context)
        : m_context(std::move(context))
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

    //! Whether any row said something.
    [[nodiscard]] bool isFilled() const { return m_isFilled; }

private:
    void startColumns(const XmlStart &element);
    void startRow(const XmlStart &element);
    void startCell(const XmlStart &element);
    Result<> endCell();
    Result<> endRow();
    Result<QString> cellText();
    Result<QString> sharedText(const QString &index) const;

    XlsxContext m_context;
    TableRow m_row;
    bool m_isHidden = false; // the row
    bool m_isFilled = false;
    qint64 m_lastRow = 0;
    qsizetype m_position = -1; // of the cell being read, or of the last one
    std::string m_type;
    qsizetype m_style = 0;
    std::string m_value;
    std::string m_formula;
    bool m_hasValue = false;
    bool m_hasFormula = false;
    std::string *m_into = nullptr; // what text is part of: one of the two above
    XlsxTextCollector m_inline;
};

} // namespace recoupe
