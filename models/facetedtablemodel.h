// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablequery.h"
#include "report/sheet.h"

#include <QAbstractTableModel>
#include <QThreadPool>

#include <atomic>

namespace recoupe {

//! A column: the stable name under which its layout is kept, and its title.
struct ModelColumn
{
    QString name;
    QString title;
};

//! A table that filters and sorts over columns of its own. Contents are made and searched on a
//! thread beside the window's, which only takes over what was found, by a model reset; small tables
//! are answered at once. Views find their rows again by IdRole and rowOfId().
class FacetedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        BadgeRole
    };
    //! The largest table that is answered at once.
    static constexpr qsizetype mostRowsAtOnce = 2000;

    //! Waits for the little that an abandoned query takes to notice.
    ~FacetedTableModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    //! A negative column gives back the order of the load.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const QList<ModelColumn> &columns() const { return m_columns; }
    [[nodiscard]] const QList<Facet> &facets() const { return m_content->facets(); }
    //! Rows per value of a facet under the rest of the filter: what ticking it would show.
    [[nodiscard]] const QList<int> &facetCounts(qsizetype facet) const;

    void setFilter(const TableFilter &filter);
    //! The one wanted; what is shown may still be on its way to it.
    [[nodiscard]] const TableFilter &filter() const { return m_filter; }
    //! Whether a load, a filter or an order was asked for that is not shown yet.
    [[nodiscard]] bool isBehind() const { return m_generation != m_shownGeneration; }
    //! Rows known, shown or not.
    [[nodiscard]] int totalCount() const { return int(m_content->rowCount()); }

    //! Position in the content of a row that is shown.
    [[nodiscard]] qsizetype storeRow(int row) const { return m_result.rows[size_t(row)]; }
    //! Row where an id is shown now; -1 when it is filtered out or unknown.
    [[nodiscard]] int rowOfId(const QString &id) const;

    //! Rows and columns as they are shown now; can be read in any thread, whatever comes after.
    [[nodiscard]] Sheet sheetOf(const QList<int> &rows, const QList<int> &columns) const;

protected:
    //! \a content: what there is before the first load.
    FacetedTableModel(QList<ModelColumn> columns, TableContentPtr content,
                      QObject *parent = nullptr);

    //! Makes a content; null once it is stale. Runs on another thread: holds all it needs.
    using MakeContent = std::function<TableContentPtr(const IsStale &)>;
    //! Shows what \a make makes of so many rows, under the same filter and order.
    void load(qsizetype rowCount, MakeContent make);
    [[nodiscard]] const TableContent &content() const { return *m_content; }

private:
    struct Load;
    struct Answer
    {
        TableContentPtr content;
        TableResult result;
    };

    void refresh();
    void take(quint64 generation, Answer answer);

    QList<ModelColumn> m_columns;
    TableContentPtr m_content;
    TableResult m_result;
    TableFilter m_filter;
    TableOrder m_order;
    std::shared_ptr<Load> m_load;          //!< the last one asked for
    std::atomic<quint64> m_generation = 0; //!< of what was asked for last
    quint64 m_shownGeneration = 0;
    QThreadPool m_pool; //!< one thread: what is asked for is answered in turn
};

} // namespace recoupe
