// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/mailingsettings.h"

#include "correspondence/lettertr.h"

namespace recoupe {

namespace {

constexpr int standardAddresses = 100;
constexpr int mostAddresses = 1000;

std::optional<int> addressesFrom(const QString &text)
{
    bool isNumber = false;
    const int addresses = text.toInt(&isNumber);
    return isNumber && addresses >= 1 && addresses <= mostAddresses ? std::optional(addresses)
                                                                    : std::nullopt;
}

} // namespace

int addressesPerDraft(const QMap<QString, QString> &texts)
{
    return addressesFrom(texts.value(QString::fromUtf16(addressesPerDraftSetting)))
        .value_or(standardAddresses);
}

std::optional<QString> defaultMailingSetting(const QString &name)
{
    return name == addressesPerDraftSetting ? std::optional(QString::number(standardAddresses))
                                            : std::nullopt;
}

QString mailingSettingDefect(const QString &name, const QString &text)
{
    if (!defaultMailingSetting(name) || addressesFrom(text))
        return {};
    return LetterTr::tr("« %1 » ne convient pas au réglage « %2 » : il faut un nombre d'adresses, "
                        "de 1 à %3.")
        .arg(text, name)
        .arg(mostAddresses);
}

} // namespace recoupe
