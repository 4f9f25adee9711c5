// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/flatstyle.h"

#include <QApplication>

#include <array>

namespace recoupe {

namespace {

struct RoleColor
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array roleColors{
    RoleColor{QPalette::Window, 0xfff1f3f6, 0xff23282e},
    RoleColor{QPalette::WindowText, 0xff1b2027, 0xffe8ebef},
    RoleColor{QPalette::Base, 0xffffffff, 0xff1b1f24},
    RoleColor{QPalette::AlternateBase, 0xfff7f9fb, 0xff20252b},
    RoleColor{QPalette::Text, 0xff1b2027, 0xffe8ebef},
    RoleColor{QPalette::Button, 0xfff7f8fa, 0xff2d333b},
    RoleColor{QPalette::ButtonText, 0xff1b2027, 0xffe8ebef},
    RoleColor{QPalette::BrightText, 0xffffffff, 0xffffffff},
    RoleColor{QPalette::ToolTipBase, 0xff1b2027, 0xffe8ebef},
    RoleColor{QPalette::ToolTipText, 0xffffffff, 0xff1b1f24},
    RoleColor{QPalette::PlaceholderText, 0xff626b76, 0xffa3acb7},
    RoleColor{QPalette::Highlight, 0xffd3e4f7, 0xff24456a},
    RoleColor{QPalette::HighlightedText, 0xff0d2238, 0xffffffff},
    RoleColor{QPalette::Link, 0xff1a5490, 0xff8cc2ff},
    RoleColor{QPalette::LinkVisited, 0xff5f3a8c, 0xffc9a9f0},
    RoleColor{QPalette::Light, 0xffffffff, 0xff3a424c},
    RoleColor{QPalette::Midlight, 0xffe6e9ee, 0xff333a43},
    RoleColor{QPalette::Mid, 0xffc3c9d1, 0xff4a535f},
    RoleColor{QPalette::Dark, 0xff7d8692, 0xff77828f},
    RoleColor{QPalette::Shadow, 0xff6b7480, 0xff0f1215},
};

struct ToneColors
{
    Tone tone;
    QRgb light;
    QRgb dark;
};

constexpr std::array toneColors{
    ToneColors{Tone::Good, 0xff14692f, 0xff6fd08c},  ToneColors{Tone::Bad, 0xffa3161d, 0xffffa39d},
    ToneColors{Tone::Warn, 0xff7d4e00, 0xfff0bd5e},  ToneColors{Tone::Note, 0xff1a5490, 0xff9ccaff},
    ToneColors{Tone::Muted, 0xff535b65, 0xffb9c1cb},
};

constexpr QRgb disabledLight = 0xff747d88;
constexpr QRgb disabledDark = 0xff8a94a0;

} // namespace

ColorScheme colorSchemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? ColorScheme::Dark
                                                             : ColorScheme::Light;
}

QPalette themePalette(ColorScheme scheme)
{
    const bool dark = scheme == ColorScheme::Dark;
    QPalette palette;
    for (const RoleColor &color : roleColors)
        palette.setColor(color.role, QColor(dark ? color.dark : color.light));
    const QColor disabled(dark ? disabledDark : disabledLight);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const auto colors = std::ranges::find(toneColors, tone, &ToneColors::tone);
    return QColor(colorSchemeOf(palette) == ColorScheme::Dark ? colors->dark : colors->light);
}

QColor differenceTint(const QPalette &palette)
{
    return QColor(colorSchemeOf(palette) == ColorScheme::Dark ? 0xff5a4300 : 0xffffe6a6);
}

void applyTheme(QApplication &application, ColorScheme scheme)
{
    if (!qobject_cast<FlatStyle *>(application.style()))
        application.setStyle(new FlatStyle);
    application.setPalette(themePalette(scheme));
}

} // namespace recoupe
