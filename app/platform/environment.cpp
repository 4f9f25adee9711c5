// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/environment.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace recoupe {

namespace {

constexpr QLatin1String usualBaseKey("base/address");

// The file that the window keeps its own settings in.
QSettings programSettings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Recoupe"),
                     QStringLiteral("recoupe"));
}

} // namespace

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

QString defaultDatabaseUrl()
{
    return urlOfBase(QDir(dataFolder()).filePath(QStringLiteral("base.recoupe")));
}

QString urlOfBase(const QString &file)
{
    return QStringLiteral("sqlite:") + file;
}

QString usualDatabaseUrl()
{
    const QString kept = programSettings().value(usualBaseKey).toString();
    return kept.isEmpty() ? defaultDatabaseUrl() : kept;
}

bool keepUsualDatabaseUrl(const QString &url)
{
    QSettings settings = programSettings();
    settings.setValue(usualBaseKey, url);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QString currentOperatorName()
{
    for (const char *variable : {"USERNAME", "USER", "LOGNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return QStringLiteral("inconnu");
}

bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#endif
}

} // namespace recoupe
