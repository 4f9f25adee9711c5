// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

namespace recoupe {

class Dialogs;
class JournalPage;
struct WindowActions;

//! Loads the trail when the page is to show it, and takes back the batch that is chosen there.
class JournalCommands : public QObject
{
    Q_OBJECT

public:
    JournalCommands(const WindowActions &actions, JournalPage &page, OfficeClient &client,
                    Dialogs &dialogs);

    //! The base was read anew: what was loaded of the trail may be out of date.
    void refresh();
    void updateAvailability(bool isShown);

private:
    void load();
    void undoBatch();
    void confirmUndo(const QList<Decision> &events, const QList<Partner> &sent);

    const WindowActions &m_actions;
    JournalPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    bool m_isShown = false;
    bool m_isOutOfDate = false;
};

} // namespace recoupe
