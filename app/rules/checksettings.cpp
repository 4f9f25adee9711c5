// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checksettings.h"

#include "domain/departement.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>

namespace recoupe {

namespace {

constexpr QLatin1String severityPrefix("severity/");

struct SeverityName
{
    QString rule;
    Funder funder;
};

//! "severity/title-mismatch/region", for a rule of the catalogue and one of the three funders.
std::optional<SeverityName> severityOfName(const QString &name)
{
    const QStringList parts = name.split(u'/');
    if (parts.size() != 3 || !name.startsWith(severityPrefix) || ruleTitle(parts[1]).isEmpty())
        return std::nullopt;
    const std::optional<Funder> funder = funderFromToken(parts[2]);
    if (!funder || std::ranges::find(checkedFunders, *funder) == checkedFunders.end())
        return std::nullopt;
    return SeverityName{parts[1], *funder};
}

std::optional<DayCount> dayCountFromToken(QStringView token)
{
    if (token == toToken(DayCount::Calendar))
        return DayCount::Calendar;
    if (token == toToken(DayCount::Working))
        return DayCount::Working;
    return std::nullopt;
}

//! Codes with spaces between; empty unless each is a département.
QStringList departementsFromText(const QString &text)
{
    const QStringList codes = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool allKnown = std::ranges::all_of(
        codes, [](const QString &code) { return !departementName(code).isEmpty(); });
    return allKnown ? codes : QStringList();
}

//! What makes a text a value, as a phrase; empty when it is one.
QString expectation(const QString &name, const QString &text)
{
    if (name == dayCountSetting && !dayCountFromToken(text))
        return RulesTr::tr("« calendar » (jours calendaires) ou « working » (jours ouvrés)");
    if (name == departementsSetting && departementsFromText(text).isEmpty())
        return RulesTr::tr("les codes des départements séparés par une espace, comme « %1 »")
            .arg(CheckSettings().departements.join(u' '));
    if (name.startsWith(severityPrefix) && !severityFromToken(text))
        return RulesTr::tr("« blocking » (bloquant), « warning » (à vérifier) ou « info » "
                           "(information)");
    return {};
}

} // namespace

CheckSettings CheckSettings::fromTexts(const QMap<QString, QString> &texts)
{
    CheckSettings settings;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const std::optional<SeverityName> named = severityOfName(text.key());
        const std::optional<Severity> severity = severityFromToken(text.value());
        if (named && severity)
            settings.severities.insert({named->rule, named->funder}, *severity);
    }
    settings.dayCount = dayCountFromToken(texts.value(QString::fromUtf16(dayCountSetting)))
                            .value_or(settings.dayCount);
    const QStringList codes =
        departementsFromText(texts.value(QString::fromUtf16(departementsSetting)));
    if (!codes.isEmpty())
        settings.departements = codes;
    return settings;
}

QMap<QString, QString> CheckSettings::toTexts() const
{
    QMap<QString, QString> texts{
        {QString::fromUtf16(dayCountSetting), toToken(dayCount)},
        {QString::fromUtf16(departementsSetting), departements.join(u' ')},
    };
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        for (const Funder funder : checkedFunders)
            texts.insert(severitySettingName(id, funder), toToken(severityOf(id, funder, *this)));
    }
    return texts;
}

QString severitySettingName(QStringView rule, Funder funder)
{
    return severityPrefix + rule.toString() + u'/' + toToken(funder);
}

std::optional<QString> defaultSetting(const QString &name)
{
    const CheckSettings defaults;
    if (name == dayCountSetting)
        return toToken(defaults.dayCount);
    if (name == departementsSetting)
        return defaults.departements.join(u' ');
    if (const std::optional<SeverityName> named = severityOfName(name))
        return toToken(severityOf(named->rule, named->funder, defaults));
    return std::nullopt;
}

QString settingDefect(const QString &name, const QString &text)
{
    if (!defaultSetting(name))
        return RulesTr::tr("Aucun réglage ne s'appelle « %1 ».").arg(name);
    const QString expected = expectation(name, text);
    return expected.isEmpty()
               ? QString()
               : RulesTr::tr("« %1 » ne convient pas au réglage « %2 » : il faut %3.")
                     .arg(text, name, expected);
}

QString toToken(DayCount count)
{
    return count == DayCount::Working ? QStringLiteral("working") : QStringLiteral("calendar");
}

std::optional<Severity> severityFromToken(QStringView token)
{
    for (const Severity severity : {Severity::Blocking, Severity::Warning, Severity::Info}) {
        if (token == toToken(severity))
            return severity;
    }
    return std::nullopt;
}

} // namespace recoupe
