// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace recoupe {

//! A column: the stable name under which its layout is kept, and its title.
struct ModelColumn
{
    QString name;
    QString title;
};

//! What a column is sorted by: a raw number or day first, then a folded text.
struct SortKey
{
    qint64 rank = 0;
    QString text = {};

    friend bool operator==(const SortKey &, const SortKey &) = default;
    friend bool operator<(const SortKey &left, const SortKey &right)
    {
        return left.rank != right.rank ? left.rank < right.rank : left.text < right.text;
    }
};

//! A cell as it is shown. The badge is a token that a delegate turns into an icon and a colour.
struct ModelCell
{
    QString text;
    SortKey key;
    QString badge = {};
    QString toolTip = {};
};

//! One of the values of a facet that a row has, both by position. A row may have any number of
//! them.
struct FacetMark
{
    int facet;
    int value;
};

//! A row with all that showing, sorting, searching and filtering it takes, made once.
struct ModelRow
{
    QString id; //!< stable from one load to the next
    QList<ModelCell> cells;
    QList<FacetMark> facets;
    QString sentence;          //!< the row as a screen reader says it
    QString alsoSearched = {}; //!< words that are found though no column shows them
};

//! One value by which rows can be filtered.
struct FacetValue
{
    QString token; //!< stable, kept in the settings
    QString label;
    QString badge = {};
};

struct Facet
{
    QString name;
    QString title;
    QList<FacetValue> values;
    //! Rows have none, one or several of its values, of which those wanted are picked; where every
    //! row has one, those not wanted are left out.
    bool isPicked = false;
};

//! What is to be seen. Words are looked for in all columns, accents and case ignored, each of them
//! anywhere; a facet that is not named lets all rows through, one that is, rows with any of the
//! values.
struct TableFilter
{
    QString search = {};
    QHash<QString, QSet<QString>> facets = {};

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const TableFilter &, const TableFilter &) = default;
};

//! A table that filters and sorts over its own folded store: an array of row numbers, taken over by
//! a model reset. Views find their rows again by IdRole and rowOfId().
class FacetedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        BadgeRole
    };

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    //! A negative column gives back the order of the store.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const QList<ModelColumn> &columns() const { return m_columns; }
    [[nodiscard]] const QList<Facet> &facets() const { return m_facets; }
    //! Rows per value of a facet under the rest of the filter: what ticking it would show.
    [[nodiscard]] QList<int> facetCounts(qsizetype facet) const;

    void setFilter(const TableFilter &filter);
    [[nodiscard]] const TableFilter &filter() const { return m_filter; }
    //! Rows known, shown or not.
    [[nodiscard]] int totalCount() const { return int(m_rows.size()); }

    //! Position in the store of a row that is shown.
    [[nodiscard]] qsizetype storeRow(int row) const { return m_visible.at(row); }
    //! Row where an id is shown now; -1 when it is filtered out or unknown.
    [[nodiscard]] int rowOfId(const QString &id) const { return m_rowOfId.value(id, -1); }

protected:
    explicit FacetedTableModel(QList<ModelColumn> columns, QObject *parent = nullptr);

    //! Takes over what a new load made, keeping filter and order.
    void setRows(QList<Facet> facets, std::vector<ModelRow> rows);

private:
    //! Per facet, per value; nothing where a facet lets all through.
    using Kept = QList<std::optional<QList<bool>>>;

    [[nodiscard]] const ModelCell &cell(const QModelIndex &index) const;
    [[nodiscard]] Kept keptValues() const;
    [[nodiscard]] bool isFound(qsizetype storeRow, const QStringList &words) const;
    [[nodiscard]] bool isKept(const ModelRow &row, const Kept &kept, qsizetype except = -1) const;
    void arrange();
    void order();

    QList<ModelColumn> m_columns;
    QList<Facet> m_facets;
    std::vector<ModelRow> m_rows;
    std::vector<QString> m_searched; //!< one folded text per row
    TableFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<qsizetype> m_visible;
    QHash<QString, int> m_rowOfId;
};

} // namespace recoupe
