// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>

#include <optional>

namespace recoupe {

class Database;
class SqlConnection;

//! Where a feed of the portal stands.
struct FeedState
{
    QString url;
    QString etag = {}; //!< of what was last taken in, as the server wrote it
    QString lastModified = {};
    QByteArray digest = {};     //!< SHA-256 of it
    QDateTime takenAt = {};     //!< UTC; null before the first
    QDateTime checkedAt = {};   //!< UTC; when it was last asked for
    int failures = 0;           //!< in a row
    QDateTime nextCheckAt = {}; //!< UTC; after a failure: not before; null: at any time
    QString result = {};        //!< of the last check, a French sentence

    friend bool operator==(const FeedState &, const FeedState &) = default;
};

//! Feeds by their address.
class FeedRepository
{
public:
    explicit FeedRepository(Database &database);

    [[nodiscard]] Result<std::optional<FeedState>> find(const QString &url) const;
    [[nodiscard]] Result<> save(const FeedState &state);

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
