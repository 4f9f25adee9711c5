// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/blocklist.h"
#include "core/progress.h"
#include "domain/decision.h"
#include "domain/note.h"
#include "domain/sessionhold.h"
#include "matching/awardcandidates.h"
#include "rules/audience.h"
#include "rules/comparison.h"
#include "rules/control.h"
#include "storage/offerrepository.h"

#include <memory>
#include <vector>

namespace recoupe {

//! A session with everything that follows from it on one day: the three axes and their reasons.
struct CheckedSession
{
    StoredSession stored;
    QList<Note> notes;               //!< oldest first
    std::optional<SessionHold> hold; //!< who works on it; nothing when nobody does
    QDateTime correctionAskedAt; //!< when the organisation was last written to, UTC; null if never
    qsizetype action = -1;       //!< position in Workspace::actions
    AwardMatch match;            //!< positions in Workspace::awards
    //! Notifications it may belong to, best first, where none or several bear its number.
    QList<AwardCandidate> candidates;
    QList<qsizetype> declarations; //!< positions in Workspace::declarations
    //! Positions of all that SESAR declares under its market number.
    QList<qsizetype> contractDeclarations;
    //! Numeros of other actions of the mandataire with sessions of the same contract.
    QStringList otherActions;
    //! Its earlier submission under another market number; both are kept.
    std::optional<TrainingSession> overwritten;
    QList<Finding> findings;
    QStringList gaps; //!< what could not be compared, in sentences
    Control control = Control::Incomplete;
    Audience audience;

    [[nodiscard]] const TrainingSession &session() const { return stored.submitted; }
    [[nodiscard]] const SessionKey &key() const { return stored.submitted.key; }
    [[nodiscard]] bool isBlocked() const;

    friend bool operator==(const CheckedSession &, const CheckedSession &) = default;
};

//! A notification with what follows from it; same position as in Workspace::awards.
struct CheckedAward
{
    QList<qsizetype> sessions; //!< positions in Workspace::sessions of those that bear its number
    QList<Finding> findings;
    QDateTime remindedAt;    //!< when the organisation was last reminded, UTC; null if never
    QDate deadline;          //!< last day to enter the offer; invalid when no day is known
    qsizetype inForce = -1;  //!< position of the one that replaced it; its own when none did
    bool isReplaced = false; //!< by another one, which takes its sessions over

    //! Whether its offer is still to be entered.
    [[nodiscard]] bool isAwaited() const { return sessions.isEmpty() && !isReplaced; }

    friend bool operator==(const CheckedAward &, const CheckedAward &) = default;
};

//! The whole base as it stands on one day, checked. A value: made in one thread, read in another.
struct Workspace
{
    QDate today;
    CheckSettings settings;
    BlockList<StoredAction> actions;    //!< in the order of their numeros
    BlockList<CheckedSession> sessions; //!< in the order of their keys
    QList<AwardNotification> awards;
    BlockList<CheckedAward> checkedAwards;
    QList<SesarDeclaration> declarations;
    QList<Decision> undoable; //!< what an undo would take back; empty when nothing
    QList<Decision> redoable; //!< what a redo would bring back: events of an undo
    //! By action, in the order of `actions`: its sessions that are still in the feed, in their
    //! order here. They point into `sessions`: of a copy, into those that it shares with the other.
    std::vector<std::vector<const TrainingSession *>> sisters;

    //! The session of that row, to be changed. Where a copy shares it, it moves in memory with a
    //! few others; `sisters` follow.
    [[nodiscard]] CheckedSession &toChange(qsizetype row);
    [[nodiscard]] const StoredAction &actionOf(const CheckedSession &session) const;
    //! The notification in force; null unless exactly one matches or an operator chose one.
    [[nodiscard]] const AwardNotification *awardOf(const CheckedSession &session) const;
    //! The one that it bears the number of, where awardOf() replaced it; else null.
    [[nodiscard]] const AwardNotification *replacedAwardOf(const CheckedSession &session) const;
    //! Whether activating all that conform takes it: it conforms, is not active yet, and nobody
    //! took it or its action back. The program never undoes what a person decided.
    [[nodiscard]] bool isReadyToActivate(const CheckedSession &session) const;
    //! Whether the organisation was asked to mend what it has neither changed since nor is right.
    [[nodiscard]] bool awaitsCorrection(const CheckedSession &session) const;
    //! What the rules looked at; refers into this workspace.
    [[nodiscard]] SessionCase caseOf(const CheckedSession &session) const;
    //! Position of a session, -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const SessionKey &key) const;
    //! Position of an action by its numero, -1 when there is none.
    [[nodiscard]] qsizetype indexOfAction(const QString &numero) const;
    //! Position of a notification, -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const AwardKey &key) const;
};

//! Where an operator left the session. What comes in of its action after it was set aside counts
//! as a change: it may be what was asked for.
[[nodiscard]] Standing standingOf(const StoredSession &stored, const StoredAction &action);
//! Whether the portal says something else than what an operator activated; false while inactive.
[[nodiscard]] bool changedSinceVerified(const StoredAction &stored);
[[nodiscard]] bool changedSinceVerified(const StoredSession &stored);

using WorkspacePtr = std::shared_ptr<const Workspace>;

//! Reads the base and runs every rule on it.
[[nodiscard]] Result<WorkspacePtr> loadWorkspace(Database &database, QDate today,
                                                 const Progress &progress = {});

} // namespace recoupe
