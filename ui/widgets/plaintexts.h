// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace recoupe {

//! Has labels, message boxes and tool tips of the whole program show what they are given as it is
//! written. Qt takes a text for HTML where it looks like it: a title from a file could then draw a
//! picture, which on Windows sends the user's name to whatever machine the picture names. Nothing
//! of the program itself is written in HTML there.
class PlainTexts : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace recoupe
