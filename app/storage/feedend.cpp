// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feedend.h"

#include "storage/bulkrows.h"
#include "storage/offerrows.h"

#include <algorithm>
#include <map>

namespace recoupe {

namespace {

constexpr Sql selectFeeds(
    "SELECT s.id, a.id, s.feed_id, s.vanished_import_id IS NOT NULL, s.formation_numero, "
    "s.action_numero, s.session_numero FROM sessions s "
    "JOIN actions a ON a.numero = s.formation_numero");
constexpr Sql flagVanished("UPDATE sessions SET vanished_import_id = ?, version = version + 1 "
                           "WHERE id = ?");
constexpr Sql flagAllVanished(
    "UPDATE sessions AS s SET vanished_import_id = k.import, version = s.version + 1 "
    "FROM unnest(?::bigint[], ?::bigint[]) AS k (import, id) WHERE s.id = k.id");
constexpr Sql moveToFeed("UPDATE sessions SET feed_id = ? WHERE id = ?");
constexpr Sql moveAllToFeed("UPDATE sessions AS s SET feed_id = k.feed "
                            "FROM unnest(?::bigint[], ?::bigint[]) AS k (feed, id) "
                            "WHERE s.id = k.id");
constexpr Sql mergeFeeds("UPDATE sessions SET feed_id = ? WHERE feed_id = ?");

struct FeedRow
{
    qint64 id = 0;
    qint64 action = 0;
    qint64 feed = 0;
    bool hasVanished = false;
    SessionKey key;
};

//! Finds what a feed that was read whole should have held: first count() every session of the
//! base, then sort() every one, then write().
class FeedEnd
{
public:
    FeedEnd(qint64 importId, std::vector<qint64> actions, std::vector<qint64> sessions)
        : m_importId(importId)
        , m_actions(std::move(actions))
        , m_sessions(std::move(sessions))
    {
        std::ranges::sort(m_actions);
        std::ranges::sort(m_sessions);
    }

    void count(const FeedRow &row)
    {
        Count &count = m_feeds[row.feed];
        count.all += !row.hasVanished;
        count.seen += isSeen(m_sessions, row.id);
    }

    //! Nothing came before it: there is nothing to sort.
    [[nodiscard]] bool isFirst() const
    {
        return m_feeds.empty() || (m_feeds.size() == 1 && m_feeds.contains(m_importId));
    }

    void sort(const FeedRow &row, const std::function<bool(const SessionKey &)> &unsure)
    {
        if (row.feed == m_importId)
            return; // new
        const bool isNext = isNextIssueOf(row.feed);
        if (isSeen(m_sessions, row.id)) {
            if (row.hasVanished)
                m_returned.append(row.id);
            if (!isNext)
                m_moved.append(row.id);
        } else if (!row.hasVanished && (isNext || isSeen(m_actions, row.action)) &&
                   !(unsure && unsure(row.key))) {
            m_vanished.append(row.id);
        }
    }

    Result<FeedOutcome> write(SqlConnection &sql) const
    {
        const auto flag = [&](const QList<qint64> &sessions, std::optional<qint64> importId) {
            return executeFor(sql, {flagVanished, flagAllVanished}, sessions,
                              [&](auto &columns, qint64 session) { columns(importId, session); });
        };
        if (Result<> flagged = flag(m_vanished, m_importId); !flagged)
            return failureOf(flagged);
        if (Result<> flagged = flag(m_returned, std::nullopt); !flagged)
            return failureOf(flagged);
        if (Result<> gathered = gather(sql); !gathered)
            return failureOf(gathered);
        return FeedOutcome{int(m_vanished.size()), int(m_returned.size())};
    }

private:
    struct Count
    {
        int all = 0;
        int seen = 0;
    };

    static bool isSeen(const std::vector<qint64> &ids, qint64 id)
    {
        return std::ranges::binary_search(ids, id);
    }

    bool isNextIssueOf(qint64 feed) const
    {
        const Count count = m_feeds.at(feed);
        return count.seen > 0 && 2 * count.seen >= count.all;
    }

    //! All that this feed holds becomes one feed again, under the name of the largest one of which
    //! it is the next issue: so the fewest rows are written.
    Result<> gather(SqlConnection &sql) const
    {
        qint64 target = m_importId;
        for (const auto &[feed, count] : m_feeds) {
            const bool isLarger = target == m_importId || count.all > m_feeds.at(target).all;
            if (feed != m_importId && isNextIssueOf(feed) && isLarger)
                target = feed;
        }
        const auto move = [&](auto &columns, qint64 session) { columns(target, session); };
        if (Result<> moved = executeFor(sql, {moveToFeed, moveAllToFeed}, m_moved, move); !moved)
            return moved;
        for (const auto &[feed, count] : m_feeds) {
            const bool joins = feed == m_importId || isNextIssueOf(feed);
            if (feed == target || !joins)
                continue;
            if (Result<> done = execute(sql, mergeFeeds, target, feed); !done)
                return done;
        }
        return {};
    }

    qint64 m_importId;
    std::vector<qint64> m_actions;
    std::vector<qint64> m_sessions;
    std::map<qint64, Count> m_feeds;
    QList<qint64> m_vanished;
    QList<qint64> m_returned;
    QList<qint64> m_moved;
};

} // namespace

Result<FeedOutcome> closeFeed(SqlConnection &sql, qint64 importId, std::vector<qint64> actions,
                              std::vector<qint64> sessions,
                              const std::function<bool(const SessionKey &)> &unsure)
{
    FeedEnd feed(importId, std::move(actions), std::move(sessions));
    // Read twice rather than kept: a feed has as many sessions as the base.
    const auto each = [&sql](auto take) {
        Statement select(sql, selectFeeds);
        return select.forEach([&](Row &row) {
            FeedRow session;
            row(session.id, session.action, session.feed, session.hasVanished);
            keyColumns(row, session.key);
            take(session);
        });
    };
    if (Result<> counted = each([&](const FeedRow &row) { feed.count(row); }); !counted)
        return failureOf(counted);
    if (feed.isFirst())
        return FeedOutcome{};
    if (Result<> sorted = each([&](const FeedRow &row) { feed.sort(row, unsure); }); !sorted)
        return failureOf(sorted);
    return feed.write(sql);
}

} // namespace recoupe
