// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "services/databaseaccess.h"
#include "services/usualdatabase.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace recoupe {

class BaseConnection;
class DatabaseDialog;
class Dialogs;
class MessageBar;
class OfficeClient;
struct WindowActions;

//! Which base the program works in, for who works in the window: tests another, copies everything
//! there, uses it from the next start on. Writes nothing to the one that is open.
class DatabaseCommands : public QObject
{
    Q_OBJECT

public:
    //! What the window hands over.
    struct Parts
    {
        OfficeClient &client;
        BaseConnection &connection;
        Dialogs &dialogs;
        MessageBar &messages;
    };

    DatabaseCommands(QWidget *window, const WindowActions &actions, const Parts &parts);
    ~DatabaseCommands() override;

    //! What names the base that is open; the command line, unless it is said.
    void setOrigin(DatabaseOrigin origin) { m_origin = origin; }

Q_SIGNALS:
    //! The program is to be started again, for another base.
    void restartWanted();

private:
    //! What came of a base that is to be used.
    struct Use
    {
        QList<SightSentence> found;
        std::optional<SecretPlace> place; //!< where a password went that was typed
    };

    void offerAfterFailure(const Error &error);
    void open();
    void lookForSecret();
    void test();
    void use();
    void conclude(const Use &use);
    void askForRestart();
    void askForMove();
    void move(const DatabaseUrl &target);
    void stop();
    //! What a stop does to work.
    enum class Stop
    {
        Drops, //!< it cannot be told to stop at once: what it finds is no longer wanted
        Waits  //!< it stops by itself, and says what became of it
    };
    //! Runs \a make(const Progress &), which gives a Result, hands a value to \a done and shows a
    //! failure.
    template <typename Make, typename Done>
    void run(const QString &title, Stop stop, Make make, Done done);

    QWidget *m_window;
    Parts m_parts;
    //! Of its own: a server that does not answer must hold up neither decisions nor exchanges.
    //! Null until it is needed.
    std::unique_ptr<JobQueue> m_queue;
    QPointer<DatabaseDialog> m_dialog;
    DatabaseOrigin m_origin = DatabaseOrigin::CommandLine;
    bool m_isLoaded = false; //!< the base that is open answered once
    quint64 m_job = 0;
    Stop m_stop = Stop::Drops; //!< of the job
    int m_run = 0;             //!< counts them: what an earlier one finds is not shown
};

} // namespace recoupe
