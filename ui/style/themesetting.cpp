// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/themesetting.h"

#include "core/tokentable.h"

#include <QApplication>
#include <QSettings>
#include <QStyleHints>

namespace recoupe {

namespace {

constexpr std::array choices{
    Token{ThemeChoice::System, u"system"},
    Token{ThemeChoice::Light, u"light"},
    Token{ThemeChoice::Dark, u"dark"},
};

QString themeKey()
{
    return QStringLiteral("window/theme");
}

ColorScheme systemColorScheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Light: return ColorScheme::Light;
    case Qt::ColorScheme::Dark: return ColorScheme::Dark;
    case Qt::ColorScheme::Unknown: break;
    }
#endif
    QApplication::setPalette(QPalette()); // takes ours off: what remains is the desktop's
    return colorSchemeOf(QApplication::palette());
}

//! The frames and dialogs that the desktop draws are to match.
void tellDesktop([[maybe_unused]] ThemeChoice choice)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QGuiApplication::styleHints()->setColorScheme(
        choice == ThemeChoice::System  ? Qt::ColorScheme::Unknown
        : choice == ThemeChoice::Light ? Qt::ColorScheme::Light
                                       : Qt::ColorScheme::Dark);
#endif
}

ColorScheme colorSchemeFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return ColorScheme::Light;
    case ThemeChoice::Dark: return ColorScheme::Dark;
    case ThemeChoice::System: break;
    }
    return systemColorScheme();
}

} // namespace

ThemeSetting::ThemeSetting(QApplication &application, QSettings &settings)
    : m_application(application)
    , m_settings(settings)
    , m_choice(
          valueOf(choices, settings.value(themeKey()).toString()).value_or(ThemeChoice::System))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &ThemeSetting::apply);
#endif
    apply();
}

void ThemeSetting::choose(ThemeChoice choice)
{
    m_choice = choice;
    m_settings.setValue(themeKey(), tokenOf(choices, choice));
    apply();
    Q_EMIT chosen(choice);
}

void ThemeSetting::apply()
{
    tellDesktop(m_choice);
    applyTheme(m_application, colorSchemeFor(m_choice));
}

} // namespace recoupe
