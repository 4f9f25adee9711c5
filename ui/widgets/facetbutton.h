// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace recoupe {

class FacetList;

//! One facet: « Verdict : Écart », opening the list of its values, which stays open while they are
//! ticked.
class FacetButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FacetButton(FacetList *list, QWidget *parent = nullptr);

    //! Says what the list lets through.
    void showSummary();

private:
    FacetList *m_list;
};

} // namespace recoupe
