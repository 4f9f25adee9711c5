// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/wording.h"

#include "core/shortdate.h"
#include "core/textfolding.h"

#include <QLocale>

namespace recoupe {

QString inWords(QDate day)
{
    return day.isValid() ? shortDate(day) : RulesTr::tr("date absente");
}

QString inWords(const PartialDate &date)
{
    switch (date.precision()) {
    case PartialDate::Precision::Absent: return RulesTr::tr("date absente");
    case PartialDate::Precision::UnknownStart:
    case PartialDate::Precision::UnknownEnd: return RulesTr::tr("date inconnue");
    case PartialDate::Precision::Year: return RulesTr::tr("année %1").arg(date.earliest().year());
    case PartialDate::Precision::Month:
        return QLocale(QLocale::French).toString(date.earliest(), QStringLiteral("MMMM yyyy"));
    case PartialDate::Precision::Day: break;
    }
    return inWords(date.exact());
}

QString inWords(const PartialDate &start, const PartialDate &end)
{
    const QString pattern = start.isDay() && end.isDay() ? RulesTr::tr("du %1 au %2")
                                                         : RulesTr::tr("début : %1, fin : %2");
    return pattern.arg(inWords(start), inWords(end));
}

QString orMissing(const QString &value)
{
    return value.trimmed().isEmpty() ? RulesTr::tr("non renseigné") : value.trimmed();
}

QString said(const QString &text)
{
    return isPlaceholder(text) ? QString() : folded(text);
}

} // namespace recoupe
