// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correspondence/lettercommands.h"

#include "services/words.h"
#include "ui/awards/awardspage.h"
#include "ui/control/controlpage.h"
#include "ui/correspondence/letterdialog.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

LetterCommands::LetterCommands(const WindowActions &actions, ControlPage &control,
                               AwardsPage &awards, OfficeClient &client, Dialogs &dialogs,
                               MessageBar &messages, QSettings &settings)
    : QObject(&control)
    , m_actions(actions)
    , m_control(control)
    , m_awards(awards)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_settings(settings)
{
    connect(actions.requestCorrection, &QAction::triggered, this, [this] {
        open({.kind = LetterKind::Correction,
              .workspace = m_workspace,
              .sessions = m_control.scope().keys});
    });
    connect(actions.remindOrganisation, &QAction::triggered, this, [this] {
        open({.kind = LetterKind::Reminder,
              .workspace = m_workspace,
              .awards = m_awards.selectedAwards()});
    });
}

void LetterCommands::updateAvailability(bool onAwards)
{
    setAvailable(m_actions.remindOrganisation,
                 onAwards ? m_awards.whyNotRemind()
                          : UiTr::tr("Ouvrir d'abord la page Notifications (Ctrl+N)."));
}

void LetterCommands::open(const LetterRequest &request)
{
    auto *dialog = new LetterDialog(request, m_client, m_dialogs, m_settings, m_control.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LetterDialog::sent, this, &LetterCommands::tell);
    dialog->show();
}

void LetterCommands::tell(const Letter &letter)
{
    m_messages.showMessage(MessageBar::Kind::Success,
                           UiTr::tr("%1 : %2. C'est noté dans l'historique.")
                               .arg(letter.recipientName, letterInWords(letter)));
    m_control.refreshHistory();
    m_client.reload(); // the cards count who was written to
}

} // namespace recoupe
