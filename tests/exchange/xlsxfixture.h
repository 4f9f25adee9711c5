// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xlsxwriter.h>
#include <zip.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

//! Workbooks for tests: by libxlsxwriter, or part by part where it does not write such a thing.
namespace recoupe::test {

//! Writes one sheet of texts.
inline void writeXlsx(const QString &fileName, const QList<QStringList> &rows)
{
    lxw_workbook *workbook = workbook_new(fileName.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column),
                                   rows[row][column].toUtf8().constData(), nullptr);
        }
    }
    workbook_close(workbook);
}

//! A zip file of these entries.
inline void writeZip(const QString &fileName, const QList<std::pair<QByteArray, QByteArray>> &parts,
                     zip_int32_t compression = ZIP_CM_DEFLATE)
{
    zip_t *archive = zip_open(fileName.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto &[name, content] : parts) {
        zip_source_t *source =
            zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.constData(), source, ZIP_FL_OVERWRITE);
        zip_set_file_compression(archive, zip_uint64_t(index), compression, 0);
    }
    zip_close(archive);
}

//! The smallest package around the rows of one sheet, without strings and styles of its own; its
//! workbook uses prefixes, as some writers do.
inline QList<std::pair<QByteArray, QByteArray>> handMadeXlsx(const QByteArray &rows)
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
    return {
        {"_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" +
                            office +
                            "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<x:workbook xmlns:x=\"" + main + "\" xmlns:r=\"" + office +
             "\"><x:sheets><x:sheet name=\"Caché\" sheetId=\"1\" state=\"hidden\" r:id=\"r9\"/>"
             "<x:sheet name=\"Marchés\" sheetId=\"2\" r:id=\"r2\"/></x:sheets></x:workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r2\" Type=\"" + office +
             "/worksheet\" Target=\"worksheets/un.xml\"/></Relationships>"},
        {"xl/worksheets/un.xml", "<x:worksheet xmlns:x=\"" + main + "\"><x:sheetData>" + rows +
                                     "</x:sheetData></x:worksheet>"},
    };
}

} // namespace recoupe::test
