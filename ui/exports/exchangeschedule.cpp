// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exchangeschedule.h"

#include "ui/exports/exportcommands.h"
#include "ui/exports/feedcommands.h"
#include "ui/uitr.h"

#include <QTimer>

namespace recoupe {

namespace {

constexpr int everyMs = 60'000; // the settings count in minutes

//! What is due at one look.
struct Due
{
    bool feed = false;
    QList<Delivery> deliveries;
};

Result<Due> dueNow(BackOffice &office, const Progress &)
{
    const Result<bool> feed = office.feeds().isDue(Clock::now());
    if (!feed)
        return failureOf(feed);
    return office.exports().due().map([&](const QList<Delivery> &deliveries) {
        return Due{*feed, deliveries};
    });
}

} // namespace

ExchangeSchedule::ExchangeSchedule(OfficeClient &exchanges, ExportCommands &exports,
                                   FeedCommands &feed)
    : QObject(&exports)
    , m_exchanges(exchanges)
    , m_exports(exports)
    , m_feed(feed)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("exchangeSchedule"));
    m_timer->setInterval(everyMs);
    connect(m_timer, &QTimer::timeout, this, &ExchangeSchedule::look);
}

void ExchangeSchedule::start()
{
    if (m_timer->isActive())
        return;
    m_timer->start();
    look();
}

//! A base that does not answer is told of by what the operator does with it, not every minute.
void ExchangeSchedule::look()
{
    if (m_isLooking)
        return; // behind a long upload
    m_isLooking = true;
    m_exchanges.attempt(UiTr::tr("Échanges prévus"), dueNow, this, [this](const Result<Due> &due) {
        m_isLooking = false;
        if (!due)
            return;
        if (due->feed)
            m_feed.fetchDue();
        m_exports.tryAgain(due->deliveries);
    });
}

} // namespace recoupe
