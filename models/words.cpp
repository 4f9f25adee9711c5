// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "rules/wording.h"

namespace recoupe {

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString period(const PartialDate &start, const PartialDate &end)
{
    return ModelsTr::tr("%1 – %2", "period").arg(inWords(start), inWords(end));
}

QString countdown(QDate day, QDate today)
{
    if (!day.isValid())
        return {};
    const qint64 late = day.daysTo(today);
    if (late == 0)
        return ModelsTr::tr("J", "day of the deadline");
    return late > 0 ? ModelsTr::tr("J+%1").arg(late) : ModelsTr::tr("J-%1").arg(-late);
}

Reach reachOf(const Audience &audience)
{
    if (audience.publicPortal || audience.proPortal || audience.table)
        return Reach::Published;
    return audience.partners || audience.parcoursH ? Reach::PartnersOnly : Reach::Nobody;
}

QString reachName(Reach reach)
{
    switch (reach) {
    case Reach::Published: return ModelsTr::tr("Oui");
    case Reach::PartnersOnly: return ModelsTr::tr("Partenaires seuls");
    case Reach::Nobody: break;
    }
    return ModelsTr::tr("Non");
}

QString exportedName(bool exported)
{
    return exported ? ModelsTr::tr("Oui") : ModelsTr::tr("Non");
}

QString badgeOf(Control control)
{
    return QLatin1String("control/") + toToken(control);
}

QString activationBadge(bool active)
{
    return active ? QStringLiteral("activation/active") : QStringLiteral("activation/inactive");
}

QString badgeOf(RecruitmentState state)
{
    return QLatin1String("recruitment/") + toToken(state);
}

QString badgeOf(Severity severity)
{
    return QLatin1String("severity/") + toToken(severity);
}

QString badgeOf(Reach reach)
{
    switch (reach) {
    case Reach::Published: return QStringLiteral("reach/published");
    case Reach::PartnersOnly: return QStringLiteral("reach/partners");
    case Reach::Nobody: break;
    }
    return QStringLiteral("reach/nobody");
}

} // namespace recoupe
