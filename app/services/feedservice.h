// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "services/importservice.h"
#include "storage/feedrepository.h"

namespace recoupe {

struct ExchangeSettings;

//! A feed that was fetched.
struct FetchedFeed
{
    FeedState state; //!< what is to be kept once it was taken in
    QString file;    //!< empty: the portal has nothing new
};

//! Takes the portal's feed from its address (ExchangeSettings::feed).
class FeedService
{
public:
    //! \a folder: for what is being downloaded; made where it is missing.
    FeedService(Database &database, QString operatorName, QString folder);

    //! Where the feed stands; nothing where the settings name none, or it was never asked for.
    [[nodiscard]] Result<std::optional<FeedState>> state() const;
    //! Whether the settings ask for it now, while the window is open.
    [[nodiscard]] Result<bool> isDue(const QDateTime &now) const;
    //! Downloads what is new. Touches nothing but its own state: fetch() may run beside other work.
    //! InvalidArgument where the settings name no feed; else as download().
    [[nodiscard]] Result<FetchedFeed> fetch(const Progress &progress = {});
    //! Imports what was fetched, in one transaction, and keeps where the feed stands. The file is
    //! gone afterwards, unless it could not be imported. Nothing new gives an empty summary.
    [[nodiscard]] Result<ImportSummary> takeIn(const FetchedFeed &feed,
                                               const Progress &progress = {});

private:
    [[nodiscard]] Result<ExchangeSettings> settings() const;
    [[nodiscard]] Result<FetchedFeed> fetchInto(FeedState &state, const ExchangeSettings &settings,
                                                const Progress &progress);
    [[nodiscard]] Result<FetchedFeed> keep(const FeedState &state, const QString &file) const;
    void removeFetched() const;
    [[nodiscard]] Result<> save(const FeedState &state);

    Database &m_database;
    QString m_operatorName;
    QString m_folder;
};

} // namespace recoupe
