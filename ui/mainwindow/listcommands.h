// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QSettings;

namespace recoupe {

class Dialogs;
class ListPage;
class MessageBar;
class OfficeClient;
struct Sheet;
struct WindowActions;

//! What the keys do to the list that is shown, whichever that is: search, views, panes, copy,
//! export.
class ListCommands : public QObject
{
    Q_OBJECT

public:
    ListCommands(QObject *parent, const WindowActions &actions, OfficeClient &client,
                 Dialogs &dialogs, MessageBar &messages, QSettings &settings);

    //! \a shown: null on a page without a list.
    void setList(ListPage *shown);

Q_SIGNALS:
    //! What was done, for the status bar.
    void done(const QString &text);

private:
    void connectTo(QAction *action, void (ListPage::*does)());
    void copy();
    void putOnClipboard(const Sheet &sheet, const QString &text);
    void exportRows();
    void write(const Sheet &sheet, const QString &file);

    const WindowActions &m_actions;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
    ListPage *m_list = nullptr;
};

} // namespace recoupe
