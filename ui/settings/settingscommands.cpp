// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingscommands.h"

#include "ui/mainwindow/windowactions.h"
#include "ui/settings/settingchanges.h"
#include "ui/settings/settingsdialog.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

SettingsCommands::SettingsCommands(QWidget *window, const WindowActions &actions,
                                   OfficeClient &client, Dialogs &dialogs, MessageBar &messages)
    : QObject(window)
    , m_window(window)
    , m_actions(actions)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
{
    connect(actions.checkSettings, &QAction::triggered, this, &SettingsCommands::open);
    setAvailable(actions.checkSettings, UiTr::tr("La base n'est pas encore lue."));
}

void SettingsCommands::setWorkspace(const WorkspacePtr &workspace)
{
    m_workspace = workspace;
    setAvailable(m_actions.checkSettings, {});
}

void SettingsCommands::open()
{
    auto *dialog = new SettingsDialog(m_workspace->settings, m_client.today(), m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->saveThrough(m_client, [this](const DecisionOutcome &outcome) { tell(outcome); });
    dialog->open();
}

void SettingsCommands::tell(const DecisionOutcome &outcome)
{
    m_messages.showMessage(
        MessageBar::Kind::Success,
        UiTr::tr("Réglages enregistrés, sessions contrôlées de nouveau (Ctrl+Z annule).\n%1")
            .arg(savedInWords(outcome.applied)));
    m_client.reload();
}

} // namespace recoupe
