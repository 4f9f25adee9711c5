// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/feedcommands.h"

#include "core/shortdate.h"
#include "ui/exports/exportspage.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

namespace {

QString stateInWords(const std::optional<FeedState> &state)
{
    if (!state || state->checkedAt.isNull())
        return UiTr::tr("Flux du portail : jamais relevé.");
    const QString checked = shortDateTime(state->checkedAt);
    if (state->failures > 0)
        return UiTr::tr("Flux du portail : échec le %1. %2").arg(checked, state->result);
    return state->takenAt.isNull()
               ? UiTr::tr("Flux du portail : relevé le %1.").arg(checked)
               : UiTr::tr("Flux du portail : relevé le %1 ; dernier import le %2.")
                     .arg(checked, shortDateTime(state->takenAt));
}

} // namespace

FeedCommands::FeedCommands(const WindowActions &actions, ExportsPage &page, OfficeClient &client,
                           OfficeClient &exchanges, MessageBar &messages)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_messages(messages)
{
    connect(actions.fetchFeed, &QAction::triggered, this, [this] { fetch(true); });
}

void FeedCommands::refresh()
{
    m_client.run(
        UiTr::tr("Lecture de l'état du flux"),
        [](BackOffice &office, const Progress &) { return office.feeds().state(); }, this,
        [this](const std::optional<FeedState> &state) {
            m_page.setFeedState(stateInWords(state));
        });
}

void FeedCommands::fetchDue()
{
    if (!m_isFetching)
        fetch(false);
}

void FeedCommands::fetch(bool isAsked)
{
    m_isFetching = true;
    setAvailable(m_actions.fetchFeed, UiTr::tr("Le portail est en cours de relève."));
    m_exchanges.attempt(
        UiTr::tr("Relève du portail"),
        [](BackOffice &office, const Progress &progress) { return office.feeds().fetch(progress); },
        this, [this, isAsked](const Result<FetchedFeed> &fetched) { finish(fetched, isAsked); });
}

void FeedCommands::finish(const Result<FetchedFeed> &fetched, bool isAsked)
{
    m_isFetching = false;
    setAvailable(m_actions.fetchFeed, {});
    if (!fetched) {
        refresh();
        const bool isNews = isAsked || !std::exchange(m_isFailureTold, true);
        if (!isNews || fetched.error().code == ErrorCode::Cancelled)
            return;
        if (fetched.error().code == ErrorCode::InvalidArgument)
            return m_messages.showMessage(MessageBar::Kind::Problem, fetched.error().message,
                                          m_actions.exchangeSettings->text(),
                                          [this] { m_actions.exchangeSettings->trigger(); });
        return m_messages.showMessage(MessageBar::Kind::Problem, fetched.error().message);
    }
    m_isFailureTold = false;
    if (!fetched->file.isEmpty())
        return m_client.takeIn(*fetched); // which tells, and loads everything again
    refresh();
    if (isAsked)
        m_messages.showMessage(MessageBar::Kind::Success,
                               UiTr::tr("Le portail n'a rien de nouveau."));
}

} // namespace recoupe
