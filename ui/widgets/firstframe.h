// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace recoupe {

//! Calls \a then once, when the widget has been painted for the first time; never where it is gone
//! before.
void afterFirstFrame(QWidget *widget, const std::function<void()> &then);

} // namespace recoupe
