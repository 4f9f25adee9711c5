// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>
#include <QVariant>

#include <array>

namespace recoupe {

class Sql;
class SqlConnection;

//! An event of the trail as it stands in its row, without its id.
struct TrailEvent
{
    qint64 id = 0;
    QVariantList texts; //!< what a person typed, names too: the chain holds a digest of them
    QVariantList facts; //!< ids, tokens, numbers and times
};

//! A table of events, each of which is a link of the chain. What a kind covers never changes, or
//! the links there are would no longer hold: a column added later needs a kind of its own.
struct TrailSource
{
    const char *kind;  //!< in the links
    const char *table; //!< append-only
    const Sql *select; //!< id, texts, facts of the events after an id, a window of them
    std::array<const char *, 3> textColumns; //!< in the order of the select; null after the last
    int texts;
    int facts;
    int window; //!< how many are read at once
};

inline constexpr std::size_t trailSourceCount = 6;
[[nodiscard]] const std::array<TrailSource, trailSourceCount> &trailSources();

//! Those of them whose rows no erasure touches either: the links, and what erasures left.
[[nodiscard]] QStringList tablesNeverErased();
//! Tables whose rows never change but for an erasure.
[[nodiscard]] QStringList appendOnlyTables();

//! The newest event of each source, 0 where there is none.
using TrailMarks = std::array<qint64, trailSourceCount>;
[[nodiscard]] Result<TrailMarks> newestEvents(SqlConnection &sql);

//! Links the events that came after \a marks, in a transaction that lets no other writer in. Only
//! those: an event that was slipped in past the program stays without a link, to be found.
[[nodiscard]] Result<> linkEventsAfter(SqlConnection &sql, const TrailMarks &marks);
//! Links all events of a base that had no chain. The statements of a migration cannot: SQLite has
//! no SHA-256.
[[nodiscard]] Result<> linkEarlierEvents(SqlConnection &sql);

//! The next \a source.window events after an id at most, in their order.
[[nodiscard]] Result<QList<TrailEvent>> eventsAfter(SqlConnection &sql, const TrailSource &source,
                                                    qint64 after);

//! 16 random bytes.
[[nodiscard]] QByteArray newSalt();
//! SHA-256 over salt and texts.
[[nodiscard]] QByteArray textDigest(const QByteArray &salt, const TrailEvent &event);
//! An event that lost texts, and the digest of what is left of them.
struct ErasedText
{
    qint64 position = 0;
    QByteArray textDigest;
};
//! SHA-256 over what an erasure left, in the order of the chain: a fact of that erasure.
[[nodiscard]] QByteArray digestOf(const QList<ErasedText> &texts);
[[nodiscard]] Result<QList<ErasedText>> erasedTextsOf(SqlConnection &sql, qint64 erasure);
//! One link of the chain.
struct TrailLink
{
    qint64 position = 0; //!< from 1
    QString kind;
    qint64 eventId = 0;
    QByteArray textDigest;
    QByteArray hash;
};
//! SHA-256 over the hash of the link before (empty for the first), the place in the chain, the
//! event's facts and the digest of its texts.
[[nodiscard]] QByteArray linkHash(const QByteArray &previous, const TrailLink &link,
                                  const TrailEvent &event);

} // namespace recoupe
