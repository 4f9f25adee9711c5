// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace recoupe {

//! Runs work one piece after the other on one thread of its own, so that the window never waits and
//! whatever belongs to a thread (a database connection) can live there. Signals and continuations
//! come on the thread that owns the queue.
class JobQueue : public QObject
{
    Q_OBJECT

public:
    //! What a running job may do: say how far it is (at most some ten times a second comes through)
    //! and learn that it should stop, which is what a false answer means.
    using Work = std::function<void(const Progress &progress)>;

    explicit JobQueue(QObject *parent = nullptr);
    //! Asks the running job to stop, drops those that wait, and waits for the thread.
    ~JobQueue() override;

    //! Queues \a work under a title for the status area and gives its number. \a done runs
    //! afterwards on the queue's own thread, unless \a context is gone by then.
    quint64 start(const QString &title, Work work, QObject *context, std::function<void()> done);

    //! The same for work that makes a value: `run(title, [](progress) { return f(); }, this,
    //! [this](auto result) { … })`.
    template <typename Make, typename Done>
    quint64 run(const QString &title, Make make, QObject *context, Done done)
    {
        using Value = std::invoke_result_t<Make, const Progress &>;
        auto value = std::make_shared<std::unique_ptr<Value>>();
        return start(
            title,
            [value, make = std::move(make)](const Progress &progress) {
                *value = std::make_unique<Value>(make(progress));
            },
            context, [value, done = std::move(done)] { done(std::move(**value)); });
    }

    //! Asks one job to stop; one that waits is dropped when its turn comes (its work sees a
    //! progress that answers false at once).
    void cancel(quint64 job);
    [[nodiscard]] bool isIdle() const { return m_pending == 0; }

Q_SIGNALS:
    void started(quint64 job, const QString &title);
    void progressed(quint64 job, qint64 done, qint64 total);
    void finished(quint64 job);

private:
    struct Job;

    QThread m_thread;
    std::unique_ptr<QObject> m_worker; //!< lives on m_thread
    std::atomic_bool m_stopping = false;
    QList<std::weak_ptr<Job>> m_jobs;
    quint64 m_lastNumber = 0;
    int m_pending = 0;
};

} // namespace recoupe
