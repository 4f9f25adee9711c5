// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/textfolding.h"
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// "N° de marché" -> "ndemarche".
QString headerKey(const QString &title)
{
    QString key = folded(title);
    key.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return key;
}

bool isCalled(const TableColumn &column, const QString &key)
{
    return headerKey(QString::fromUtf16(column.name)) == key ||
           std::ranges::any_of(column.alsoCalled,
                               [&key](const char16_t *name) { return name && key == name; });
}

QStringList missingNames(std::span<const TableColumn> columns, const QList<qsizetype> &positions)
{
    QStringList names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isNeeded && positions[qsizetype(i)] < 0)
            names << QString::fromUtf16(columns[i].name);
    }
    return names;
}

Failure missingColumns(const QStringList &missing, const TableRow &row, const QString &fileName)
{
    QStringList found = row.cells;
    found.removeAll(QString());
    return fail(ErrorCode::MissingColumn,
                Tr::tr("Il manque au fichier « %1 » les colonnes nécessaires suivantes : %2. La "
                       "ligne %3, prise pour l'en-tête, nomme : %4. Complétez l'en-tête et "
                       "recommencez.")
                    .arg(QFileInfo(fileName).fileName(), missing.join(QStringLiteral(", ")),
                         QString::number(row.line), found.join(QStringLiteral(", ")).left(500)),
                {}, {fileName, row.line, 0});
}

// Spreadsheets write the borders of a table as empty cells: they end no header.
qsizetype widthOf(const TableRow &row)
{
    const auto said = std::find_if(row.cells.rbegin(), row.cells.rend(),
                                   [](const QString &cell) { return !cleaned(cell).isEmpty(); });
    return row.cells.rend() - said;
}

// Two columns of one name must not hide each other.
QString uniqueTitle(const QString &title, qsizetype position, const QStringList &taken)
{
    const QString base = title.isEmpty() ? Tr::tr("colonne %1").arg(position + 1) : title;
    QString unique = base;
    for (int copy = 2; taken.contains(unique); ++copy)
        unique = QStringLiteral("%1 (%2)").arg(base).arg(copy);
    return unique;
}

} // namespace

Result<TableHeader> TableHeader::read(const TableRow &row, std::span<const TableColumn> columns,
                                      const QString &fileName)
{
    TableHeader header;
    header.m_positions.fill(-1, qsizetype(columns.size()));
    for (const TableColumn &column : columns)
        header.m_titles << QString::fromUtf16(column.name);
    header.m_width = widthOf(row);
    QStringList extraTitles;
    for (qsizetype position = 0; position < header.m_width; ++position) {
        const QString title = cleaned(row.cells[position]);
        const auto column = std::ranges::find_if(columns, [key = headerKey(title)](const auto &c) {
            return !key.isEmpty() && isCalled(c, key);
        });
        const qsizetype index = column - columns.begin();
        if (column != columns.end() && header.m_positions[index] < 0) {
            header.m_positions[index] = position;
            header.m_titles[index] = title;
        } else {
            extraTitles << uniqueTitle(title, position, extraTitles);
            header.m_extras.emplaceBack(position, extraTitles.back());
        }
    }
    const QStringList missing = missingNames(columns, header.m_positions);
    if (!missing.isEmpty())
        return missingColumns(missing, row, fileName);
    return header;
}

QString TableHeader::cell(const TableRow &row, std::size_t column) const
{
    const qsizetype position = m_positions[qsizetype(column)];
    return position < 0 ? QString() : cleaned(row.cells.value(position));
}

std::optional<qsizetype> TableHeader::strayCell(const TableRow &row) const
{
    for (qsizetype position = m_width; position < row.cells.size(); ++position) {
        if (!cleaned(row.cells[position]).isEmpty())
            return position;
    }
    return std::nullopt;
}

QMap<QString, QString> TableHeader::extras(const TableRow &row) const
{
    QMap<QString, QString> extras;
    for (const auto &[position, title] : m_extras) {
        const QString value = cleaned(row.cells.value(position));
        if (!value.isEmpty())
            extras.insert(title, value);
    }
    return extras;
}

} // namespace recoupe
