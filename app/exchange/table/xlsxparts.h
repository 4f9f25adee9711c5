// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/mergedcells.h"
#include "exchange/table/sheetremarks.h"
#include "exchange/table/xlsxstrings.h"

//! What of a workbook is read beside the cells of the sheet.
namespace recoupe {

//! A row number; 0 for what is none.
[[nodiscard]] qint64 xlsxLine(std::string_view number);

//! "C5", position and line from 0 and 1.
struct XlsxCellName
{
    qsizetype position = 0;
    qint64 line = 0;

    //! Nothing for a name without letters; the line is 0 where it has none.
    [[nodiscard]] static std::optional<XlsxCellName> read(std::string_view text);
};

//! The merged cells of a `worksheet` part, which stand after its rows.
class XlsxMergedCells : public XmlHandler
{
public:
    Result<> startElement(const XmlStart &element) override;

    MergedCells cells;
};

//! Whether a `worksheet` part holds any text: its reading ends, Cancelled, at the first.
class XlsxProbe : public XmlHandler
{
public:
    Result<> startElement(const XmlStart &element) override;
    Result<> text(std::string_view text) override;

private:
    bool m_inValue = false;
};

//! The `comments` part of a sheet.
class XlsxComments : public XmlHandler
{
public:
    explicit XlsxComments(SheetRemarks &remarks)
        : m_remarks(remarks)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

private:
    SheetRemarks &m_remarks;
    QString m_cell;
    XlsxTextCollector m_text;
};

//! The `drawing` part of a sheet: the texts of its shapes.
class XlsxDrawing : public XmlHandler
{
public:
    explicit XlsxDrawing(SheetRemarks &remarks)
        : m_remarks(remarks)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

private:
    SheetRemarks &m_remarks;
    XlsxTextCollector m_text;
};

} // namespace recoupe
