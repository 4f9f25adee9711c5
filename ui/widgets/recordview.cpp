// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordview.h"

#include "ui/delegates/badgedelegate.h"
#include "ui/uitr.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace recoupe {

RecordView::RecordView(QWidget *parent)
    : QTreeView(parent)
{
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setSortingEnabled(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setItemDelegate(new BadgeDelegate(FacetedTableModel::BadgeRole, this));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &RecordView::showColumnMenu);
}

void RecordView::setRecords(FacetedTableModel *model, int fixedColumn,
                            const QList<ColumnLayout> &layout)
{
    m_records = model;
    m_fixedColumn = fixedColumn;
    m_freshLayout = layout;
    // Before setModel(): our slots must run while the view still has, and already has, its rows.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordView::remember);
    setModel(model);
    // A header asks at each painting whether its column is selected, which of all rows takes long.
    header()->setSelectionModel(new QItemSelectionModel(model, header()));
    connect(model, &QAbstractItemModel::modelReset, this, &RecordView::recall);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_recalling)
            Q_EMIT scopeChanged();
    });
    resetLayout();
}

//! From the ranges of the selection: asking it for its rows checks every cell of each.
QList<int> RecordView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    return rows;
}

int RecordView::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

void RecordView::selectRow(int row)
{
    if (row < 0 || row >= m_records->rowCount())
        return;
    const QModelIndex index = m_records->index(row, std::max(0, currentIndex().column()));
    setCurrentIndex(index);
    scrollTo(index);
}

//! As one range; a tree goes through its rows, once for each run of columns that were moved.
void RecordView::selectAll()
{
    const int rows = m_records->rowCount();
    if (rows > 0) {
        selectionModel()->select(
            {m_records->index(0, 0), m_records->index(rows - 1, m_records->columnCount() - 1)},
            QItemSelectionModel::ClearAndSelect);
    }
}

void RecordView::goToFirst()
{
    m_startsOver = m_records->isBehind();
    if (!m_startsOver)
        selectRow(0);
}

Sheet RecordView::sheetOf(const QList<int> &rows) const
{
    const QList<int> columns = shownColumns();
    Sheet sheet = m_records->sheetOf(rows, columns);
    sheet.name = accessibleName();
    for (qsizetype i = 0; i < columns.size(); ++i)
        sheet.columns[i].width = columnWidth(columns.at(i)) / fontMetrics().averageCharWidth();
    return sheet;
}

QList<int> RecordView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns << column;
    }
    return columns;
}

void RecordView::remember()
{
    const QModelIndex current = currentIndex();
    if (current.isValid()) {
        m_currentId = current.data(FacetedTableModel::IdRole).toString();
        m_currentRow = current.row();
        m_selectedIds.clear();
        if (selectedCount() <= mostRemembered) {
            for (const int row : selectedRows())
                m_selectedIds
                    << m_records->index(row, 0).data(FacetedTableModel::IdRole).toString();
        }
    }
    m_scrollPosition = verticalScrollBar()->value();
}

//! As ranges of whole rows, which is what the selection would otherwise make of them one by one.
QItemSelection RecordView::rememberedRows() const
{
    QList<int> rows;
    for (const QString &id : m_selectedIds)
        rows << m_records->rowOfId(id);
    rows.removeAll(-1);
    std::ranges::sort(rows);
    QItemSelection selection;
    const int lastColumn = m_records->columnCount() - 1;
    for (qsizetype first = 0, next = 0; first < rows.size(); first = next) {
        for (next = first + 1; next < rows.size() && rows[next] == rows[next - 1] + 1;)
            ++next;
        selection.append(QItemSelectionRange(m_records->index(rows[first], 0),
                                             m_records->index(rows[next - 1], lastColumn)));
    }
    return selection;
}

//! A row that is gone gives way to the one now in its place: a screen reader is never left without
//! a current row.
void RecordView::recall()
{
    m_recalling = true;
    const int rows = m_records->rowCount();
    if (rows > 0) {
        doItemsLayout(); // first of all: whatever needs a layout would make one of its own
        const int known = m_startsOver ? 0 : m_records->rowOfId(m_currentId);
        const int row = known >= 0 ? known : std::min(m_currentRow, rows - 1);
        const QModelIndex current = m_records->index(row, 0);
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        const QItemSelection selection = m_startsOver ? QItemSelection() : rememberedRows();
        if (selection.isEmpty())
            selectionModel()->select(current, QItemSelectionModel::ClearAndSelect |
                                                  QItemSelectionModel::Rows);
        else
            selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        verticalScrollBar()->setValue(m_scrollPosition);
        scrollTo(current);
    }
    m_startsOver = false;
    m_recalling = false;
    Q_EMIT scopeChanged();
}

void RecordView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (!currentIndex().isValid() && m_records && m_records->rowCount() > 0)
        selectRow(0);
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fillWidth();
}

