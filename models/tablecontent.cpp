// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablecontent.h"

#include <QHash>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype rowsPerLook = 1024; // between two looks whether somebody still waits

quint64 hashOf(const QString &id)
{
    return quint64(quint32(qHash(id))) << 32;
}

} // namespace

TableContent::TableContent(QList<Facet> facets)
    : m_facets(std::move(facets))
    , m_facetColumns(size_t(m_facets.size()))
{
    for (const Facet &facet : std::as_const(m_facets))
        m_valueCounts << QList<int>(facet.values.size(), 0);
}

bool TableContent::fill(qsizetype count, const std::function<ModelRow(qsizetype)> &makeRow,
                        const IsStale &isStale)
{
    m_rowsByIdHash.reserve(size_t(count));
    for (qsizetype position = 0; position < count; ++position) {
        if (position % rowsPerLook == 0 && isStale())
            return false;
        append(makeRow(position));
        m_rowsByIdHash.push_back(hashOf(id(quint32(position))) | quint64(position));
    }
    for (TextColumn &column : m_columns)
        column.finish();
    std::ranges::sort(m_rowsByIdHash);
    return true;
}

void TableContent::append(const ModelRow &row)
{
    const auto shown = size_t(row.cells.size());
    m_columns.resize(shown + size_t(row.alsoSearched.size()));
    for (size_t column = 0; column < shown; ++column)
        m_columns[column].append(row.cells[qsizetype(column)]);
    for (size_t column = shown; column < m_columns.size(); ++column)
        m_columns[column].append({row.alsoSearched[qsizetype(column - shown)]});

    for (const FacetMark &mark : row.facets)
        ++m_valueCounts[mark.facet][mark.value];
    std::vector<quint16> values;
    for (size_t facet = 0; facet < m_facetColumns.size(); ++facet) {
        values.clear();
        for (const FacetMark &mark : row.facets) {
            if (size_t(mark.facet) == facet)
                values.push_back(quint16(mark.value));
        }
        m_facetColumns[facet].append(values);
    }
    ++m_rowCount;
}

std::optional<quint32> TableContent::rowOfId(const QString &id) const
{
    const quint64 hash = hashOf(id);
    auto candidate = std::ranges::lower_bound(m_rowsByIdHash, hash);
    for (; candidate != m_rowsByIdHash.end() && *candidate >> 32 == hash >> 32; ++candidate) {
        const auto row = quint32(*candidate);
        if (this->id(row) == id)
            return row;
    }
    return std::nullopt;
}

QString TableContent::toolTip(quint32, int) const
{
    return {};
}

} // namespace recoupe
