// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTreeView>

namespace recoupe {

//! Shows a short table as lines without a tree, which screen readers read by rows; Tab leaves it.
inline void makeFlat(QTreeView *view, QAbstractItemModel *model)
{
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setAllColumnsShowFocus(true);
    view->setTabKeyNavigation(false);
    view->header()->setStretchLastSection(true);
}

} // namespace recoupe
