// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workspace.h"

#include "rules/deadline.h"
#include "storage/awardrepository.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qsizetype progressStep = 500;

//! The day it was entered on the portal; where the feed does not tell, the day it first came in.
QDate entryDay(const StoredSession &stored)
{
    const QDate created = stored.submitted.createdOn.exact();
    return created.isValid() ? created : stored.firstReceivedAt.toLocalTime().date();
}

bool hasEnded(const TrainingSession &session, QDate today)
{
    return session.end.isKnown() && session.end.latest() < today;
}

//! Builds one workspace; the indexes live as long as the building.
class Checker
{
public:
    explicit Checker(Workspace &workspace)
        : m_workspace(workspace)
        , m_awards(workspace.awards)
        , m_sesar(workspace.declarations)
    {
        for (qsizetype i = 0; i < workspace.actions.size(); ++i)
            m_actions.insert(workspace.actions[i].submitted.numero, i);
        workspace.checkedAwards.resize(workspace.awards.size());
    }

    Result<> checkSessions(QList<StoredSession> stored, const Progress &progress)
    {
        m_workspace.sessions.reserve(stored.size());
        for (StoredSession &session : stored) {
            const qsizetype row = m_workspace.sessions.size();
            if (progress && row % progressStep == 0 && !progress(row, stored.size()))
                return fail(ErrorCode::Cancelled, Tr::tr("Contrôle interrompu."));
            if (Result<> checked = check(std::move(session)); !checked)
                return checked;
        }
        return {};
    }

    void checkAwards()
    {
        for (qsizetype i = 0; i < m_workspace.awards.size(); ++i) {
            CheckedAward &checked = m_workspace.checkedAwards[i];
            const AwardNotification &award = m_workspace.awards[i];
            checked.deadline = entryDeadline(award);
            checked.findings = checkAward({award, !checked.sessions.isEmpty(), m_workspace.today});
        }
    }

private:
    Result<> check(StoredSession stored)
    {
        CheckedSession checked;
        checked.action = m_actions.value(stored.submitted.key.formation, -1);
        if (checked.action < 0)
            return fail(
                ErrorCode::DatabaseDamaged,
                Tr::tr("La session %1 n'a pas d'action dans la base : restaurer la dernière "
                       "sauvegarde.")
                    .arg(stored.submitted.key.toString()));
        const StoredAction &action = m_workspace.actions[checked.action];
        checked.match = m_awards.match(action.submitted, stored.submitted);
        checked.declarations = m_sesar.declarationsFor(stored.submitted);
        checked.stored = std::move(stored);
        judge(checked, action);
        noteAwards(checked.match);
        m_workspace.sessions.append(std::move(checked));
        return {};
    }

    void judge(CheckedSession &checked, const StoredAction &action) const
    {
        const SessionCase subject = m_workspace.caseOf(checked);
        checked.findings = checkSession(subject);
        checked.gaps = gapsOf(subject);
        const StoredSession &stored = checked.stored;
        const bool changed =
            changedSinceVerified(stored) || (stored.active && changedSinceVerified(action));
        checked.control = controlOf(subject, checked.findings, checked.gaps, changed);
        checked.audience = audienceOf({
            .funder = stored.published().funder(),
            .activated = stored.active && action.active,
            .recruitment = stored.recruitment,
            .ended = hasEnded(stored.published(), m_workspace.today),
            .publishedByPortal = !stored.submitted.outdatedOnPortal &&
                                 stored.recruitment != RecruitmentState::Closed,
        });
    }

    void noteAwards(const AwardMatch &match)
    {
        const qsizetype row = m_workspace.sessions.size();
        if (match.outcome == AwardMatch::Outcome::Exact)
            m_workspace.checkedAwards[match.award].sessions.append(row);
        for (const qsizetype candidate : match.candidates)
            m_workspace.checkedAwards[candidate].sessions.append(row);
    }

    Workspace &m_workspace;
    AwardIndex m_awards;
    SesarIndex m_sesar;
    QHash<QString, qsizetype> m_actions;
};

} // namespace

bool changedSinceVerified(const StoredAction &stored)
{
    return stored.active && stored.verified &&
           differsFromVerified(stored.submitted, *stored.verified);
}

bool changedSinceVerified(const StoredSession &stored)
{
    return stored.active && stored.verified &&
           differsFromVerified(stored.submitted, *stored.verified);
}

bool CheckedSession::isBlocked() const
{
    return std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity == Severity::Blocking; });
}

const StoredAction &Workspace::actionOf(const CheckedSession &session) const
{
    return actions.at(session.action);
}

const AwardNotification *Workspace::awardOf(const CheckedSession &session) const
{
    return session.match.award < 0 ? nullptr : &awards.at(session.match.award);
}

SessionCase Workspace::caseOf(const CheckedSession &session) const
{
    SessionCase subject{
        .action = actionOf(session).submitted,
        .session = session.stored.submitted,
        .recruitment = session.stored.recruitment,
        .enteredOn = entryDay(session.stored),
        .match = session.match,
        .award = awardOf(session),
        .declarations = {},
        .today = today,
    };
    for (const qsizetype declaration : session.declarations)
        subject.declarations.append(&declarations.at(declaration));
    return subject;
}

bool Workspace::isReadyToActivate(const CheckedSession &session) const
{
    return session.control == Control::Conforming && !session.stored.active &&
           !session.stored.isWithdrawn() && !actionOf(session).isWithdrawn();
}

qsizetype Workspace::indexOf(const SessionKey &key) const
{
    const auto found = std::ranges::lower_bound(sessions, key, {}, &CheckedSession::key);
    return found != sessions.end() && found->key() == key ? found - sessions.begin() : -1;
}

Result<WorkspacePtr> loadWorkspace(Database &database, QDate today, const Progress &progress)
{
    auto workspace = std::make_shared<Workspace>();
    workspace->today = today;
    OfferRepository offers(database);
    AwardRepository notifications(database);

    auto actions = offers.actions();
    if (!actions)
        return failureOf(actions);
    auto sessions = offers.sessions();
    if (!sessions)
        return failureOf(sessions);
    auto awards = notifications.awards();
    if (!awards)
        return failureOf(awards);
    auto declarations = notifications.sesarDeclarations();
    if (!declarations)
        return failureOf(declarations);
    workspace->actions = std::move(*actions);
    workspace->awards = std::move(*awards);
    workspace->declarations = std::move(*declarations);
    // The order of a database's collation is not ours, and indexOf() searches by ours.
    std::ranges::sort(*sessions, {}, [](const StoredSession &s) { return s.submitted.key; });

    Checker checker(*workspace);
    if (Result<> checked = checker.checkSessions(std::move(*sessions), progress); !checked)
        return failureOf(checked);
    checker.checkAwards();
    return workspace;
}

} // namespace recoupe
