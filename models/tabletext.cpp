// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tabletext.h"

#include "models/words.h"

#include <QAbstractItemModel>
#include <QDir>
#include <QSaveFile>

#include <numeric>

namespace recoupe {

namespace {

//! What begins like a formula is given as text.
QString withoutFormula(QString text)
{
    static const QString starters = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && starters.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString pastedCell(QString text)
{
    text = withoutFormula(std::move(text));
    for (QChar &letter : text) {
        if (letter == u'\t' || letter == u'\n' || letter == u'\r')
            letter = u' ';
    }
    return text;
}

QString csvCell(const QString &text)
{
    QString cell = withoutFormula(text);
    const bool needsQuotes =
        cell.contains(u';') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    if (!needsQuotes)
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
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
    const QString lineEnd = QStringLiteral("\r\n");
    return linesOf(model, countedTo(model.rowCount()), countedTo(model.columnCount()), u';',
                   csvCell)
               .join(lineEnd) +
           lineEnd;
}

Result<> writeCsv(const QAbstractItemModel &model, const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = "\xEF\xBB\xBF" + semicolonSeparated(model).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::FileUnwritable,
                    ModelsTr::tr("Le fichier « %1 » n'a pas pu être écrit : choisir un autre "
                                 "dossier ou vérifier la place sur le disque.")
                        .arg(QDir::toNativeSeparators(fileName)),
                    file.errorString());
    }
    return {};
}

} // namespace recoupe
