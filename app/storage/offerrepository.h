// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/awardchoice.h"
#include "domain/returnreason.h"
#include "domain/submission.h"

#include <QDateTime>

#include <functional>
#include <span>
#include <vector>

namespace recoupe {

class Database;
class SqlConnection;

enum class SaveOutcome
{
    New,
    Changed,
    Unchanged
};

//! An action as it stands: what was last submitted, what was last verified, and its toggle.
struct StoredAction
{
    TrainingAction submitted;
    QDateTime receivedAt; //!< of its last submission
    //! The submission that an operator activated; empty when none was.
    std::optional<TrainingAction> verified;
    bool active = false;
    int version = 0; //!< rises with every change

    //! What the table and the partners get: what was verified, while it is active.
    [[nodiscard]] const TrainingAction &published() const
    {
        return active && verified ? *verified : submitted;
    }
    //! It was active, and an operator took it back.
    [[nodiscard]] bool isWithdrawn() const { return verified && !active; }

    friend bool operator==(const StoredAction &, const StoredAction &) = default;
};

//! That an operator took a session out of the queue.
struct SetAside
{
    ReturnReason reason = ReturnReason::Other;
    QDateTime at;
    TrainingSession submission; //!< what was set aside

    friend bool operator==(const SetAside &, const SetAside &) = default;
};

//! A session as it stands. The three axes apart; control is computed, never stored.
struct StoredSession
{
    TrainingSession submitted;
    QDateTime firstReceivedAt; //!< of its first submission
    QDateTime receivedAt;      //!< of its last submission
    //! The submission that an operator activated; empty when none was.
    std::optional<TrainingSession> verified;
    bool active = false;
    int version = 0; //!< rises with every change
    //! In force: what the portal or an operator said last.
    RecruitmentState recruitment = RecruitmentState::Unknown;
    //! The activation in force was given with a written reason.
    bool overridden = false;
    //! What operators decided about its notification.
    AwardChoice choice;
    //! Stays until an operator takes it up again, whatever the portal submits meanwhile.
    std::optional<SetAside> aside;
    //! When a feed that should hold it came without it; invalid while it is there.
    QDateTime vanishedAt;
    //! Its earlier submissions, oldest first, while none was ever verified.
    QList<TrainingSession> earlier;

    //! What the table and the partners get: what was verified, while it is active.
    [[nodiscard]] const TrainingSession &published() const
    {
        return active && verified ? *verified : submitted;
    }
    //! It was active, and an operator took it back.
    [[nodiscard]] bool isWithdrawn() const { return verified && !active; }

    friend bool operator==(const StoredSession &, const StoredSession &) = default;
};

//! What the end of a feed showed.
struct FeedOutcome
{
    int vanished = 0; //!< sessions it no longer holds
    int returned = 0; //!< sessions it holds again
};

//! What is remembered of a feed while it is read.
struct FeedMemory
{
    std::vector<qint64> seen; //!< ids of those that were known before
};

//! Actions and sessions with every submission ever received.
class OfferRepository
{
public:
    explicit OfferRepository(Database &database);
    ~OfferRepository();

    //! Keeps submissions, in this order, where they differ from the last one of the same key; those
    //! that do not write nothing. A session whose recruitment state differs from the last
    //! submission's takes the new state at once. Gives what came of each. Some thousand at a time
    //! are fastest on a server. A failure names the record that the base does not take.
    [[nodiscard]] Result<QList<SaveOutcome>> save(std::span<const SubmittedAction> actions,
                                                  qint64 importId);
    [[nodiscard]] Result<QList<SaveOutcome>> save(std::span<const SubmittedSession> sessions,
                                                  qint64 importId);

    //! The same for one.
    template <typename Submitted>
    requires requires(const Submitted &submission) { submission.digest; }
    [[nodiscard]] Result<SaveOutcome> save(const Submitted &submission, qint64 importId)
    {
        return save(std::span<const Submitted>(&submission, 1), importId)
            .map([](const QList<SaveOutcome> &outcomes) { return outcomes.first(); });
    }

    //! Once a feed was read whole: flags the sessions that it should have held and does not, among
    //! those neither vanished already nor \a unsure (rejected records). It should hold the other
    //! sessions of every action in it, and those of an earlier feed of which it holds at least
    //! half: it is then that feed's next issue. Never deletes anything.
    [[nodiscard]] Result<FeedOutcome>
    closeFeed(qint64 importId, const std::function<bool(const SessionKey &)> &unsure = {});

    //! All that are known, in the order of their keys.
    [[nodiscard]] Result<QList<StoredAction>> actions() const;
    [[nodiscard]] Result<QList<StoredSession>> sessions() const;
    //! Those that events of the trail after this one are about.
    [[nodiscard]] Result<QList<StoredAction>> actionsDecidedAfter(qint64 event) const;
    [[nodiscard]] Result<QList<StoredSession>> sessionsDecidedAfter(qint64 event) const;
    //! Every submission of one session, oldest first, as (received at, session).
    [[nodiscard]] Result<QList<std::pair<QDateTime, TrainingSession>>>
    submissions(const SessionKey &key) const;

private:
    SqlConnection &m_sql;
    FeedMemory m_actions;
    FeedMemory m_sessions;
};

} // namespace recoupe
