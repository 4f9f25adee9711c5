// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QObject>

class QApplication;
class QSettings;

namespace recoupe {

enum class ThemeChoice
{
    System, //!< as the desktop is
    Light,
    Dark
};

//! Which theme the operator chose: kept in the settings, worn by every window at once.
class ThemeSetting : public QObject
{
    Q_OBJECT

public:
    //! Puts the theme on. Both must outlive this.
    ThemeSetting(QApplication &application, QSettings &settings);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);

Q_SIGNALS:
    void chosen(ThemeChoice choice);

private:
    void apply();

    QApplication &m_application;
    QSettings &m_settings;
    ThemeChoice m_choice;
};

} // namespace recoupe
