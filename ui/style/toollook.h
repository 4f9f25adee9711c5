// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace recoupe {

//! How tool buttons look.
enum class ToolLook
{
    Raised,   //!< as push buttons do
    Pages,    //!< flat and wide: they turn to the pages of the window
    Commands, //!< flat
    Heading   //!< flat: it folds what stands below
};

//! Gives a look to a button, or to a tool bar and so to its buttons. Before the bar is filled.
void setToolLook(QWidget *widget, ToolLook look);
//! Of a bar or a button: its own, or else that of the bar that it is in.
[[nodiscard]] ToolLook toolLookOf(const QWidget *widget);

} // namespace recoupe
