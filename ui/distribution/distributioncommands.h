// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

#include <QPointer>

class QSettings;

namespace recoupe {

class Dialogs;
class EditionPage;
class MailingDialog;
class PrescribersDialog;
struct WindowActions;

//! Opens the list of those who get the table, and the preparation of its mailing.
class DistributionCommands : public QObject
{
    Q_OBJECT

public:
    DistributionCommands(const WindowActions &actions, EditionPage &page, OfficeClient &client,
                         Dialogs &dialogs, QSettings &settings);

Q_SIGNALS:
    //! Show what taking the list in would do.
    void importWanted(const QList<ImportPlan> &plans);

private:
    void showPrescribers();
    void chooseList();
    void showMailing();

    EditionPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    QPointer<PrescribersDialog> m_prescribers;
    QPointer<MailingDialog> m_mailing;
};

} // namespace recoupe
