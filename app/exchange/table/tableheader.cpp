// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tableheader.h"

#include "core/textfolding.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// Spreadsheets write the borders of a table as empty cells: they end no header.
qsizetype widthOf(const TableRow &row)
{
    const auto said = std::find_if(row.cells.rbegin(), row.cells.rend(),
                                   [](const QString &cell) { return !cleaned(cell).isEmpty(); });
    return row.cells.rend() - said;
}

QString cellOf(const TableRow &row, qsizetype position)
{
    return cleaned(row.cells.value(position)).simplified();
}

// What the upper row says of each column. A merged cell reaches as far as it is merged; where
// nothing is merged, as in text, a title that has something below itself reaches over the empty
// cells beside it.
QStringList groupsOf(const TableRow &upper, const TableRow &lower, qsizetype width)
{
    QStringList groups;
    QString group;
    qsizetype end = 0;
    for (qsizetype position = 0; position < width; ++position) {
        const QString own = cellOf(upper, position);
        if (!own.isEmpty()) {
            const QString below = cellOf(lower, position);
            const bool isOpen = !below.isEmpty() && folded(below) != folded(own);
            group = own;
            end = upper.spans.contains(position) ? position + upper.spans.value(position)
                  : isOpen                       ? width
                                                 : position + 1;
        }
        const bool reaches = position < end && !cellOf(lower, position).isEmpty();
        groups << (own.isEmpty() && !reaches ? QString() : group);
    }
    return groups;
}

} // namespace

//! What a header says of one column: its text, and the keys to know it by, the best first.
struct TableHeader::Title
{
    QString text;
    QStringList keys;
};

TableHeader TableHeader::read(const TableRow &row, const TableNames &names)
{
    QList<Title> titles;
    const qsizetype width = widthOf(row);
    for (qsizetype position = 0; position < width; ++position) {
        const QString text = cellOf(row, position);
        titles << Title{text, {headerKey(text)}};
    }
    return {titles, names};
}

TableHeader TableHeader::read(const TableRow &upper, const TableRow &lower, const TableNames &names)
{
    QList<Title> titles;
    const qsizetype width = std::max(widthOf(upper), widthOf(lower));
    const QStringList groups = groupsOf(upper, lower, width);
    for (qsizetype position = 0; position < width; ++position) {
        const QString &group = groups[position];
        const QString own = cellOf(lower, position);
        const QString key = headerKey(own);
        const QString groupKey = headerKey(group);
        if (own.isEmpty() || group.isEmpty() || key == groupKey) {
            const QString text = own.isEmpty() ? group : own;
            titles << Title{text, {headerKey(text)}};
        } else {
            titles << Title{group + u' ' + own, {groupKey + key, key + groupKey, key}};
        }
    }
    return {titles, names};
}

TableHeader::TableHeader(const QList<Title> &titles, const TableNames &names)
{
    m_isOurs.fill(false, titles.size());
    m_positions.fill(-1, names.count());
    nameTitles(titles);
    findMapped(names);
    findCalled(titles, names);
    for (qsizetype column = 0; column < names.count(); ++column) {
        const qsizetype position = m_positions[column];
        m_calls << (position < 0 ? names.name(column) : m_titles[position]);
        if (position < 0 && names.isNeeded(column) && !m_unmatched.contains(column))
            m_missing << names.name(column);
    }
}

// Two columns of one name must not hide each other.
void TableHeader::nameTitles(const QList<Title> &titles)
{
    QSet<QString> taken;
    QHash<QString, int> copies;
    for (const Title &title : titles) {
        const QString base =
            title.text.isEmpty() ? Tr::tr("colonne %1").arg(m_titles.size() + 1) : title.text;
        QString unique = base;
        while (taken.contains(unique))
            unique = QStringLiteral("%1 (%2)").arg(base).arg(++copies[base] + 1);
        taken.insert(unique);
        m_titles << unique;
    }
}

void TableHeader::findMapped(const TableNames &names)
{
    for (qsizetype column = 0; column < names.count(); ++column) {
        const QString mapped = folded(names.mapped(column));
        if (mapped.isEmpty())
            continue;
        const auto found =
            std::find_if(m_titles.cbegin(), m_titles.cend(),
                         [&mapped](const QString &title) { return folded(title) == mapped; });
        if (found == m_titles.cend()) {
            m_unmatched << column;
            continue;
        }
        m_positions[column] = found - m_titles.cbegin();
        m_isOurs[m_positions[column]] = true;
    }
}

void TableHeader::findCalled(const QList<Title> &titles, const TableNames &names)
{
    constexpr qsizetype maxKeys = 3;
    for (qsizetype rank = 0; rank < maxKeys; ++rank) {
        for (qsizetype position = 0; position < titles.size(); ++position) {
            const qsizetype column = names.called(titles[position].keys.value(rank));
            const bool isFree = column >= 0 && !m_isOurs[position] && m_positions[column] < 0 &&
                                !names.isSettled(column);
            if (isFree) {
                m_positions[column] = position;
                m_isOurs[position] = true;
            }
        }
    }
}

qsizetype TableHeader::known() const
{
    return m_positions.size() - m_positions.count(-1);
}

QString TableHeader::cell(const TableRow &row, std::size_t column) const
{
    const qsizetype position = m_positions[qsizetype(column)];
    return position < 0 ? QString() : cleaned(row.cells.value(position));
}

std::optional<qsizetype> TableHeader::strayCell(const TableRow &row) const
{
    for (qsizetype position = width(); position < row.cells.size(); ++position) {
        if (!row.cells[position].isEmpty() && !cleaned(row.cells[position]).isEmpty())
            return position;
    }
    return std::nullopt;
}

QMap<QString, QString> TableHeader::extras(const TableRow &row) const
{
    QMap<QString, QString> extras;
    for (qsizetype position = 0; position < std::min(width(), row.cells.size()); ++position) {
        if (m_isOurs[position] || row.cells[position].isEmpty())
            continue;
        const QString value = cleaned(row.cells[position]);
        if (!value.isEmpty())
            extras.insert(m_titles[position], value);
    }
    return extras;
}

} // namespace recoupe
