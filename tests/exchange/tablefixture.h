// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/tablerows.h"

//! Tables as their readers hand them on.
namespace recoupe::test {

//! Keeps the rows that say something.
class CollectingSink : public TableSink
{
public:
    void begin(const TableForm &form) override { found = form; }
    Result<> row(const TableRow &row) override
    {
        spans.insert(row.spans);
        if (!row.isBlank())
            rows << QStringLiteral("%1:%2").arg(row.line).arg(row.cells.join(u'|'));
        return refusal;
    }

    TableForm found;
    QStringList rows; //!< "line:cell|cell"
    QMap<qsizetype, qsizetype> spans;
    Result<> refusal;
};

struct Table
{
    Result<QStringList> result; //!< warnings
    QStringList rows;
    TableForm form;

    [[nodiscard]] QString error() const { return result ? QString() : result.error().message; }
};

[[nodiscard]] inline Table readTable(const QString &fileName, const TableForm &form = {})
{
    CollectingSink sink;
    Result<QStringList> result = readTableRows(fileName, sink, form);
    return {std::move(result), sink.rows, sink.found};
}

} // namespace recoupe::test
