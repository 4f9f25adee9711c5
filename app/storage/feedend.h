// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/offerrepository.h"

namespace recoupe {

//! What OfferRepository::closeFeed() does. \a actions, \a sessions: ids of those in the feed that
//! were known before it.
[[nodiscard]] Result<FeedOutcome> closeFeed(SqlConnection &sql, qint64 importId,
                                            std::vector<qint64> actions,
                                            std::vector<qint64> sessions,
                                            const std::function<bool(const SessionKey &)> &unsure);

} // namespace recoupe
