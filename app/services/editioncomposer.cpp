// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editioncomposer.h"

#include "core/shortdate.h"
#include "report/editionchanges.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! Why an active session is not shown.
QString closedReason(const CheckedSession &session, QDate today)
{
    const TrainingSession &shown = session.stored.published();
    if (shown.hasEnded(today)) {
        return shown.end.isDay() ? Tr::tr("terminée le %1").arg(shortDate(shown.end.exact()))
                                 : Tr::tr("terminée");
    }
    switch (session.stored.recruitment) {
    case RecruitmentState::Closed: return Tr::tr("recrutement clos");
    case RecruitmentState::Unknown: return Tr::tr("état du recrutement non communiqué");
    case RecruitmentState::Open:
    case RecruitmentState::Suspended: break;
    }
    return Tr::tr("financement modifié"); // none of the three funders pays it any more
}

} // namespace

QList<PublishedSession> publishedSessions(const Workspace &workspace)
{
    QList<PublishedSession> published;
    for (const CheckedSession &session : workspace.sessions) {
        if (!session.audience.table)
            continue;
        published.append({workspace.actionOf(session).published(), session.stored.published(),
                          session.stored.recruitment});
    }
    return published;
}

QString departureReason(const Workspace &workspace, const SessionKey &key)
{
    const qsizetype index = workspace.indexOf(key);
    if (index < 0)
        return Tr::tr("retirée du portail");
    const CheckedSession &session = workspace.sessions.at(index);
    const bool cancelled =
        session.stored.aside && session.stored.aside->reason == ReturnReason::Cancelled;
    if (cancelled)
        return Tr::tr("offre annulée");
    if (!session.stored.active || !workspace.actionOf(session).active)
        return Tr::tr("retirée de la diffusion");
    return closedReason(session, workspace.today);
}

EditionContent composeEdition(const Workspace &workspace, EditionHead head,
                              const EditionContent *previous)
{
    const QList<PublishedSession> sessions = publishedSessions(workspace);
    if (!previous)
        return composeEdition(head, sessions);
    head.previousDate = previous->date;
    head.previousLabel = previous->label();
    EditionContent content = composeEdition(head, sessions);
    markChanges(content, *previous);
    content.departures = departuresSince(*previous, content);
    for (EditionDeparture &departure : content.departures)
        departure.reason = departureReason(workspace, departure.key);
    return content;
}

} // namespace recoupe
