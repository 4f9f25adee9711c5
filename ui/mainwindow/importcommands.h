// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

class QSettings;
class QWidget;

namespace recoupe {

class Dialogs;
class MessageBar;

//! Takes files in, chosen or dropped, says what came of it, and asks for a funder where rows name
//! none.
class ImportCommands : public QObject
{
    Q_OBJECT

public:
    ImportCommands(QWidget *window, OfficeClient &client, Dialogs &dialogs, MessageBar &messages,
                   QSettings &settings);

    void chooseFiles();
    void importFiles(const QStringList &files);

private:
    void tell(const QStringList &files, const QList<ImportSummary> &summaries);
    void askFunder(const QString &file);
    void showRejections(const QList<Rejection> &rejections);

    QWidget *m_window;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
};

} // namespace recoupe
