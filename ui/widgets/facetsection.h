// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/facetlist.h"

class QToolButton;

namespace recoupe {

//! One facet of a pane: its title, which folds the list of its values under it.
class FacetSection : public QWidget
{
    Q_OBJECT

public:
    explicit FacetSection(const FacetState &state, QWidget *parent = nullptr);

    void showState(const FacetState &state);
    //! Lets Tab reach it just before another widget of the window.
    void tabBefore(QWidget *place);
    [[nodiscard]] const QString &name() const { return m_state.facet.name; }
    [[nodiscard]] QWidget *focusTarget() const;
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    //! As of the list.
    void chosen(const QString &facet, const std::optional<QSet<QString>> &tokens);

private:
    void fold(bool open);

    FacetState m_state;
    FacetList *m_list;
    QToolButton *m_title;
};

} // namespace recoupe
