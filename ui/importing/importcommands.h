// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/folderwatch.h"
#include "ui/mainwindow/officeclient.h"

#include <QPointer>

class QWidget;

namespace recoupe {

class Dialogs;
class ImportDialog;
class MessageBar;
struct WindowActions;

//! Takes files in, chosen, dropped or found in a watched folder: shows what they would do, imports
//! what the operator confirms, says what came of it.
class ImportCommands : public QObject
{
    Q_OBJECT

public:
    //! \a proposals: where new files of watched folders are told of.
    ImportCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                   Dialogs &dialogs, MessageBar &messages, MessageBar &proposals,
                   QSettings &settings);

    //! Shows what importing them would do.
    void importFiles(const QStringList &files);
    void importPlans(const QList<ImportPlan> &plans);
    //! Once the base is shown: looks for new files.
    void start();
    [[nodiscard]] FolderWatch &watch() { return m_watch; }

private:
    void chooseFiles();
    void chooseMappedFiles();
    [[nodiscard]] ImportDialog *showImport(const QList<ImportPlan> &plans);
    void mapColumns(const QList<ImportPlan> &plans);
    void tell(const QList<ImportOutcome> &outcomes);
    void tryAgain(const QList<ImportOutcome> &outcomes);
    void showRejections(const QList<ImportOutcome> &outcomes);
    void saveRejections(const ImportOutcome &outcome, const QString &target);

    void propose();
    void importProposed(const QList<FolderFile> &files);
    void chooseFolders();

    QWidget *m_window;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    MessageBar &m_proposals;
    QSettings &m_settings;
    FolderWatch m_watch;
    QPointer<ImportDialog> m_import;
    bool m_hasStarted = false;
};

} // namespace recoupe
