// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

class QSettings;

namespace recoupe {

class AwardsPage;
class ControlPage;
class Dialogs;
class MessageBar;
struct LetterRequest;
struct WindowActions;

//! Opens the letters about what is selected, and says what left.
class LetterCommands : public QObject
{
    Q_OBJECT

public:
    LetterCommands(const WindowActions &actions, ControlPage &control, AwardsPage &awards,
                   OfficeClient &client, Dialogs &dialogs, MessageBar &messages,
                   QSettings &settings);

    void setWorkspace(const WorkspacePtr &workspace) { m_workspace = workspace; }
    //! \a onAwards: whether the page Notifications is shown.
    void updateAvailability(bool onAwards);

private:
    void open(const LetterRequest &request);
    void tell(const Letter &letter);

    const WindowActions &m_actions;
    ControlPage &m_control;
    AwardsPage &m_awards;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
    WorkspacePtr m_workspace;
};

} // namespace recoupe
