// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/originalrows.h"

#include "exchange/table/headedsink.h"
#include "exchange/table/tablekinds.h"

namespace recoupe {

namespace {

class OriginalSink : public HeadedSink
{
public:
    OriginalSink(const QString &fileName, const TableNames &names, const OriginalRowSink &take)
        : HeadedSink(names)
        , m_fileName(fileName)
        , m_take(take)
    {
    }

protected:
    Result<> searched() override
    {
        return search().hasHeader() ? Result<>() : search().failure(m_fileName);
    }

    Result<> record(const TableRow &row) override
    {
        const TableHeader &header = search().header();
        if (row.cells.size() >= header.width())
            return m_take(header.titles(), row);
        TableRow padded = row;
        padded.cells.resize(header.width());
        return m_take(header.titles(), padded);
    }

private:
    const QString &m_fileName;
    const OriginalRowSink &m_take;
};

} // namespace

Result<> readOriginalRows(const QString &fileName, TableKind kind, const TableProfile &profile,
                          const OriginalRowSink &take)
{
    const Result<TableNames> names = TableNames::of(columnsOf(kind), profile);
    if (!names)
        return failureOf(names);
    std::unique_ptr<OriginalSink> sink;
    return readHeaded(
               fileName, profile,
               [&] { return std::make_unique<OriginalSink>(fileName, *names, take); }, sink)
        .map([](const QStringList &) {});
}

} // namespace recoupe
