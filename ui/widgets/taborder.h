// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace recoupe {

//! Lets Tab reach \a widgets, in this order, just before \a place. Needed wherever something is
//! shown above or left of what was made before it.
inline void tabBefore(QWidget *place, const QList<QWidget *> &widgets)
{
    QWidget *last = place;
    for (QWidget *widget : widgets) {
        QWidget::setTabOrder(last, widget);
        last = widget;
    }
    QWidget::setTabOrder(last, place);
}

} // namespace recoupe
