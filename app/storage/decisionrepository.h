// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/decision.h"

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! How many events there are, by what they are about.
struct EventCounts
{
    qint64 offers = 0; //!< sessions and actions
    qint64 settings = 0;
};

//! The trail of decisions and, in the same transaction, the state that follows from it.
class DecisionRepository
{
public:
    explicit DecisionRepository(Database &database);

    //! Appends the event and brings what it is about to `after`. Activating a session
    //! or an action makes its last submission the verified one; a reason on the activation of a
    //! session marks it overridden. Activating a session or setting it aside ends the hold on it.
    //! NotFound when there is no such session or action. Gives the event's id. Call it inside
    //! Database::inTransaction().
    [[nodiscard]] Result<qint64> append(const Decision &decision);

    //! All events, oldest first; only those of one session (and of its action) when a key is given.
    [[nodiscard]] Result<QList<Decision>> history(std::optional<SessionKey> key = {}) const;
    //! The events after the one with that id, oldest first.
    [[nodiscard]] Result<QList<Decision>> since(qint64 id) const;
    //! Id of the newest event; 0 where there is none.
    [[nodiscard]] Result<qint64> newestId() const;
    //! The newest event of the same subject and kind; nothing where there is none.
    [[nodiscard]] Result<std::optional<Decision>> newestOf(const Decision &decision) const;
    //! All events of a batch, oldest first, whether they still stand or not.
    [[nodiscard]] Result<QList<Decision>> batch(const QString &batch) const;
    //! How many came after that event.
    [[nodiscard]] Result<EventCounts> countsAfter(qint64 id) const;
    //! Appends an event that brings nothing about: an undo of what was decided otherwise since.
    [[nodiscard]] Result<qint64> note(const Decision &decision);

    //! The events of the newest batch that is no undo and still stands; empty when there is nothing
    //! to take back.
    [[nodiscard]] Result<QList<Decision>> lastUndoableBatch() const;
    //! The events of that batch that still stand; empty when it is an undo, or there is no such.
    [[nodiscard]] Result<QList<Decision>> undoableBatch(const QString &batch) const;
    //! The events of the newest undo that still stands, unless something was decided after it.
    [[nodiscard]] Result<QList<Decision>> lastRedoableBatch() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
