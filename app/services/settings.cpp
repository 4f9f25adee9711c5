// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/settings.h"

#include "correspondence/lettertemplate.h"
#include "correspondence/mailingsettings.h"
#include "rules/checksettings.h"

namespace recoupe {

std::optional<QString> standardSetting(const QString &name)
{
    if (const std::optional<QString> ofLetter = defaultLetterSetting(name))
        return ofLetter;
    const std::optional<QString> ofMailing = defaultMailingSetting(name);
    return ofMailing ? ofMailing : defaultSetting(name);
}

QString settingFault(const QString &name, const QString &text)
{
    if (defaultLetterSetting(name))
        return letterSettingDefect(name, text);
    return defaultMailingSetting(name) ? mailingSettingDefect(name, text)
                                       : settingDefect(name, text);
}

} // namespace recoupe
