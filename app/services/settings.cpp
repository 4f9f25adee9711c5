// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/settings.h"

#include "correspondence/lettertemplate.h"
#include "rules/checksettings.h"

namespace recoupe {

std::optional<QString> standardSetting(const QString &name)
{
    const std::optional<QString> ofLetter = defaultLetterSetting(name);
    return ofLetter ? ofLetter : defaultSetting(name);
}

QString settingFault(const QString &name, const QString &text)
{
    return defaultLetterSetting(name) ? letterSettingDefect(name, text) : settingDefect(name, text);
}

} // namespace recoupe
