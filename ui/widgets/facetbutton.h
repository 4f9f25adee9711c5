// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/facetlist.h"

#include <QToolButton>

namespace recoupe {

//! One facet: « Verdict : Écart », opening the list of its values, which stays open while they are
//! ticked.
class FacetButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FacetButton(const FacetState &state, QWidget *parent = nullptr);

    void showState(const FacetState &state);

Q_SIGNALS:
    //! As of the list.
    void chosen(const QString &facet, const std::optional<QSet<QString>> &tokens);

private:
    void fillMenu();

    FacetState m_state;
    FacetList *m_list = nullptr; //!< once it was opened: many are not
};

} // namespace recoupe