//! Only ever gives room that is left over, down to the widths of a fresh start; what the operator
//! made wider stays so beside the others.
void RecordView::fillWidth()
{
    QList<ColumnLayout> wide;
    int given = 0;
    for (const ColumnLayout &fresh : std::as_const(m_freshLayout)) {
        if (fresh.room != Room::Spare || isColumnHidden(fresh.column))
            continue;
        wide << fresh;
        given += std::max(columnWidth(fresh.column) - fresh.width, 0);
    }
    int left = std::max(viewport()->width() - header()->length(), -given);
    for (qsizetype i = 0; i < wide.size(); ++i) {
        const int width = columnWidth(wide.at(i).column);
        const int share =
            std::max(left / int(wide.size() - i), std::min(wide.at(i).width - width, 0));
        setColumnWidth(wide.at(i).column, width + share);
        left -= share;
    }
}

void RecordView::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < header()->count(); ++column) {
        QAction *action = menu->addAction(m_records->columns().at(column).title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != m_fixedColumn);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->addSeparator();
    fillSortMenu(menu->addMenu(UiTr::tr("&Trier par")));
    connect(menu->addAction(UiTr::tr("&Réinitialiser les colonnes")), &QAction::triggered, this,
            &RecordView::resetLayout);
    menu->popup(header()->mapToGlobal(position));
}

//! A column that rows are sorted by already is sorted the other way round, as by its header.
void RecordView::fillSortMenu(QMenu *menu)
{
    const int sorted = header()->sortIndicatorSection();
    for (const int column : shownColumns()) {
        QAction *action = menu->addAction(m_records->columns().at(column).title);
        action->setCheckable(true);
        action->setChecked(column == sorted);
        const bool isDescending =
            column == sorted && header()->sortIndicatorOrder() == Qt::AscendingOrder;
        connect(action, &QAction::triggered, this, [this, column, isDescending] {
            sortByColumn(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(UiTr::tr("Ordre d'origine")), &QAction::triggered, this,
            [this] { sortByColumn(-1, Qt::AscendingOrder); });
}

void RecordView::openColumnMenu()
{
    showColumnMenu(QPoint(0, header()->height()));
}

void RecordView::resetLayout()
{
    for (int visual = 0; visual < m_freshLayout.size(); ++visual) {
        const auto [column, width, room] = m_freshLayout.at(visual);
        setColumnHidden(column, room == Room::None);
        header()->moveSection(header()->visualIndex(column), visual);
        setColumnWidth(column, width);
    }
    fillWidth();
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_records->sort(-1);
}

void RecordView::saveLayout(QSettings &settings, const QString &group) const
{
    settings.beginGroup(group);
    QStringList order;
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        const QString &name = m_records->columns().at(column).name;
        order << name;
        settings.setValue(QStringLiteral("hidden/") + name, isColumnHidden(column));
        if (!isColumnHidden(column))
            settings.setValue(QStringLiteral("width/") + name, columnWidth(column));
    }
    settings.setValue(QStringLiteral("order"), order);
    const int sorted = header()->sortIndicatorSection();
    const bool isSorted = sorted >= 0 && sorted < header()->count();
    settings.setValue(QStringLiteral("sort"),
                      isSorted ? m_records->columns().at(sorted).name : QString());
    settings.setValue(QStringLiteral("descending"),
                      header()->sortIndicatorOrder() == Qt::DescendingOrder);
    settings.setValue(QStringLiteral("current"),
                      currentIndex().data(FacetedTableModel::IdRole).toString());
    settings.endGroup();
}

void RecordView::restoreLayout(QSettings &settings, const QString &group)
{
    settings.beginGroup(group);
    const QList<ModelColumn> &columns = m_records->columns();
    const auto columnOf = [&columns](const QString &name) {
        return int(std::ranges::find(columns, name, &ModelColumn::name) - columns.begin());
    };
    int visual = 0;
    for (const QString &name : settings.value(QStringLiteral("order")).toStringList()) {
        if (columnOf(name) < columns.size())
            header()->moveSection(header()->visualIndex(columnOf(name)), visual++);
    }
    for (int column = 0; column < columns.size(); ++column) {
        const QString &name = columns.at(column).name;
        const int width = settings.value(QStringLiteral("width/") + name).toInt();
        if (width > 0)
            setColumnWidth(column, width);
        // A column that a later version brought is as it is at a fresh start.
        const bool isHidden =
            settings.value(QStringLiteral("hidden/") + name, isColumnHidden(column)).toBool();
        setColumnHidden(column, column != m_fixedColumn && isHidden);
    }
    const int sorted = columnOf(settings.value(QStringLiteral("sort")).toString());
    const auto direction = settings.value(QStringLiteral("descending")).toBool()
                               ? Qt::DescendingOrder
                               : Qt::AscendingOrder;
    if (sorted < columns.size())
        sortByColumn(sorted, direction);
    m_currentId = settings.value(QStringLiteral("current")).toString();
    settings.endGroup();
}

} // namespace recoupe
