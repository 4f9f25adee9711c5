// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/tablelayout.h"

#include <QPainterPath>

namespace recoupe {

//! A word across the page ("PROJET"), as an outline: it shows on any printer, and reading goes on
//! through it. A shape, so that a search or a screen reader does not meet it.
struct PageStamp
{
    QPainterPath path; //!< from the top left corner of the page
    int grey;
    qreal lineWidth;
};

[[nodiscard]] PageStamp pageStamp(const QString &word, const PageFormat &format);

} // namespace recoupe
