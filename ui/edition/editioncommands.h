// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"
#include "ui/edition/editionpage.h"
#include "ui/mainwindow/officeclient.h"

class QSettings;

namespace recoupe {

class MessageBar;

//! What the page of the fortnightly table asks of the services: drafts, past editions, files.
class EditionCommands : public QObject
{
    Q_OBJECT

public:
    EditionCommands(const WindowActions &actions, EditionPage &page, OfficeClient &client,
                    Dialogs &dialogs, MessageBar &messages, QSettings &settings);

    //! Draws the draft and the list of editions again: the sessions may have changed.
    void refresh();
    void updateAvailability(bool isShown);

private:
    void showDraft(QDate date);
    void showEdition(int year, int number);
    void listEditions();
    void save();
    void confirmIssue();
    void issue(const EditionContent &expected, const QString &file);
    [[nodiscard]] SaveRequest requestFor(const EditionContent &content) const;

    const WindowActions &m_actions;
    EditionPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
    QList<EditionRecord> m_editions;
    bool m_isShown = false;
};

} // namespace recoupe
