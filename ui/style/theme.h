// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace recoupe {

//! What a colour says. Never alone: a word and an icon always say it too.
enum class Tone
{
    Good,
    Bad,
    Warn,
    Note,
    Muted
};

enum class ColorScheme
{
    Light,
    Dark
};

//! Dark where its windows are.
[[nodiscard]] ColorScheme colorSchemeOf(const QPalette &palette);
[[nodiscard]] QPalette themePalette(ColorScheme scheme);

//! A colour that reads at 4.5:1 or more on the base, the alternate base and the selection.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
//! Behind the part of a value that differs.
[[nodiscard]] QColor differenceTint(const QPalette &palette);

//! Our style and our palette.
void applyTheme(QApplication &application, ColorScheme scheme);

} // namespace recoupe
