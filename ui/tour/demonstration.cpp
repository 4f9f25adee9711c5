// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/demonstration.h"

#include "ui/mainwindow/mainwindow.h"

namespace recoupe {

namespace {

QString tourShownKey()
{
    return QStringLiteral("tour/shown");
}

} // namespace

Demonstration::Demonstration(const QString &operatorName, QSettings &settings, Dialogs &dialogs,
                             ThemeSetting &theme)
    : m_settings(m_folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
    , m_window(std::make_unique<MainWindow>(
          std::make_shared<BackOffice>(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral(
                                                                       "demonstration.recoupe")),
                                       operatorName, Clock{BackOffice::demoDay()}),
          m_queue, m_settings, dialogs, theme))
{
    m_window->show();
    m_window->showDemonstration(!settings.value(tourShownKey()).toBool());
    settings.setValue(tourShownKey(), true);
}

Demonstration::~Demonstration() = default;

bool Demonstration::isOpen() const
{
    return m_window->isVisible();
}

} // namespace recoupe
