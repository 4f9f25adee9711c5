// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QWidget;

namespace recoupe {

//! Paints a widget as a card: a rounded ground, and an edge that is wider where it has the focus.
//! \a edge: of a card without the focus.
void paintCard(QWidget &widget, const QColor &edge);

} // namespace recoupe
