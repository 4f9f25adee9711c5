// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetedtablemodel.h"

namespace recoupe {

//! A content to be made. Its content belongs to the thread of the pool until it is shown.
struct FacetedTableModel::Load
{
    qsizetype rowCount = 0;
    MakeContent make;
    TableContentPtr content = {};
    std::atomic_bool isStale = false;
};

FacetedTableModel::FacetedTableModel(QList<ModelColumn> columns, TableContentPtr content,
                                     QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_content(std::move(content))
    , m_load(std::make_shared<Load>())
{
    m_load->content = m_content;
    m_pool.setMaxThreadCount(1);
}

FacetedTableModel::~FacetedTableModel()
{
    ++m_generation;
    m_load->isStale = true;
    m_pool.waitForDone();
}

int FacetedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_result.rows.size());
}

int FacetedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

// A tree asks for these three once per row whenever it lays out its rows: none takes a detour.

QModelIndex FacetedTableModel::index(int row, int column, const QModelIndex &parent) const
{
    const bool exists = row >= 0 && size_t(row) < m_result.rows.size() && column >= 0 &&
                        column < m_columns.size() && !parent.isValid();
    return exists ? createIndex(row, column) : QModelIndex();
}

bool FacetedTableModel::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_result.rows.empty();
}

Qt::ItemFlags FacetedTableModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QVariant FacetedTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const quint32 row = m_result.rows[size_t(index.row())];
    const int column = index.column();
    const QString &text = m_content->text(row, column);
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: {
        const QString toolTip = m_content->toolTip(row, column);
        return toolTip.isEmpty() ? text : toolTip;
    }
    case BadgeRole: return m_content->columns()[size_t(column)].badge(row);
    case IdRole: return m_content->id(row);
    case Qt::AccessibleTextRole: return column == 0 ? m_content->sentence(row) : text;
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

const QList<int> &FacetedTableModel::facetCounts(qsizetype facet) const
{
    return m_result.facetCounts.at(facet);
}

int FacetedTableModel::rowOfId(const QString &id) const
{
    const std::optional<quint32> row = m_content->rowOfId(id);
    const quint32 position = row ? m_result.shownAt[*row] : TableResult::hidden;
    return position == TableResult::hidden ? -1 : int(position);
}

Sheet FacetedTableModel::sheetOf(const QList<int> &rows, const QList<int> &columns) const
{
    Sheet sheet;
    for (const int column : columns)
        sheet.columns << SheetColumn{m_columns.at(column).title};
    std::vector<quint32> known;
    known.reserve(size_t(rows.size()));
    for (const int row : rows)
        known.push_back(m_result.rows[size_t(row)]);
    sheet.rowCount = rows.size();
    sheet.cell = [content = m_content, known = std::move(known), columns](qsizetype row,
                                                                          qsizetype column) {
        return content->text(known[size_t(row)], columns.at(column));
    };
    return sheet;
}

void FacetedTableModel::sort(int column, Qt::SortOrder order)
{
    const bool isKnown = column >= 0 && column < m_columns.size();
    const TableOrder wanted = isKnown ? TableOrder{column, order} : TableOrder();
    if (wanted == m_order)
        return;
    m_order = wanted;
    refresh();
}

void FacetedTableModel::setFilter(const TableFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void FacetedTableModel::load(qsizetype rowCount, MakeContent make)
{
    m_load->isStale = true;
    m_load = std::make_shared<Load>();
    m_load->rowCount = rowCount;
    m_load->make = std::move(make);
    refresh();
}

//! A newer request makes this one stale, which the work notices on its way and take() at its end.
//! A load that is under way goes on: the newer request needs it as well.
void FacetedTableModel::refresh()
{
    const quint64 generation = ++m_generation;
    const auto work = [this, generation, load = m_load, filter = m_filter,
                       order = m_order]() -> std::optional<Answer> {
        if (!load->content && !load->isStale)
            load->content = load->make([&load] { return load->isStale.load(); });
        if (!load->content)
            return std::nullopt;
        auto result =
            queryTable(*load->content, filter, order, [&] { return m_generation != generation; });
        if (!result)
            return std::nullopt;
        return Answer{load->content, *std::move(result)};
    };
    if (m_load->rowCount <= mostRowsAtOnce) {
        take(generation, *work());
        return;
    }
    m_pool.start([this, generation, work] {
        if (auto answer = std::make_shared<std::optional<Answer>>(work()); *answer) {
            QMetaObject::invokeMethod(
                this, [this, generation, answer] { take(generation, *std::move(*answer)); },
                Qt::QueuedConnection);
        }
    });
}

void FacetedTableModel::take(quint64 generation, Answer answer)
{
    if (generation == m_generation) {
        beginResetModel();
        std::swap(m_content, answer.content);
        std::swap(m_result, answer.result);
        m_shownGeneration = generation;
        endResetModel();
    }
    // What a load of a million sessions holds takes long to free, too.
    if (answer.content != m_content && answer.content->rowCount() > mostRowsAtOnce)
        m_pool.start([former = std::move(answer.content)]() mutable { former.reset(); });
}

} // namespace recoupe
