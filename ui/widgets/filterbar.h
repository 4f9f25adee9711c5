// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

#include <QWidget>

class QLineEdit;
class QSettings;
class QToolButton;

namespace recoupe {

class FacetButton;
class FlowLayout;

//! Search and facets over a table. Each facet is a button that says what it lets through and opens
//! a list of its values with their counts.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(FacetedTableModel *model, const QString &searchHint, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] const TableFilter &filter() const { return m_filter; }
    //! Puts a button of the page before the search.
    void addLeading(QWidget *widget);
    void setFilter(const TableFilter &filter);
    void reset() { setFilter({}); }

    //! Search and facets.
    void save(QSettings &settings, const QString &group) const;
    void restore(QSettings &settings, const QString &group);

private:
    void apply();
    void followModel();
    void buildFacets();

    FacetedTableModel *m_model;
    TableFilter m_filter;
    FlowLayout *m_layout;
    QLineEdit *m_search;
    QToolButton *m_reset;
    QList<FacetButton *> m_facets;
};

} // namespace recoupe
