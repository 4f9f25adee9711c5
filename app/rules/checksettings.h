// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "rules/finding.h"

#include <QMap>
#include <QStringList>

#include <array>

namespace recoupe {

//! How the days to enter an offer are counted.
enum class DayCount
{
    Calendar,
    Working, //!< Monday to Friday, French public holidays left out
};

//! What an administrator may set about the rules. Every change is an event of the trail.
struct CheckSettings
{
    //! Severities that differ from the catalogue's, by rule id and funder.
    QMap<std::pair<QString, Funder>, Severity> severities;
    DayCount dayCount = DayCount::Calendar;
    //! The départements of the region; a place elsewhere is pointed out.
    QStringList departements = {QStringLiteral("03"), QStringLiteral("15"), QStringLiteral("43"),
                                QStringLiteral("63")};

    //! From the settings as the base keeps them, by name: "severity/title-mismatch/region" to
    //! "blocking", "warning" or "info"; "deadline/days" to "calendar" or "working";
    //! "region/departements" to "03 15 43 63". What is not known, or makes no sense, is passed
    //! over: the default stands.
    [[nodiscard]] static CheckSettings fromTexts(const QMap<QString, QString> &texts);
    //! Every setting there is, by name, with the text in force.
    [[nodiscard]] QMap<QString, QString> toTexts() const;

    friend bool operator==(const CheckSettings &, const CheckSettings &) = default;
};

//! Those whose notifications are checked: what has a severity has one for each of them.
inline constexpr std::array checkedFunders{Funder::Region, Funder::PoleEmploi, Funder::Agefiph};

//! The names under which settings are kept.
[[nodiscard]] QString severitySettingName(QStringView rule, Funder funder);
inline constexpr char16_t dayCountSetting[] = u"deadline/days";
inline constexpr char16_t departementsSetting[] = u"region/departements";

//! The default of a setting as text; nothing where no setting has this name.
[[nodiscard]] std::optional<QString> defaultSetting(const QString &name);
//! Why a text is no value of a setting, as a French sentence that says what is expected; empty when
//! it is one.
[[nodiscard]] QString settingDefect(const QString &name, const QString &text);

[[nodiscard]] QString toToken(DayCount count);
[[nodiscard]] std::optional<Severity> severityFromToken(QStringView token);

} // namespace recoupe
