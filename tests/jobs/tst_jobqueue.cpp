// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace recoupe;

class JobQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrderOnOneOtherThread();
    void handsTheResultOver();
    void cancelReachesTheRunningJob();
    void cancelReachesAWaitingJob();
    void goneContextIsNotCalled();
    void destructionStopsTheRunningJob();
    void progressComesThrough();
};

void JobQueueTest::runsInOrderOnOneOtherThread()
{
    JobQueue queue;
    QList<int> order;
    QList<QThread *> threads;
    for (int i = 0; i < 20; ++i) {
        queue.run(
            QStringLiteral("job"), [](const Progress &) { return QThread::currentThread(); }, this,
            [&, i](QThread *thread) {
                order.append(i);
                threads.append(thread);
                QCOMPARE(QThread::currentThread(), this->thread());
            });
    }
    QTRY_COMPARE(order.size(), 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(threads.first() != thread());
    QCOMPARE(QSet<QThread *>(threads.begin(), threads.end()).size(), 1);
    QVERIFY(queue.isIdle());
}

void JobQueueTest::handsTheResultOver()
{
    JobQueue queue;
    QString result;
    queue.run(
        QStringLiteral("job"), [](const Progress &) { return QStringLiteral("fait"); }, this,
        [&](const QString &value) { result = value; });
    QTRY_COMPARE(result, QStringLiteral("fait"));
}

void JobQueueTest::cancelReachesTheRunningJob()
{
    JobQueue queue;
    QSignalSpy started(&queue, &JobQueue::started);
    bool stopped = false;
    const quint64 job = queue.run(
        QStringLiteral("endless"),
        [](const Progress &progress) {
            while (progress(0, 0))
                QThread::msleep(1);
            return true;
        },
        this, [&](bool value) { stopped = value; });
    QTRY_COMPARE(started.size(), 1);
    queue.cancel(job);
    QTRY_VERIFY(stopped);
}

void JobQueueTest::cancelReachesAWaitingJob()
{
    JobQueue queue;
    std::atomic_bool release = false;
    queue.start(
        QStringLiteral("first"),
        [&](const Progress &) {
            while (!release)
                QThread::msleep(1);
        },
        this, [] {});
    std::optional<bool> mayGoOn;
    const quint64 waiting = queue.run(
        QStringLiteral("second"), [](const Progress &progress) { return progress(0, 1); }, this,
        [&](bool value) { mayGoOn = value; });
    queue.cancel(waiting);
    release = true;
    QTRY_VERIFY(mayGoOn.has_value());
    QCOMPARE(*mayGoOn, false);
}

void JobQueueTest::goneContextIsNotCalled()
{
    JobQueue queue;
    QSignalSpy finished(&queue, &JobQueue::finished);
    bool called = false;
    auto context = std::make_unique<QObject>();
    queue.start(
        QStringLiteral("job"), [](const Progress &) { QThread::msleep(20); }, context.get(),
        [&] { called = true; });
    context.reset();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!called);
}

void JobQueueTest::destructionStopsTheRunningJob()
{
    std::atomic_bool ended = false;
    {
        JobQueue queue;
        QSignalSpy started(&queue, &JobQueue::started);
        queue.start(
            QStringLiteral("endless"),
            [&](const Progress &progress) {
                while (progress(0, 0))
                    QThread::msleep(1);
                ended = true;
            },
            this, [] {});
        QTRY_COMPARE(started.size(), 1);
    }
    QVERIFY(ended);
}

void JobQueueTest::progressComesThrough()
{
    JobQueue queue;
    QSignalSpy progressed(&queue, &JobQueue::progressed);
    queue.start(
        QStringLiteral("job"), [](const Progress &progress) { QVERIFY(progress(3, 10)); }, this,
        [] {});
    QTRY_COMPARE(progressed.size(), 1);
    QCOMPARE(progressed.first().at(1).toLongLong(), 3);
    QCOMPARE(progressed.first().at(2).toLongLong(), 10);
}

QTEST_GUILESS_MAIN(JobQueueTest)
#include "tst_jobqueue.moc"
