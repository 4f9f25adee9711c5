// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

namespace recoupe {

class ExportsPage;
class MessageBar;
struct WindowActions;

//! Takes the portal's feed in: downloaded beside the work, then imported as a file is.
class FeedCommands : public QObject
{
    Q_OBJECT

public:
    //! \a client: for the import; \a exchanges: for the download.
    FeedCommands(const WindowActions &actions, ExportsPage &page, OfficeClient &client,
                 OfficeClient &exchanges, MessageBar &messages);

    //! Shows where the feed stands.
    void refresh();
    //! As it is due: says nothing where there is nothing new, and a failure once.
    void fetchDue();

private:
    void fetch(bool isAsked);
    void finish(const Result<FetchedFeed> &fetched, bool isAsked);

    const WindowActions &m_actions;
    ExportsPage &m_page;
    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    MessageBar &m_messages;
    bool m_isFetching = false;
    bool m_isFailureTold = false;
};

} // namespace recoupe
