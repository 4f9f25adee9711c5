// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"
#include "ui/edition/editionpage.h"
#include "ui/edition/tableoutputcommands.h"
#include "ui/mainwindow/officeclient.h"

class QSettings;

namespace recoupe {

class MessageBar;

//! What the page of the fortnightly table asks of the services: drafts, editions, what differs.
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
    void show(const LaidOutEdition &edition, quint64 wanted);
    void layOutAgain();
    void listEditions();
    void compare();
    void confirmIssue();
    [[nodiscard]] QString announcementOf(const EditionContent &edition) const;
    void chooseIssueFile(IssueRequest request);
    void issue(const IssueRequest &request);
    void confirmAnnulment();
    [[nodiscard]] QString whyNotIssue(const QString &whyNotShown) const;
    [[nodiscard]] QString whyNotAnnul(const QString &whyNotShown) const;

    const WindowActions &m_actions;
    EditionPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
    TableOutputCommands m_output;
    QList<EditionRecord> m_editions;
    bool m_isShown = false;
    quint64 m_wanted = 0;       //!< of the edition asked for: what comes of older asking is stale
    quint64 m_layoutWanted = 0; //!< of the layout of the edition that is shown
};

} // namespace recoupe
