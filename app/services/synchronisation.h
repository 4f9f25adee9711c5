// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "services/exportservice.h"
#include "services/feedservice.h"
#include "services/retentionservice.h"

namespace recoupe {

//! What one step of a synchronisation came to.
struct SyncStep
{
    enum class Outcome
    {
        Done,
        NothingNew,
        WithRemarks, //!< done, but for rejected records or sessions left out
        Held,        //!< waits for an operator's answer
        Waiting,     //!< failed for now, to be tried again
        Failed
    };

    std::optional<Partner> partner; //!< nothing: the portal's feed, or no exchange at all
    bool isRetention = false;       //!< what was kept long enough could not be removed: no exchange
    Outcome outcome = Outcome::Done;
    std::optional<ErrorCode> error;   //!< of a step that failed
    QString sentence;                 //!< French, for an operator
    std::optional<Delivery> delivery; //!< of an export that came so far
    ImportRecord import;              //!< counts of what the feed brought
    qint64 milliseconds = 0;
};

//! The partner's token, feed, or retention.
[[nodiscard]] QString subjectOf(const SyncStep &step);
//! done, nothing-new, with-remarks, held, waiting, failed.
[[nodiscard]] QString toToken(SyncStep::Outcome outcome);

//! The day's round, for a scheduler: takes the portal's feed in, tries again what waits, and sends
//! each partner that has a destination what it has not had on that day. One that fails keeps none
//! of the others back. Last goes what was kept long enough.
class Synchronisation
{
public:
    Synchronisation(ExportService exports, FeedService feeds, RetentionService retention,
                    QDate today)
        : m_exports(std::move(exports))
        , m_feeds(std::move(feeds))
        , m_retention(std::move(retention))
        , m_today(today)
    {
    }

    [[nodiscard]] Result<QList<SyncStep>> run(const Progress &progress = {});

private:
    [[nodiscard]] SyncStep takeFeed(const Progress &progress);
    [[nodiscard]] SyncStep resume(const Delivery &delivery, const Progress &progress);
    [[nodiscard]] SyncStep send(Partner partner, const Progress &progress);

    ExportService m_exports;
    FeedService m_feeds;
    RetentionService m_retention;
    QDate m_today;
};

} // namespace recoupe
