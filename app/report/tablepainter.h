// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/tablelayout.h"

class QPainter;

namespace recoupe {

//! Draws a page (from 0) in points from the painter's origin: on the screen, to a printer, to a
//! PDF. The caller sets the scale and paints the paper.
void drawTablePage(QPainter &painter, const TableLayout &layout, qsizetype page);

} // namespace recoupe
