// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace recoupe {

//! What a text is for.
enum class TextRole
{
    Title,   //!< of a page or of what it shows
    Heading, //!< of a part
    Figure,  //!< the number of a card
    Hint     //!< said besides
};

//! Gives a label or a button the font and the colour of its role.
void setTextRole(QWidget *widget, TextRole role);

} // namespace recoupe
