// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! What does not hold in the chain of the trail.
enum class TrailFault
{
    LinkMissing,   //!< a link was taken out
    EventMissing,  //!< a link is there, its event is not
    EventUnlinked, //!< an event is there, its link is not: slipped in, or the chain was cut before
    EventChanged,  //!< event or link are not what was recorded, or stand elsewhere in the order
    TextChanged,   //!< what a person typed is not what was recorded
    HeadUnknown,   //!< a head that was noted before is no more in the chain: its end was cut
};

//! The first place where the chain breaks.
struct TrailBreak
{
    TrailFault fault = TrailFault::EventChanged;
    qint64 position = 0; //!< in the chain, from 1; 0 for an event without a link
    QString kind;        //!< token of TrailSource; empty where no event is known
    qint64 eventId = 0;
    qint64 notedPosition = 0; //!< of a head that is unknown, where its place was noted
};

//! The last link of the chain at some time, noted outside the base.
struct TrailHead
{
    qint64 position = 0; //!< 0: not noted
    QByteArray hash;     //!< empty for an empty trail

    friend bool operator==(const TrailHead &, const TrailHead &) = default;
};

//! What a walk over the whole chain comes to.
struct TrailReport
{
    qint64 events = 0; //!< that hold, up to the break
    qint64 erased = 0; //!< of those, how many had their texts erased
    QByteArray head;   //!< hash of the last link that holds; empty for an empty trail
    std::optional<TrailBreak> firstBreak = {};
};

//! The chain over all events of the base.
class TrailRepository
{
public:
    explicit TrailRepository(const Database &database);

    //! Walks the chain from its first link, event by event. \a noted: heads noted before, each of
    //! which must still be in it, at its place. Call it in a snapshot.
    [[nodiscard]] Result<TrailReport> verify(const QList<TrailHead> &noted = {}) const;
    //! The last link there is, unchecked.
    [[nodiscard]] Result<TrailHead> head() const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
