// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace recoupe {

class FacetList;

//! One facet of a pane: its title, which folds the list of its values under it.
class FacetSection : public QWidget
{
    Q_OBJECT

public:
    explicit FacetSection(FacetList *list, QWidget *parent = nullptr);

    //! Says what the list lets through.
    void showSummary();
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void toggled();

private:
    FacetList *m_list;
    QToolButton *m_title;
};

} // namespace recoupe
