// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/writtentables.h"

#include "exchange/table/tablerows.h"
#include "exchange/table/ziparchive.h"

#include <QFile>

namespace recoupe::testing {

namespace {

class ReadRows : public TableSink
{
public:
    QList<QStringList> rows;

    Result<> row(const TableRow &row) override
    {
        rows << row.cells;
        return {};
    }
};

} // namespace

QList<QStringList> readBack(const QString &file)
{
    ReadRows sink;
    const auto read = readTableRows(file, sink);
    return read ? sink.rows : QList<QStringList>{{read.error().message}};
}

QByteArray contentsOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray partOf(const QString &workbook, const QString &name)
{
    auto archive = ZipArchive::open(workbook);
    if (!archive)
        return {};
    auto entry = (*archive)->entry(name);
    if (!entry)
        return {};
    QByteArray content;
    char block[4096];
    for (;;) {
        const auto read = (*entry)->read(block, sizeof(block));
        if (!read || *read <= 0)
            return content;
        content.append(block, *read);
    }
}

} // namespace recoupe::testing
