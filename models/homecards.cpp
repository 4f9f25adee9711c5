// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/homecards.h"

#include "core/counted.h"
#include "domain/editionnumber.h"
#include "models/awardtablemodel.h"
#include "models/deliverywords.h"
#include "models/sessiontask.h"
#include "models/words.h"

#include <algorithm>
#include <map>

namespace recoupe {

namespace {

struct TaskLook
{
    SessionTask task;
    const char *badge;
};

constexpr std::array taskLooks{
    TaskLook{SessionTask::ToCheck, "control/incomplete"},
    TaskLook{SessionTask::Changed, "control/to-review"},
    TaskLook{SessionTask::Correction, "award/without-session"},
    TaskLook{SessionTask::Overridden, "activation/overridden"},
    TaskLook{SessionTask::Recruitment, "recruitment/unknown"},
};

TableFilter oneFacet(const QString &facet, const QString &token)
{
    return {.facets = {{facet, {token}}}};
}

HomeCard countCard(const QString &id, const QString &title, qsizetype count)
{
    return {.id = id, .title = title, .value = QString::number(count), .isQuiet = count == 0};
}

//! What there is besides of what is to be checked: most of it is one key away.
QString readyInWords(qsizetype ready)
{
    return ready == 0   ? QString()
           : ready == 1 ? ModelsTr::tr("dont 1 conforme, à valider")
                        : ModelsTr::tr("dont %1 conformes, à valider").arg(ready);
}

QString oldestRequestInWords(const QDateTime &oldest)
{
    return oldest.isNull()
               ? QString()
               : ModelsTr::tr("la plus ancienne le %1").arg(shortDate(oldest.toLocalTime().date()));
}

QString remindersInWords(qsizetype reminded)
{
    return reminded == 0 ? QString()
                         : counted(reminded, ModelsTr::tr("dont %1 relancée"),
                                   ModelsTr::tr("dont %1 relancées"));
}

QList<HomeCard> sessionCards(const Workspace &workspace)
{
    std::map<SessionTask, qsizetype> counts;
    qsizetype ready = 0;
    QDateTime oldestRequest;
    for (const CheckedSession &session : workspace.sessions) {
        for (const SessionTask task : tasksOf(session, workspace)) {
            ++counts[task];
            if (task == SessionTask::Correction &&
                (oldestRequest.isNull() || session.correctionAskedAt < oldestRequest))
                oldestRequest = session.correctionAskedAt;
        }
        ready += workspace.isReadyToActivate(session) ? 1 : 0;
    }
    QList<HomeCard> cards;
    for (const TaskLook &look : taskLooks) {
        const QString token = toToken(look.task);
        HomeCard card = countCard(token, sessionTaskName(look.task), counts[look.task]);
        card.badge = QString::fromLatin1(look.badge);
        card.filter = oneFacet(taskFacetName(), token);
        if (look.task == SessionTask::ToCheck)
            card.detail = readyInWords(ready);
        if (look.task == SessionTask::Correction)
            card.detail = oldestRequestInWords(oldestRequest);
        cards << card;
    }
    return cards;
}

QList<HomeCard> awardCards(const Workspace &workspace)
{
    std::map<Urgency, qsizetype> counts;
    qsizetype waiting = 0;
    qsizetype reminded = 0;
    for (const CheckedAward &award : workspace.checkedAwards) {
        ++counts[urgencyOf(award, workspace.today)];
        waiting += award.isAwaited() ? 1 : 0;
        reminded += award.isAwaited() && award.remindedAt.isValid() ? 1 : 0;
    }
    const auto card = [](const QString &id, const QString &title, qsizetype count,
                         const char *badge, const TableFilter &filter) {
        HomeCard made = countCard(id, title, count);
        made.badge = QString::fromLatin1(badge);
        made.target = HomeTarget::Awards;
        made.filter = filter;
        return made;
    };
    const auto urgent = [](Urgency urgency) {
        return oneFacet(urgencyFacetName(), toToken(urgency));
    };
    const TableFilter awaited{
        .facets = {{QStringLiteral("state"),
                    {toToken(AwardState::WithoutSession), toToken(AwardState::Overdue)}}}};
    HomeCard unmet =
        card(QStringLiteral("without-session"), ModelsTr::tr("Notifications sans session"), waiting,
             "award/candidate", awaited);
    unmet.detail = remindersInWords(reminded);
    return {card(QStringLiteral("due-soon"), ModelsTr::tr("Échéance dans 3 jours"),
                 counts[Urgency::Soon], "award/without-session", urgent(Urgency::Soon)),
            card(QStringLiteral("overdue"), ModelsTr::tr("En retard"), counts[Urgency::Overdue],
                 "award/overdue", urgent(Urgency::Overdue)),
            unmet};
}

HomeCard tableCard(const Workspace &workspace, const QList<EditionRecord> &editions)
{
    const auto shown = std::ranges::count_if(
        workspace.sessions, [](const CheckedSession &session) { return session.audience.table; });
    const int year = workspace.today.year();
    HomeCard card{.id = QStringLiteral("table"),
                  .title = ModelsTr::tr("Prochain tableau"),
                  .value = ModelsTr::tr("n° %1").arg(
                      EditionNumber{year, nextEditionNumber(editions, year)}.label()),
                  .badge = QStringLiteral("reach/published"),
                  .target = HomeTarget::Table};
    const QString sessions = shown == 1 ? ModelsTr::tr("1 session à diffuser")
                                        : ModelsTr::tr("%1 sessions à diffuser").arg(shown);
    const auto last = std::ranges::find_if(
        editions, [](const EditionRecord &edition) { return !edition.annulment; });
    card.detail =
        last == editions.end()
            ? ModelsTr::tr("%1 ; aucune édition encore").arg(sessions)
            : ModelsTr::tr("%1 ; dernière édition le %2").arg(sessions, shortDate(last->date));
    return card;
}

} // namespace

QString HomeCard::inWords() const
{
    const QString words = ModelsTr::tr("%1 : %2").arg(title, value);
    return detail.isEmpty() ? words : ModelsTr::tr("%1, %2").arg(words, detail);
}

QList<HomeCard> homeCards(const Workspace &workspace, const QList<EditionRecord> &editions,
                          const HomeCard &exports)
{
    QList<HomeCard> cards = sessionCards(workspace);
    const QList<HomeCard> awards = awardCards(workspace);
    // What is to be checked first, then what will not wait, then the rest.
    return cards.mid(0, 1) + awards + cards.mid(1) << tableCard(workspace, editions) << exports;
}

HomeCard exportsCard(const QList<PartnerStatus> &statuses, const QDateTime &now)
{
    HomeCard card{.id = QStringLiteral("exports"),
                  .title = ModelsTr::tr("Derniers exports"),
                  .badge = QStringLiteral("delivery/none"),
                  .isQuiet = true,
                  .target = HomeTarget::Exports};
    QDateTime last;
    QStringList troubles;
    for (const PartnerStatus &status : statuses) {
        if (status.delivered && (last.isNull() || last < status.delivered->finishedAt))
            last = status.delivered->finishedAt;
        const PartnerStanding standing = standingOf(status, now);
        if (!standing.needsCare)
            continue;
        if (troubles.isEmpty()) // the sign is of the first of them
            card.badge = standing.badge;
        troubles << ModelsTr::tr("%1 : %2").arg(partnerName(status.partner),
                                                standing.words.toLower());
    }
    card.value = last.isNull() ? ModelsTr::tr("Aucun") : shortDate(last.toLocalTime().date());
    card.isQuiet = last.isNull() && troubles.isEmpty();
    if (!troubles.isEmpty())
        card.detail = troubles.join(QStringLiteral(" ; "));
    else if (!last.isNull()) {
        card.badge = badgeOf(DeliveryState::Delivered);
        card.detail = ModelsTr::tr("à %1, rien à reprendre")
                          .arg(last.toLocalTime().toString(QStringLiteral("HH:mm")));
    } else
        card.detail = ModelsTr::tr("aucun partenaire n'a encore rien reçu");
    return card;
}

int nextEditionNumber(const QList<EditionRecord> &editions, int year)
{
    int last = 0;
    for (const EditionRecord &edition : editions) {
        if (edition.year == year)
            last = std::max(last, edition.number);
    }
    return last + 1;
}

} // namespace recoupe
