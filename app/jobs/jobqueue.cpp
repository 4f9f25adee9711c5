// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>

namespace recoupe {

namespace {
constexpr qint64 progressIntervalMs = 100;
}

struct JobQueue::Job
{
    quint64 number = 0;
    std::atomic_bool cancelled = false;
};

JobQueue::JobQueue(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("recoupe-jobs"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

JobQueue::~JobQueue()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

quint64 JobQueue::start(const QString &title, Work work, QObject *context,
                        std::function<void()> done)
{
    auto job = std::make_shared<Job>();
    job->number = ++m_lastNumber;
    m_jobs.removeIf([](const std::weak_ptr<Job> &known) { return known.expired(); });
    m_jobs.append(job);
    ++m_pending;

    const auto announce = [this, job, title] { Q_EMIT started(job->number, title); };
    const auto conclude = [this, job, context = QPointer<QObject>(context),
                           done = std::move(done)] {
        --m_pending;
        Q_EMIT finished(job->number);
        if (context)
            done();
    };
    const auto perform = [this, job, work = std::move(work), announce, conclude] {
        if (m_stopping)
            return;
        QMetaObject::invokeMethod(this, announce, Qt::QueuedConnection);
        QElapsedTimer sinceReport;
        work([&](qint64 reached, qint64 total) {
            if (!sinceReport.isValid() || sinceReport.elapsed() >= progressIntervalMs) {
                sinceReport.start();
                QMetaObject::invokeMethod(
                    this,
                    [this, job, reached, total] { Q_EMIT progressed(job->number, reached, total); },
                    Qt::QueuedConnection);
            }
            return !job->cancelled && !m_stopping;
        });
        QMetaObject::invokeMethod(this, conclude, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker.get(), perform, Qt::QueuedConnection);
    return job->number;
}

void JobQueue::cancel(quint64 number)
{
    for (const std::weak_ptr<Job> &known : std::as_const(m_jobs)) {
        const std::shared_ptr<Job> job = known.lock();
        if (job && job->number == number)
            job->cancelled = true;
    }
}

} // namespace recoupe
