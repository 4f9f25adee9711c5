// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xlsxfixture.h"

//! OpenDocument spreadsheets for tests, part by part, as LibreOffice writes them.
namespace recoupe::test {

//! A cell with a text and, if need be, attributes of its own.
inline QByteArray odsText(const QByteArray &text, const QByteArray &attributes = {})
{
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text +
           "</text:p></table:table-cell>";
}

inline QByteArray odsRow(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

inline QByteArray odsTable(const QByteArray &rows, const QByteArray &name = "Feuille1",
                           const QByteArray &style = "ta1")
{
    return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\">" + rows +
           "</table:table>";
}

//! The content.xml around the tables; the style "ta2" hides a sheet.
inline QByteArray odsContent(const QByteArray &tables)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<office:document-content "
           "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
           "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">"
           "<office:automatic-styles>"
           "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties "
           "table:display=\"true\"/></style:style>"
           "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
           "table:display=\"false\"/></style:style>"
           "</office:automatic-styles><office:body><office:spreadsheet>" +
           tables + "</office:spreadsheet></office:body></office:document-content>";
}

inline QList<std::pair<QByteArray, QByteArray>> odsParts(const QByteArray &content)
{
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    return {
        {"mimetype", type},
        {"content.xml", content},
        {"META-INF/manifest.xml",
         "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
         "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" +
             type +
             "\"/><manifest:file-entry manifest:full-path=\"content.xml\" "
             "manifest:media-type=\"text/xml\"/></manifest:manifest>"},
    };
}

//! Writes one sheet of texts.
inline void writeOds(const QString &fileName, const QList<QStringList> &rows)
{
    QByteArray table;
    for (const QStringList &row : rows) {
        QByteArray cells;
        for (const QString &cell : row)
            cells += odsText(cell.toHtmlEscaped().toUtf8());
        table += odsRow(cells);
    }
    writeZip(fileName, odsParts(odsContent(odsTable(table))));
}

} // namespace recoupe::test
