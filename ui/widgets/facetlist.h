// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/facetstate.h"

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

    FacetList(const FacetState &state, Place place, QWidget *parent = nullptr);

    void showState(const FacetState &state);
    void focusFirst();
    //! What Tab is to stop at, in this order.
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    //! The values to let through; nothing when all rows are.
    void chosen(const QString &facet, const std::optional<QSet<QString>> &tokens);

private:
    void buildBoxes();
    void showValue(qsizetype position);
    void fitList();
    void announce();

    FacetState m_state;
    Place m_place;
    QScrollArea *m_scroll;
    QPushButton *m_all;
    QList<QCheckBox *> m_boxes;
};

} // namespace recoupe
