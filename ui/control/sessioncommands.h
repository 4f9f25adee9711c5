// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionscope.h"
#include "services/workspace.h"
#include "ui/mainwindow/officeclient.h"

#include <QObject>

namespace recoupe {

class ControlPage;
class Dialogs;
class MessageBar;
struct WindowActions;

//! The decisions of the control page: which of them fit the selection, what is asked before, what
//! is said after.
class SessionCommands : public QObject
{
    Q_OBJECT

public:
    SessionCommands(const WindowActions &actions, ControlPage &page, OfficeClient &client,
                    Dialogs &dialogs, MessageBar &messages);

    //! \a conforming: those that wait to be activated.
    void setWorkspace(const WorkspacePtr &workspace, const QList<SessionKey> &conforming);
    //! Offers what fits the selection; nothing while another page is shown.
    void updateAvailability(bool isShown);

Q_SIGNALS:
    //! What was done, for the status bar: it needs no answer and must not move the list.
    void done(const QString &text);

private:
    //! What an operator asks of sessions.
    struct Request
    {
        QString title; //!< of the job, and of the question before
        QList<SessionKey> keys;
        OfficeClient::Decide decide;
    };

    void connectActions();
    void decide(const Request &request);
    void afterAskingHolders(const QString &title, const QList<SessionKey> &keys,
                            const std::function<void()> &go);
    [[nodiscard]] QStringList otherHoldersOf(const QList<SessionKey> &keys) const;
    void hold();
    void take(const QList<SessionKey> &keys);
    void release();
    void tellHold(const HoldOutcome &outcome, const QString &one, const QString &several);
    void preview(const Request &request);
    void ask(const Request &request, const DecisionOutcome &outcome);
    void offerNotificationActions(const QString &elsewhere);
    void validateNext();
    void activate();
    void overrideGap();
    void deactivate();
    void setAside();
    void takeUp();
    void writeNote(const SessionKey &key, const QString &text);
    void removeNote(const Note &note);
    void setRecruitment(RecruitmentState state);
    void validateConforming();
    void associate();
    void associateOther();
    void dissociate();
    void refuseAward();
    void undo();
    void redo();
    void offerTrailActions();
    void tell(const DecisionOutcome &outcome);

    const WindowActions &m_actions;
    ControlPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    SelectionScope m_scope;
    WorkspacePtr m_workspace;
    QList<SessionKey> m_conforming;
};

} // namespace recoupe
