// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "rules/wording.h"

namespace recoupe {

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

QString activationName(bool active)
{
    return active ? ModelsTr::tr("Active") : ModelsTr::tr("Inactive");
}

QString recruitmentName(RecruitmentState state)
{
    switch (state) {
    case RecruitmentState::Open: return ModelsTr::tr("Ouvert");
    case RecruitmentState::Suspended: return ModelsTr::tr("Suspendu");
    case RecruitmentState::Closed: return ModelsTr::tr("Fermé");
    case RecruitmentState::Unknown: break;
    }
    return ModelsTr::tr("Non renseigné");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Blocking: return ModelsTr::tr("Bloquant");
    case Severity::Warning: return ModelsTr::tr("À vérifier");
    case Severity::Info: break;
    }
    return ModelsTr::tr("Information");
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

QString audienceInWords(const Audience &audience)
{
    QStringList places;
    if (audience.publicPortal)
        places << ModelsTr::tr("portail public");
    if (audience.proPortal)
        places << ModelsTr::tr("portail professionnel");
    if (audience.table)
        places << ModelsTr::tr("tableau des formations collectives");
    if (audience.partners)
        places << ModelsTr::tr("AUDE / GSP et Parcours 3");
    if (audience.parcoursH)
        places << ModelsTr::tr("Parcours H");
    return places.isEmpty() ? ModelsTr::tr("Diffusée nulle part.")
                            : ModelsTr::tr("Transmise à : %1.").arg(places.join(u", "));
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

namespace {

QString stateInWords(DecisionKind kind, const QString &token)
{
    if (kind == DecisionKind::Activation)
        return activationName(token == QString::fromUtf16(activeToken)).toLower();
    return recruitmentName(recruitmentFromToken(token).value_or(RecruitmentState::Unknown))
        .toLower();
}

} // namespace

QString decisionInWords(const Decision &decision)
{
    const QString before = stateInWords(decision.kind, decision.before);
    const QString after = stateInWords(decision.kind, decision.after);
    if (decision.kind == DecisionKind::Recruitment)
        return ModelsTr::tr("Recrutement : %1 → %2").arg(before, after);
    return decision.subject == DecisionSubject::Action
               ? ModelsTr::tr("Activation de l'action : %1 → %2").arg(before, after)
               : ModelsTr::tr("Activation : %1 → %2").arg(before, after);
}

} // namespace recoupe
