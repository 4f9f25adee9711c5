// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/mergedcells.h"
#include "exchange/table/odscell.h"
#include "exchange/table/sheetremarks.h"
#include "exchange/xml/xmlreader.h"

#include <set>

namespace recoupe {

//! The `content.xml` of an OpenDocument spreadsheet: hands on the rows of its first visible sheet
//! that is not empty. What is repeated without saying anything costs nothing.
class OdsContent : public XmlHandler
{
public:
    OdsContent(QString fileName, TableSink &sink)
        : m_fileName(std::move(fileName))
        , m_sink(sink)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

    //! False for a text document or a drawing.
    [[nodiscard]] bool isSpreadsheet() const { return m_isSpreadsheet; }
    //! The name of the sheet that was read; empty when there was none.
    [[nodiscard]] const QString &sheet() const { return m_readSheet; }
    [[nodiscard]] const SheetRemarks &remarks() const { return m_remarks; }

private:
    //! Something that lies on a sheet without being the value of a cell.
    struct Foreign
    {
        int depth = 0; // 0: we are in none
        bool isComment = false;
        bool isShape = false;
        int paragraphs = 0; // open ones
        std::string text;
    };

    void startSpreadsheet(const XmlStart &element);
    void startStyle(const XmlStart &element);
    void startTableProperties(const XmlStart &element);
    void startNullDate(const XmlStart &element);
    void startTable(const XmlStart &element);
    void startColumn(const XmlStart &element);
    void startRow(const XmlStart &element);
    void startCell(const XmlStart &element);

    bool beginForeign(std::string_view name);
    void endForeign();
    [[nodiscard]] bool isRead() const { return m_isSpreadsheet && m_isVisible && !m_isDone; }
    Result<> endCell();
    Result<> endRow();
    void endTable();

    QString m_fileName;
    TableSink &m_sink;
    SheetRemarks m_remarks;
    MergedCells m_merged;
    std::set<std::string> m_hiddenStyles;
    std::string m_style; // the one being defined
    QDate m_dayZero{1899, 12, 30};
    int m_depth = 0;
    Foreign m_foreign;
    bool m_isSpreadsheet = false;
    QString m_readSheet;
    bool m_isDone = false;
    // Of the sheet that we are in
    QString m_sheet;
    bool m_isVisible = true;
    bool m_isFilled = false;
    qsizetype m_column = 0; // where the next definition of columns begins
    TableRow m_row;
    bool m_isHiddenRow = false;
    qint64 m_nextLine = 1;
    qint64 m_rowRepeats = 1;
    qint64 m_position = 0;
    OdsCell m_cell;
    int m_cellDepth = 0;
    qint64 m_repeated = 0; // cells that repetitions filled so far
};

} // namespace recoupe
