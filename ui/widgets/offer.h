// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace recoupe {

//! Lets a widget be used where nothing speaks against it; else its tool tip says why not.
inline void offer(QWidget *widget, const QString &whyNot)
{
    widget->setEnabled(whyNot.isEmpty());
    widget->setToolTip(whyNot);
}

} // namespace recoupe
