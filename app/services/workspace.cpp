// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workspace.h"

#include "services/crosscheck.h"
#include "services/workspacereader.h"

#include <algorithm>

namespace recoupe {

namespace {

//! The day it was entered on the portal; where the feed does not tell, the day it first came in.
QDate entryDay(const StoredSession &stored)
{
    const QDate created = stored.submitted.createdOn.exact();
    return created.isValid() ? created : stored.firstReceivedAt.toLocalTime().date();
}

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

Standing standingOf(const StoredSession &stored, const StoredAction &action)
{
    if (stored.active) {
        const bool changed = changedSinceVerified(stored) || changedSinceVerified(action);
        return changed ? Standing::Changed : Standing::Decided;
    }
    if (!stored.aside)
        return Standing::Open;
    const bool changed = differsFromVerified(stored.submitted, stored.aside->submission) ||
                         action.receivedAt > stored.aside->at;
    return changed ? Standing::Changed : Standing::Aside;
}

bool CheckedSession::isBlocked() const
{
    return std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity == Severity::Blocking; });
}

CheckedSession &Workspace::toChange(qsizetype row)
{
    if (!sessions.isShared(row))
        return sessions[row];
    const auto [first, last] = sessions.blockOf(row);
    std::vector<const TrainingSession *> before;
    for (qsizetype i = first; i < last; ++i)
        before.push_back(&sessions.at(i).session());
    CheckedSession &changed = sessions[row];
    for (qsizetype i = first; i < last; ++i) {
        const CheckedSession &moved = sessions.at(i);
        std::ranges::replace(sisters.at(std::size_t(moved.action)), before[std::size_t(i - first)],
                             &moved.session());
    }
    return changed;
}

const StoredAction &Workspace::actionOf(const CheckedSession &session) const
{
    return actions.at(session.action);
}

const AwardNotification *Workspace::awardOf(const CheckedSession &session) const
{
    return session.match.award < 0 ? nullptr : &awards.at(session.match.award);
}

const AwardNotification *Workspace::replacedAwardOf(const CheckedSession &session) const
{
    return session.match.replaced < 0 ? nullptr : &awards.at(session.match.replaced);
}

SessionCase Workspace::caseOf(const CheckedSession &session) const
{
    SessionCase subject{
        .action = actionOf(session).submitted,
        .session = session.session(),
        .recruitment = session.stored.recruitment,
        .enteredOn = entryDay(session.stored),
        .match = session.match,
        .award = awardOf(session),
        .replaced = replacedAwardOf(session),
        .declarations = {},
        .contractDeclarations = {},
        .sisters = sisters.at(std::size_t(session.action)),
        .otherActions = session.otherActions,
        .overwritten = session.overwritten ? &*session.overwritten : nullptr,
        .vanishedOn = session.stored.vanishedAt.toLocalTime().date(),
        .settings = settings,
        .today = today,
    };
    for (const qsizetype declaration : session.declarations)
        subject.declarations.append(&declarations.at(declaration));
    for (const qsizetype declaration : session.contractDeclarations)
        subject.contractDeclarations.append(&declarations.at(declaration));
    return subject;
}

bool Workspace::isReadyToActivate(const CheckedSession &session) const
{
    return session.control == Control::Conforming && !session.stored.active &&
           !session.stored.aside && !session.stored.isWithdrawn() &&
           !actionOf(session).isWithdrawn();
}

bool Workspace::awaitsCorrection(const CheckedSession &session) const
{
    const QDateTime receivedAt = std::max(session.stored.receivedAt, actionOf(session).receivedAt);
    return session.control != Control::SetAside && session.correctionAskedAt.isValid() &&
           receivedAt <= session.correctionAskedAt &&
           std::ranges::any_of(session.findings, isForOrganisation);
}

qsizetype Workspace::indexOf(const SessionKey &key) const
{
    const auto found = std::ranges::lower_bound(sessions, key, {}, &CheckedSession::key);
    return found != sessions.end() && found->key() == key ? found - sessions.begin() : -1;
}

qsizetype Workspace::indexOfAction(const QString &numero) const
{
    const auto numeroOf = [](const StoredAction &action) -> const QString & {
        return action.submitted.numero;
    };
    const auto found = std::ranges::lower_bound(actions, numero, {}, numeroOf);
    return found != actions.end() && numeroOf(*found) == numero ? found - actions.begin() : -1;
}

qsizetype Workspace::indexOf(const AwardKey &key) const
{
    const auto found = std::ranges::find(awards, key, &AwardNotification::key);
    return found == awards.end() ? -1 : found - awards.begin();
}

Result<WorkspacePtr> loadWorkspace(Database &database, QDate today, const Progress &progress)
{
    Result<std::unique_ptr<Workspace>> workspace = readWorkspace(database, today);
    if (!workspace)
        return failureOf(workspace);
    if (Result<> checked = CrossCheck(**workspace).run(progress); !checked)
        return failureOf(checked);
    return WorkspacePtr(*std::move(workspace));
}

} // namespace recoupe
