// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QIcon>

namespace recoupe {

//! A drawing of resources/icons in the colour of the palette's button text, grey when disabled.
[[nodiscard]] QIcon themedIcon(const QString &name);
//! The same in the colour of a tone, whatever the mode.
[[nodiscard]] QIcon tintedIcon(const QString &name, Tone tone);
//! The program's own icon, in its colours.
[[nodiscard]] QIcon programIcon();

} // namespace recoupe
