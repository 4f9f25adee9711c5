// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/facetstate.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QSettings;
class QToolButton;

namespace recoupe {

class FacetButton;
class FacetSection;
class FilterPane;
class FlowLayout;

//! Search and facets over a table. Each facet is a button that says what it lets through and opens
//! a list of its values with their counts; where there is a pane and it is shown, the facets are
//! there instead.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(FacetedTableModel *model, const QString &searchHint, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] const TableFilter &filter() const { return m_filter; }
    //! Puts a button of the page before the search.
    void addLeading(QWidget *widget);
    //! Fills a pane with the facets. Show and hide it by showPane() then.
    void setPane(FilterPane *pane);
    void showPane(bool shown);
    void setFilter(const TableFilter &filter);
    void reset() { setFilter({}); }

    //! Search and facets.
    void save(QSettings &settings, const QString &group) const;
    void restore(QSettings &settings, const QString &group);

private:
    void apply();
    void followModel();
    void buildButtons();
    void buildSections();
    [[nodiscard]] FacetState stateOf(qsizetype facet) const;
    void choose(const QString &facet, const std::optional<QSet<QString>> &tokens);

    FacetedTableModel *m_model;
    TableFilter m_filter;
    FlowLayout *m_layout;
    QLineEdit *m_search;
    QToolButton *m_reset;
    QList<FacetButton *> m_buttons;   //!< in the facets' order
    QList<FacetSection *> m_sections; //!< the same; empty until the pane is first shown
    FilterPane *m_pane = nullptr;
    bool m_isPaneShown = false;
};

} // namespace recoupe
