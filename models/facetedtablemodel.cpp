// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetedtablemodel.h"

#include "core/textfolding.h"

#include <algorithm>

namespace recoupe {

namespace {

//! Columns are told apart by a sign that no folded word holds, so that a search never spans two.
QString searchedText(const ModelRow &row)
{
    QStringList texts;
    for (const ModelCell &cell : row.cells)
        texts << folded(cell.text);
    texts << folded(row.alsoSearched);
    return texts.join(u'\n');
}

QStringList searchedWords(const QString &search)
{
    return folded(search).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

bool TableFilter::isEmpty() const
{
    return search.trimmed().isEmpty() && facets.isEmpty();
}

FacetedTableModel::FacetedTableModel(QList<ModelColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int FacetedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int FacetedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const ModelCell &FacetedTableModel::cell(const QModelIndex &index) const
{
    return m_rows[size_t(m_visible.at(index.row()))].cells.at(index.column());
}

QVariant FacetedTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    switch (role) {
    case Qt::DisplayRole: return cell(index).text;
    case Qt::ToolTipRole:
        return cell(index).toolTip.isEmpty() ? cell(index).text : cell(index).toolTip;
    case BadgeRole: return cell(index).badge;
    case IdRole: return m_rows[size_t(m_visible.at(index.row()))].id;
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? m_rows[size_t(m_visible.at(index.row()))].sentence
                                   : cell(index).text;
    default: return {};
    }
}

QVariant FacetedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal && section < m_columns.size();
    if (!isColumn || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_columns.at(section).title;
}

void FacetedTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void FacetedTableModel::setFilter(const TableFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void FacetedTableModel::setRows(QList<Facet> facets, std::vector<ModelRow> rows)
{
    beginResetModel();
    m_facets = std::move(facets);
    m_rows = std::move(rows);
    m_searched.clear();
    m_searched.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(m_searched), searchedText);
    order();
    endResetModel();
}

QList<int> FacetedTableModel::facetCounts(qsizetype facet) const
{
    QList<int> counts(m_facets.at(facet).values.size(), 0);
    const QStringList words = searchedWords(m_filter.search);
    const Kept kept = keptValues();
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (!isKept(m_rows[row], kept, facet) || !isFound(qsizetype(row), words))
            continue;
        for (const FacetMark &mark : m_rows[row].facets) {
            if (mark.facet == facet)
                ++counts[mark.value];
        }
    }
    return counts;
}

FacetedTableModel::Kept FacetedTableModel::keptValues() const
{
    Kept kept;
    for (const Facet &facet : m_facets) {
        const auto chosen = m_filter.facets.constFind(facet.name);
        if (chosen == m_filter.facets.constEnd()) {
            kept << std::nullopt;
            continue;
        }
        QList<bool> values;
        for (const FacetValue &value : facet.values)
            values << chosen->contains(value.token);
        kept << values;
    }
    return kept;
}

bool FacetedTableModel::isFound(qsizetype storeRow, const QStringList &words) const
{
    const QString &text = m_searched[size_t(storeRow)];
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

bool FacetedTableModel::isKept(const ModelRow &row, const Kept &kept, qsizetype except) const
{
    for (qsizetype facet = 0; facet < kept.size(); ++facet) {
        const auto &values = kept.at(facet);
        const auto isWanted = [&](const FacetMark &mark) {
            return mark.facet == facet && values->at(mark.value);
        };
        if (facet != except && values && std::ranges::none_of(row.facets, isWanted))
            return false;
    }
    return true;
}

void FacetedTableModel::arrange()
{
    beginResetModel();
    order();
    endResetModel();
}

void FacetedTableModel::order()
{
    m_visible.clear();
    const QStringList words = searchedWords(m_filter.search);
    const Kept kept = keptValues();
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (isKept(m_rows[row], kept) && isFound(qsizetype(row), words))
            m_visible << qsizetype(row);
    }
    if (m_sortColumn >= 0 && m_sortColumn < m_columns.size()) {
        const auto key = [this](qsizetype row) -> const SortKey & {
            return m_rows[size_t(row)].cells.at(m_sortColumn).key;
        };
        // Stable, so that rows of one value keep the order of the store in both directions.
        if (m_sortOrder == Qt::AscendingOrder)
            std::ranges::stable_sort(m_visible, [&](auto a, auto b) { return key(a) < key(b); });
        else
            std::ranges::stable_sort(m_visible, [&](auto a, auto b) { return key(b) < key(a); });
    }
    m_rowOfId.clear();
    m_rowOfId.reserve(m_visible.size());
    for (int row = 0; row < int(m_visible.size()); ++row)
        m_rowOfId.insert(m_rows[size_t(m_visible.at(row))].id, row);
}

} // namespace recoupe
