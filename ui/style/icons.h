// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace recoupe {

//! A drawing of resources/icons in the colour of the palette's button text, grey when disabled.
[[nodiscard]] QIcon themedIcon(const QString &name);
//! The same in one colour, whatever the mode.
[[nodiscard]] QIcon tintedIcon(const QString &name, const QColor &color);
//! The program's own icon, in its colours.
[[nodiscard]] QIcon programIcon();

} // namespace recoupe
