// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/submission.h"

#include <QDateTime>

#include <functional>

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

    //! What the table and the partners get: what was verified, while it is active.
    [[nodiscard]] const TrainingAction &published() const
    {
        return active && verified ? *verified : submitted;
    }
    //! It was active, and an operator took it back.
    [[nodiscard]] bool isWithdrawn() const { return verified && !active; }
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
    //! In force: what the portal or an operator said last.
    RecruitmentState recruitment = RecruitmentState::Unknown;
    //! The activation in force was given with a written reason.
    bool overridden = false;

    //! What the table and the partners get: what was verified, while it is active.
    [[nodiscard]] const TrainingSession &published() const
    {
        return active && verified ? *verified : submitted;
    }
    //! It was active, and an operator took it back.
    [[nodiscard]] bool isWithdrawn() const { return verified && !active; }
};

//! Actions and sessions with every submission ever received.
class OfferRepository
{
public:
    explicit OfferRepository(Database &database);
    ~OfferRepository();

    //! Keeps a submission where it differs from the last one of the same key; one that does not
    //! writes nothing. A session whose recruitment state differs from the last submission's takes
    //! the new state at once.
    [[nodiscard]] Result<SaveOutcome> save(const SubmittedAction &action, qint64 importId);
    [[nodiscard]] Result<SaveOutcome> save(const SubmittedSession &session, qint64 importId);

    //! All that are known, in the order of their keys.
    [[nodiscard]] Result<QList<StoredAction>> actions() const;
    [[nodiscard]] Result<QList<StoredSession>> sessions() const;
    //! Every submission of one session, oldest first, as (received at, session).
    [[nodiscard]] Result<QList<std::pair<QDateTime, TrainingSession>>>
    submissions(const SessionKey &key) const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
