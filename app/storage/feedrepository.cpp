// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feedrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr Sql selectFeed("SELECT url, etag, last_modified, digest, taken_at, checked_at, failures, "
                         "next_check_at, result FROM feeds WHERE url = ?");
constexpr Sql saveFeed(
    "INSERT INTO feeds (url, etag, last_modified, digest, taken_at, checked_at, failures, "
    "next_check_at, result) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (url) DO UPDATE SET "
    "etag = excluded.etag, last_modified = excluded.last_modified, digest = excluded.digest, "
    "taken_at = excluded.taken_at, checked_at = excluded.checked_at, "
    "failures = excluded.failures, next_check_at = excluded.next_check_at, "
    "result = excluded.result");

} // namespace

FeedRepository::FeedRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<std::optional<FeedState>> FeedRepository::find(const QString &url) const
{
    std::optional<FeedState> state;
    Statement select(m_sql, selectFeed);
    select(url);
    return select
        .forEach([&](Row &row) {
            FeedState &found = state.emplace();
            row(found.url, found.etag, found.lastModified, found.digest, found.takenAt,
                found.checkedAt, found.failures, found.nextCheckAt, found.result);
        })
        .map([&] { return state; });
}

Result<> FeedRepository::save(const FeedState &state)
{
    return execute(m_sql, saveFeed, state.url, state.etag, state.lastModified, state.digest,
                   orNull(state.takenAt), state.checkedAt, state.failures,
                   orNull(state.nextCheckAt), state.result);
}

} // namespace recoupe
