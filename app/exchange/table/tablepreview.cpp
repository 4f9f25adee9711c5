// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablepreview.h"

#include "core/textfolding.h"
#include "exchange/table/headedsink.h"
#include "exchange/table/tablefailures.h"
#include "exchange/table/tablekinds.h"

namespace recoupe {

namespace {

class PreviewSink : public HeadedSink
{
public:
    PreviewSink(const TableNames &names, qsizetype maxRows)
        : HeadedSink(names)
        , m_maxRows(maxRows)
    {
    }

    QList<QStringList> rows;

protected:
    Result<> searched() override { return {}; }

    // Cancelled: enough was seen.
    Result<> record(const TableRow &row) override
    {
        if (rows.size() >= m_maxRows)
            return fail(ErrorCode::Cancelled, {});
        QStringList cells;
        for (qsizetype position = 0; position < search().header().width(); ++position)
            cells << cleaned(row.cells.value(position));
        rows << cells;
        return {};
    }

private:
    qsizetype m_maxRows;
};

void addColumns(TablePreview &preview, const TableHeader &header, const TableNames &names)
{
    for (const QString &title : header.titles())
        preview.columns << TablePreview::Column{title, {}, TablePreview::FoundBy::Nothing};
    for (qsizetype column = 0; column < names.count(); ++column) {
        const QString name = names.name(column);
        const qsizetype position = header.position(std::size_t(column));
        const bool isMapped = !names.mapped(column).isEmpty();
        preview.columnNames << name;
        if (names.isNeeded(column))
            preview.neededNames << name;
        if (position < 0 && names.isNeeded(column))
            preview.missing << name;
        if (position < 0 && isMapped)
            preview.unmatched << names.mapped(column);
        if (position < 0)
            continue;
        preview.columns[position].name = name;
        preview.columns[position].foundBy =
            isMapped ? TablePreview::FoundBy::Profile : TablePreview::FoundBy::Name;
    }
}

TablePreview previewOf(const PreviewSink &sink, const TableNames &names)
{
    TablePreview preview;
    preview.encoding = sink.form().encoding;
    preview.separator = sink.form().separator;
    preview.sheet = sink.form().sheet;
    const QList<TableRow> own = sink.search().own();
    preview.headerLine = own.first().line;
    preview.headerRows = int(own.size());
    for (const TableRow &row : sink.search().above())
        preview.linesAbove << wordsOf({row});
    addColumns(preview, sink.search().header(), names);
    preview.rows = sink.rows;
    return preview;
}

} // namespace

Result<TablePreview> previewTable(const QString &fileName, TableKind kind,
                                  const TableProfile &profile, qsizetype maxRows)
{
    const Result<TableNames> names = TableNames::of(columnsOf(kind), profile);
    if (!names)
        return failureOf(names);
    std::unique_ptr<PreviewSink> sink;
    const Result<QStringList> read = readHeaded(
        fileName, profile, [&] { return std::make_unique<PreviewSink>(*names, maxRows); }, sink);
    if (!read && read.error().code != ErrorCode::Cancelled)
        return failureOf(read);
    if (!sink->search().hasRows())
        return emptyTable(fileName);
    return previewOf(*sink, *names);
}

} // namespace recoupe
