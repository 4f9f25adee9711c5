// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"

#include <QObject>
#include <QSet>
#include <QTime>

class QTimer;

namespace recoupe {

class MessageBar;
class OfficeClient;
struct LoadedWorkspace;
struct WindowActions;

//! Keeps the window in touch with its base: loads again what others changed and says who did, says
//! when the base is away, holds back what needs it until it has come back by itself, and shows
//! which decisions wait for it.
class BaseConnection : public QObject
{
    Q_OBJECT

public:
    //! \a exchanges: the same base over another connection. \a banner: of this alone.
    BaseConnection(OfficeClient &client, OfficeClient &exchanges, const WindowActions &actions,
                   MessageBar &banner, QObject *parent = nullptr);
    ~BaseConnection() override;

    [[nodiscard]] bool isAway() const { return m_awaySince.isValid(); }
    //! Looks at once whether a base that is away is back.
    void retryNow();
    //! Lets go of the base, which is about to be closed.
    void stop();
    //! Takes it up again after stop(), perhaps as another one.
    void restart();

Q_SIGNALS:
    //! The base went away, or came back; \a whyNot: nothing can be recorded, empty once it can.
    void awayChanged(const QString &whyNot);
    //! In passing: who changed what, or that the base is back.
    void told(const QString &sentence);

private:
    void start();
    void takeChange();
    void takeWorkspace();
    void findNews();
    void takeFound();
    void takeLost();
    void takeHindrance(const Error &error);
    void reloadIfChanged();
    void setAway(bool isAway);
    void showBanner();
    [[nodiscard]] QString awaySentence() const;
    [[nodiscard]] QString waitingSentence() const;
    [[nodiscard]] QString retrySentence() const;

    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    const WindowActions &m_actions;
    MessageBar &m_banner;
    std::unique_ptr<BaseWatch> m_watch;
    QTimer *m_changeRest; //!< changes that follow each other closely are one
    QTimer *m_resumeRest;
    QTimer *m_countdown;
    int m_secondsLeft = 0;
    QTime m_awaySince; //!< local; invalid while the base answers
    bool m_isLoaded = false;
    QString m_startProblem;    //!< why nothing is loaded yet
    quint64 m_exchangeJob = 0; //!< the last one that was over when the base was loaded
    bool m_isStopped = false;
    std::optional<qint64> m_lastDecision; //!< the newest event that was told of, or was there
    QSet<QString> m_ownBatches;
};

} // namespace recoupe
