// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetcolumn.h"
#include "models/textcolumn.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace recoupe {

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

//! One of the values of a facet that a row has, both by position. A row may have any number of
//! them.
struct FacetMark
{
    int facet;
    int value;
};

//! A row on its way into the columns of a table.
struct ModelRow
{
    QList<ModelCell> cells;
    QList<FacetMark> facets;
    QStringList alsoSearched = {}; //!< texts that are found though no column shows them
};

//! Answers true once nobody waits for the result of long work any more.
using IsStale = std::function<bool()>;

//! What one load gave a table to show: made in any thread, then never changed. Columns hold what
//! showing, searching, sorting and filtering take; what is asked for one row at a time is put
//! together when it is asked for.
class TableContent
{
public:
    virtual ~TableContent() = default;

    [[nodiscard]] const QList<Facet> &facets() const { return m_facets; }
    [[nodiscard]] quint32 rowCount() const { return m_rowCount; }
    //! Those shown, then those that are only searched.
    [[nodiscard]] const std::vector<TextColumn> &columns() const { return m_columns; }
    //! In the order of facets().
    [[nodiscard]] const std::vector<FacetColumn> &facetColumns() const { return m_facetColumns; }

    //! By facet and value: the rows that have it.
    [[nodiscard]] const QList<QList<int>> &valueCounts() const { return m_valueCounts; }

    //! Stable from one load to the next.
    [[nodiscard]] virtual QString id(quint32 row) const = 0;
    [[nodiscard]] std::optional<quint32> rowOfId(const QString &id) const;
    //! The row as a screen reader says it.
    [[nodiscard]] virtual QString sentence(quint32 row) const = 0;
    //! Of a cell whose text does not say all; empty for others.
    [[nodiscard]] virtual QString toolTip(quint32 row, int column) const;

    [[nodiscard]] const QString &text(quint32 row, int column) const
    {
        return m_columns[size_t(column)].text(row);
    }

protected:
    explicit TableContent(QList<Facet> facets = {});

    //! Adds what \a makeRow(position) gives for each of \a count rows. False, with a content that
    //! is no use, when nobody waits for it any more.
    bool fill(qsizetype count, const std::function<ModelRow(qsizetype)> &makeRow,
              const IsStale &isStale);

private:
    void append(const ModelRow &row);

    QList<Facet> m_facets;
    quint32 m_rowCount = 0;
    std::vector<TextColumn> m_columns;
    std::vector<FacetColumn> m_facetColumns;
    QList<QList<int>> m_valueCounts;
    std::vector<quint64> m_rowsByIdHash; //!< upper half: hash of the id, lower half: row; sorted
};

using TableContentPtr = std::shared_ptr<const TableContent>;

} // namespace recoupe
