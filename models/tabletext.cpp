// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tabletext.h"

#include "services/csvtext.h"

#include <QAbstractItemModel>

#include <numeric>

namespace recoupe {

namespace {

QString pastedCell(QString text)
{
    text = withoutFormula(std::move(text));
    for (QChar &letter : text) {
        if (letter == u'\t' || letter == u'\n' || letter == u'\r')
            letter = u' ';
    }
    return text;
}

QList<int> countedTo(int count)
{
    QList<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

template <typename Escape>
QStringList linesOf(const QAbstractItemModel &model, const QList<int> &rows,
                    const QList<int> &columns, QChar separator, Escape escape)
{
    QStringList cells;
    for (const int column : columns)
        cells << escape(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QStringList lines{cells.join(separator)};
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << escape(model.index(row, column).data(Qt::DisplayRole).toString());
        lines << cells.join(separator);
    }
    return lines;
}

} // namespace

QString tabSeparated(const QAbstractItemModel &model, const QList<int> &rows,
                     const QList<int> &columns)
{
    return linesOf(model, rows, columns, u'\t', pastedCell).join(u'\n') + u'\n';
}

QString semicolonSeparated(const QAbstractItemModel &model)
{
    return linesOf(model, countedTo(model.rowCount()), countedTo(model.columnCount()), u';',
                   csvCell)
               .join(csvLineEnd) +
           csvLineEnd;
}

Result<> writeCsv(const QAbstractItemModel &model, const QString &fileName)
{
    return writeCsvText(semicolonSeparated(model), fileName);
}

} // namespace recoupe
