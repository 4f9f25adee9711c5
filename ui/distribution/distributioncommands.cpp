// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/distribution/distributioncommands.h"

#include "ui/dialogs/dialogs.h"
#include "ui/distribution/mailingdialog.h"
#include "ui/distribution/prescribersdialog.h"
#include "ui/edition/editionpage.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/widgets/bringforward.h"
#include "ui/widgets/lastfolder.h"

namespace recoupe {

DistributionCommands::DistributionCommands(const WindowActions &actions, EditionPage &page,
                                           OfficeClient &client, Dialogs &dialogs,
                                           QSettings &settings)
    : QObject(&page)
    , m_page(page)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_settings(settings)
{
    connect(actions.prescribers, &QAction::triggered, this, &DistributionCommands::showPrescribers);
    connect(actions.mailTable, &QAction::triggered, this, &DistributionCommands::showMailing);
}

void DistributionCommands::showPrescribers()
{
    if (!m_prescribers) {
        m_prescribers = new PrescribersDialog(m_client, m_dialogs, m_settings, m_page.window());
        m_prescribers->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_prescribers, &PrescribersDialog::importWanted, this,
                &DistributionCommands::chooseList);
        connect(m_prescribers, &PrescribersDialog::changed, this, [this] {
            if (m_mailing)
                m_mailing->reload();
        });
    }
    bringForward(m_prescribers);
}

void DistributionCommands::chooseList()
{
    m_dialogs.chooseFiles(m_prescribers, lastFolder(m_settings), [this](const QStringList &files) {
        // Each list takes the place of the one before: of several, only one is meant.
        Q_EMIT importWanted({{.file = files.first(), .kind = ImportKind::Prescribers}});
    });
}

void DistributionCommands::showMailing()
{
    if (!m_mailing) {
        const EditionContent *content = m_page.content();
        std::optional<EditionNumber> shown;
        if (content && !content->isDraft())
            shown = EditionNumber{content->year, content->number};
        m_mailing = new MailingDialog(shown, m_client, m_dialogs, m_settings, m_page.window());
        m_mailing->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_mailing, &MailingDialog::prescribersWanted, this,
                &DistributionCommands::showPrescribers);
    }
    bringForward(m_mailing);
}

} // namespace recoupe
