// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/settings.h"

#include "correspondence/lettertemplate.h"
#include "correspondence/mailingsettings.h"
#include "domain/partnersettings.h"
#include "domain/retention.h"
#include "rules/checksettings.h"

namespace recoupe {

std::optional<QString> standardSetting(const QString &name)
{
    if (const std::optional<QString> ofLetter = defaultLetterSetting(name))
        return ofLetter;
    if (const std::optional<QString> ofMailing = defaultMailingSetting(name))
        return ofMailing;
    if (const std::optional<QString> ofRetention = defaultRetentionSetting(name))
        return ofRetention;
    const std::optional<QString> ofExchange = defaultExchangeSetting(name);
    return ofExchange ? ofExchange : defaultSetting(name);
}

QString settingFault(const QString &name, const QString &text)
{
    if (defaultLetterSetting(name))
        return letterSettingDefect(name, text);
    if (defaultMailingSetting(name))
        return mailingSettingDefect(name, text);
    if (defaultRetentionSetting(name))
        return retentionSettingDefect(name, text);
    return defaultExchangeSetting(name) ? exchangeSettingDefect(name, text)
                                        : settingDefect(name, text);
}

QString settingInForce(const QString &name, const QString &text)
{
    const QMap<QString, QString> texts{{name, text}};
    if (defaultExchangeSetting(name))
        return ExchangeSettings::fromTexts(texts).toTexts().value(name);
    if (defaultSetting(name))
        return CheckSettings::fromTexts(texts).toTexts().value(name);
    return settingFault(name, text).isEmpty() ? text : standardSetting(name).value_or(text);
}

} // namespace recoupe
