// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;
class QScrollArea;

namespace recoupe {

//! The values of one facet as check boxes with their counts.
class FacetList : public QWidget
{
    Q_OBJECT

public:
    //! In a menu it is as wide as its values; a pane is narrow.
    enum class Place
    {
        Menu,
        Pane
    };

    FacetList(const Facet &facet, Place place, QWidget *parent = nullptr);

    void showState(const Facet &facet, const QList<int> &counts, const TableFilter &filter);
    void focusFirst();
    [[nodiscard]] const Facet &facet() const { return m_facet; }
    //! Whether it holds rows back.
    [[nodiscard]] bool isFiltering() const;
    //! What it lets through, in few words: « Écart », « 2 sur 7 », « sans filtre ».
    [[nodiscard]] QString summary() const;
    //! The same in full.
    [[nodiscard]] QStringList keptValues() const;

Q_SIGNALS:
    //! The values to let through; nothing when all rows are.
    void chosen(const QString &facet, const std::optional<QSet<QString>> &tokens);

private:
    void buildBoxes();
    void showValue(qsizetype position, int count);
    void fitList();
    void announce();
    [[nodiscard]] QList<qsizetype> ticked() const;

    Facet m_facet;
    Place m_place;
    QScrollArea *m_scroll;
    QPushButton *m_all;
    QList<QCheckBox *> m_boxes;
};

} // namespace recoupe
