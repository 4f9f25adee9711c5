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
    //! Files whose columns the operator is to say.
    void chooseMappedFiles();
    //! Says that a table lacks columns, and offers to choose them.
    void offerColumns(const Error &error);

private:
    void tell(const ImportRequest &request, const QList<ImportSummary> &summaries);
    void askFunder(ImportRequest request);
    void mapColumns(const QStringList &files);
    void showRejections(const QList<Rejection> &rejections);

    QWidget *m_window;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
};

} // namespace recoupe
