// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "rules/audience.h"
#include "rules/comparison.h"
#include "rules/control.h"
#include "storage/offerrepository.h"

#include <memory>

namespace recoupe {

//! A session with everything that follows from it on one day: the three axes and their reasons.
struct CheckedSession
{
    StoredSession stored;
    qsizetype action = -1;         //!< position in Workspace::actions
    AwardMatch match;              //!< positions in Workspace::awards
    QList<qsizetype> declarations; //!< positions in Workspace::declarations
    QList<Finding> findings;
    QStringList gaps; //!< what could not be compared, in sentences
    Control control = Control::Incomplete;
    Audience audience;

    [[nodiscard]] const TrainingSession &session() const { return stored.submitted; }
    [[nodiscard]] const SessionKey &key() const { return stored.submitted.key; }
    [[nodiscard]] bool isBlocked() const;
};

//! A notification with what follows from it; same position as in Workspace::awards.
struct CheckedAward
{
    QList<qsizetype> sessions; //!< positions in Workspace::sessions of those that bear its number
    QList<Finding> findings;
    QDate deadline; //!< last day to enter the offer; invalid when no day is known
};

//! The whole base as it stands on one day, checked. A value: made in one thread, read in another.
struct Workspace
{
    QDate today;
    QList<StoredAction> actions;
    QList<CheckedSession> sessions; //!< in the order of their keys
    QList<AwardNotification> awards;
    QList<CheckedAward> checkedAwards;
    QList<SesarDeclaration> declarations;

    [[nodiscard]] const StoredAction &actionOf(const CheckedSession &session) const;
    //! Null unless exactly one notification matches.
    [[nodiscard]] const AwardNotification *awardOf(const CheckedSession &session) const;
    //! Whether activating all that conform takes it: it conforms, is not active yet, and nobody
    //! took it or its action back. The program never undoes what a person decided.
    [[nodiscard]] bool isReadyToActivate(const CheckedSession &session) const;
    //! What the rules looked at; refers into this workspace.
    [[nodiscard]] SessionCase caseOf(const CheckedSession &session) const;
    //! Position of a session, -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const SessionKey &key) const;
};

//! Whether the portal says something else than what an operator activated; false while inactive.
[[nodiscard]] bool changedSinceVerified(const StoredAction &stored);
[[nodiscard]] bool changedSinceVerified(const StoredSession &stored);

using WorkspacePtr = std::shared_ptr<const Workspace>;

//! Reads the base and runs every rule on it.
[[nodiscard]] Result<WorkspacePtr> loadWorkspace(Database &database, QDate today,
                                                 const Progress &progress = {});

} // namespace recoupe
