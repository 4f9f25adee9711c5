// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QObject>

class QThread;
class QTimer;

namespace recoupe {

//! Watches one base from a thread and over a connection of its own: tells within a second when
//! somebody else changed it, when it can no longer be reached, and when it can again. A lost
//! connection is made again by itself, every retryMs.
class BaseWatch : public QObject
{
    Q_OBJECT

public:
    //! Until the next attempt to reach a base that was lost.
    static constexpr int retryMs = 2000;

    //! Finds the password of an account where the address has none and the server wants one. Called
    //! on the watching thread.
    using FindPassword = std::function<Result<QString>(const DatabaseUrl &url)>;

    //! \a own: the writer whose changes are not told, see Database::open(); only a server tells who
    //! changed its base, with a file one's own changes are told as well. The base must be there, or
    //! counts as lost.
    BaseWatch(const DatabaseUrl &url, const QString &own, FindPassword findPassword,
              QObject *parent = nullptr);
    //! Does not wait for a server that holds an answer back.
    ~BaseWatch() override;

    //! Looks at once, and tells found() or lost() whatever was told before.
    void lookNow();

Q_SIGNALS:
    void changedByOthers();
    //! The base answers: for the first time, again, or still. What was changed before was not seen.
    void found();
    //! The base does not answer; told again after each attempt that fails.
    void lost(const Error &why);

private:
    class Watcher;
    struct Line;

    void hearFound(bool isNews);
    void hearLost(const Error &why);
    void countSilence();

    std::shared_ptr<Line> m_line;
    QThread *m_thread;
    Watcher *m_watcher; //!< lives on the thread
    QTimer *m_silence;
    int m_silentTicks = 0;
    bool m_isLost = false;
};

} // namespace recoupe
