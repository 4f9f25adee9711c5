// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tourpanel.h"

class QAction;
class QMenuBar;

namespace recoupe {

struct WindowActions;

//! What somebody new is shown of the window: import, check, issue. \a page gives the page that an
//! action turns to. All of them must outlive the steps.
[[nodiscard]] QList<TourStep> firstSteps(const WindowActions &actions, QMenuBar *menus,
                                         const std::function<QWidget *(QAction *)> &page);

} // namespace recoupe
