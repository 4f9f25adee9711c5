// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/synchronisation.h"

#include "core/tokentable.h"
#include "services/words.h"

#include <QElapsedTimer>
#include <QSet>

#include <array>

namespace recoupe {

namespace {

constexpr std::array outcomeTokens{Token{SyncStep::Outcome::Done, u"done"},
                                   Token{SyncStep::Outcome::NothingNew, u"nothing-new"},
                                   Token{SyncStep::Outcome::WithRemarks, u"with-remarks"},
                                   Token{SyncStep::Outcome::Held, u"held"},
                                   Token{SyncStep::Outcome::Waiting, u"waiting"},
                                   Token{SyncStep::Outcome::Failed, u"failed"}};

SyncStep failedStep(std::optional<Partner> partner, const Error &error)
{
    SyncStep step;
    step.partner = partner;
    step.outcome = error.code == ErrorCode::NothingNew ? SyncStep::Outcome::NothingNew
                                                       : SyncStep::Outcome::Failed;
    if (step.outcome == SyncStep::Outcome::Failed)
        step.error = error.code;
    step.sentence = error.message;
    return step;
}

SyncStep::Outcome outcomeOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Held: return SyncStep::Outcome::Held;
    case DeliveryState::ToDo:
    case DeliveryState::Running: return SyncStep::Outcome::Waiting;
    case DeliveryState::Delivered:
        return delivery.counts.leftOut > 0 ? SyncStep::Outcome::WithRemarks
                                           : SyncStep::Outcome::Done;
    case DeliveryState::Refused:
    case DeliveryState::Failed:
    case DeliveryState::Dropped: break;
    }
    return SyncStep::Outcome::Failed;
}

SyncStep stepOf(const Delivery &delivery)
{
    SyncStep step;
    step.partner = delivery.partner;
    step.outcome = outcomeOf(delivery);
    step.sentence = delivery.state == DeliveryState::Held ? delivery.question : delivery.result;
    step.delivery = delivery;
    return step;
}

template <typename Step>
SyncStep timed(Step run)
{
    QElapsedTimer timer;
    timer.start();
    SyncStep step = run();
    step.milliseconds = timer.elapsed();
    return step;
}

} // namespace

QString subjectOf(const SyncStep &step)
{
    if (step.isRetention)
        return QStringLiteral("retention");
    return step.partner ? toToken(*step.partner) : QStringLiteral("feed");
}

QString toToken(SyncStep::Outcome outcome)
{
    return tokenOf(outcomeTokens, outcome);
}

Result<QList<SyncStep>> Synchronisation::run(const Progress &progress)
{
    QList<SyncStep> steps;
    const Result<ExchangeSettings> settings = m_exports.settings();
    if (!settings)
        return failureOf(settings);
    if (!settings->feed.url.isEmpty())
        steps << timed([&] { return takeFeed(progress); });
    const Result<QList<Delivery>> due = m_exports.due();
    if (!due)
        return failureOf(due);
    for (const Delivery &delivery : *due)
        steps << timed([&] { return resume(delivery, progress); });
    QSet<Partner> told;
    for (const SyncStep &step : std::as_const(steps)) {
        if (step.partner)
            told.insert(*step.partner);
    }
    const Result<QList<PartnerStatus>> all = m_exports.partners();
    if (!all)
        return failureOf(all);
    for (const PartnerStatus &status : *all) {
        if (told.contains(status.partner))
            continue;
        if (status.destination.transport != Transport::None && !status.hasHad(m_today))
            steps << timed([&] { return send(status.partner, progress); });
        else if (const Delivery *open = status.open()) // a supervisor must not take it for done
            steps << stepOf(*open);
    }
    if (!m_retention.mayApply())
        return steps; // on a server the owner's own round does
    if (const Result<QList<RetentionLine>> kept = m_retention.apply(); !kept) {
        steps << failedStep({}, kept.error());
        steps.last().isRetention = true;
    }
    return steps;
}

SyncStep Synchronisation::takeFeed(const Progress &progress)
{
    const Result<FetchedFeed> fetched = m_feeds.fetch(progress);
    if (!fetched)
        return failedStep(std::nullopt, fetched.error());
    const Result<ImportSummary> summary = m_feeds.takeIn(*fetched, progress);
    if (!summary)
        return failedStep(std::nullopt, summary.error());
    SyncStep step;
    step.import = summary->record;
    step.sentence = fetched->file.isEmpty() ? fetched->state.result : importInWords(*summary);
    step.outcome = fetched->file.isEmpty()        ? SyncStep::Outcome::NothingNew
                   : summary->record.rejected > 0 ? SyncStep::Outcome::WithRemarks
                                                  : SyncStep::Outcome::Done;
    return step;
}

SyncStep Synchronisation::resume(const Delivery &delivery, const Progress &progress)
{
    const Result<Delivery> tried = m_exports.transmit(delivery.id, progress);
    return tried ? stepOf(*tried) : failedStep(delivery.partner, tried.error());
}

SyncStep Synchronisation::send(Partner partner, const Progress &progress)
{
    const Result<PreparedDelivery> sent =
        m_exports.send({partner, m_today, {}, {}, true}, progress);
    return sent ? stepOf(sent->delivery) : failedStep(partner, sent.error());
}

} // namespace recoupe
