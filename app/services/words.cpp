// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/words.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

QString activationName(bool active)
{
    return active ? Tr::tr("Active") : Tr::tr("Inactive");
}

QString recruitmentName(RecruitmentState state)
{
    switch (state) {
    case RecruitmentState::Open: return Tr::tr("Ouvert");
    case RecruitmentState::Suspended: return Tr::tr("Suspendu");
    case RecruitmentState::Closed: return Tr::tr("Fermé");
    case RecruitmentState::Unknown: break;
    }
    return Tr::tr("Non renseigné");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Blocking: return Tr::tr("Bloquant");
    case Severity::Warning: return Tr::tr("À vérifier");
    case Severity::Info: break;
    }
    return Tr::tr("Information");
}

QString audienceInWords(const Audience &audience)
{
    QStringList places;
    if (audience.publicPortal)
        places << Tr::tr("portail public");
    if (audience.proPortal)
        places << Tr::tr("portail professionnel");
    if (audience.table)
        places << Tr::tr("tableau des formations collectives");
    if (audience.partners)
        places << Tr::tr("AUDE / GSP et Parcours 3");
    if (audience.parcoursH)
        places << Tr::tr("Parcours H");
    return places.isEmpty() ? Tr::tr("Diffusée nulle part.")
                            : Tr::tr("Transmise à : %1.").arg(places.join(u", "));
}

QString importInWords(const ImportSummary &summary)
{
    const ImportRecord &record = summary.record;
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &one, const QString &several) {
        if (count > 0)
            parts << (count == 1 ? one : several.arg(count));
    };
    add(record.added, Tr::tr("1 nouvelle"), Tr::tr("%1 nouvelles"));
    add(record.changed, Tr::tr("1 modifiée"), Tr::tr("%1 modifiées"));
    add(record.unchanged, Tr::tr("1 inchangée"), Tr::tr("%1 inchangées"));
    add(summary.rejections.size(), Tr::tr("1 rejetée"), Tr::tr("%1 rejetées"));
    if (parts.isEmpty())
        parts << Tr::tr("aucune ligne");
    return Tr::tr("%1 : %2.").arg(record.fileName, parts.join(QLatin1String(", ")));
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
        return Tr::tr("Recrutement : %1 → %2").arg(before, after);
    return decision.subject == DecisionSubject::Action
               ? Tr::tr("Activation de l'action : %1 → %2").arg(before, after)
               : Tr::tr("Activation : %1 → %2").arg(before, after);
}

} // namespace recoupe
