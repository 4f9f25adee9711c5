// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

class QTimer;

namespace recoupe {

class ExportCommands;
class FeedCommands;

//! While the window is open: takes the portal's feed when the settings say so, and tries deliveries
//! again whose time has come. Asks nobody anything.
class ExchangeSchedule : public QObject
{
    Q_OBJECT

public:
    ExchangeSchedule(OfficeClient &exchanges, ExportCommands &exports, FeedCommands &feed);

    //! From now on, every minute.
    void start();
    //! Looks what is due.
    void look();

private:
    OfficeClient &m_exchanges;
    ExportCommands &m_exports;
    FeedCommands &m_feed;
    QTimer *m_timer;
    bool m_isLooking = false;
};

} // namespace recoupe
