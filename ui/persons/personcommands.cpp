// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persons/personcommands.h"

#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/persons/personsdialog.h"
#include "ui/widgets/bringforward.h"

namespace recoupe {

PersonCommands::PersonCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                               OfficeClient &exchanges, BaseConnection &connection)
    : QObject(window)
    , m_window(window)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_connection(connection)
{
    connect(actions.personalData, &QAction::triggered, this, &PersonCommands::show);
    connect(&client, &OfficeClient::workspaceLoaded, this, [this](const LoadedWorkspace &loaded) {
        m_workspace = loaded.workspace;
        if (m_dialog)
            m_dialog->setWorkspace(m_workspace);
    });
}

void PersonCommands::show()
{
    if (!m_dialog) {
        m_dialog = new PersonsDialog(m_client, m_exchanges, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setWorkspace(m_workspace);
        connect(&m_connection, &BaseConnection::awayChanged, m_dialog, &PersonsDialog::hold);
    }
    bringForward(m_dialog);
}

} // namespace recoupe
