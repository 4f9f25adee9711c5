// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

#include <QPointer>

namespace recoupe {

class BaseConnection;
class PersonsDialog;
struct WindowActions;

//! Opens what the base holds of persons; keeps it in touch with the base.
class PersonCommands : public QObject
{
    Q_OBJECT

public:
    //! \a exchanges: searches the whole base without holding up who decides.
    PersonCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                   OfficeClient &exchanges, BaseConnection &connection);

private:
    void show();

    QWidget *m_window;
    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    BaseConnection &m_connection;
    WorkspacePtr m_workspace; //!< the last load; null before the first
    QPointer<PersonsDialog> m_dialog;
};

} // namespace recoupe
