// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

#include <QToolButton>

#include <optional>

class QCheckBox;
class QPushButton;
class QScrollArea;

namespace recoupe {

//! One facet: « Verdict : Écart, Ambigu », opening a list of check boxes with counts that stays
//! open while they are ticked. Hidden while the facet has no values.
class FacetButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FacetButton(const Facet &facet, QWidget *parent = nullptr);

    void showState(const Facet &facet, const QList<int> &counts, const TableFilter &filter);

Q_SIGNALS:
    //! The values to let through; nothing when all rows are.
    void chosen(const QString &facet, const std::optional<QSet<QString>> &tokens);

private:
    void buildBoxes();
    void fitList();
    void announce();
    void updateTitle();
    [[nodiscard]] QList<qsizetype> ticked() const;

    Facet m_facet;
    QScrollArea *m_scroll;
    QPushButton *m_all;
    QList<QCheckBox *> m_boxes;
};

} // namespace recoupe
