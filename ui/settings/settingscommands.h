// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

class QWidget;

namespace recoupe {

class Dialogs;
class MessageBar;
struct WindowActions;

//! Opens the settings of the check, saves them as one batch, says what changed.
class SettingsCommands : public QObject
{
    Q_OBJECT

public:
    SettingsCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                     Dialogs &dialogs, MessageBar &messages);

    void setWorkspace(const WorkspacePtr &workspace);

private:
    void open();
    void tell(const DecisionOutcome &outcome);

    QWidget *m_window;
    const WindowActions &m_actions;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    WorkspacePtr m_workspace;
};

} // namespace recoupe
