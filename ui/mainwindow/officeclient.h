// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "models/homecards.h"
#include "services/backoffice.h"

#include <QObject>
#include <QSet>

namespace recoupe {

//! A load of the base, with what takes a walk through all of its sessions.
struct LoadedWorkspace
{
    WorkspacePtr workspace;
    QList<HomeCard> cards;
    QList<SessionKey> conforming; //!< that wait to be activated
    QList<PartnerStatus> partners;
};

//! The window's way to the use cases: each call becomes a job of the one worker thread, on which
//! alone the BackOffice is used; results come back on the window's thread.
class OfficeClient : public QObject
{
    Q_OBJECT

public:
    OfficeClient(std::shared_ptr<BackOffice> office, JobQueue &queue, QObject *parent = nullptr);

    //! Runs \a make(BackOffice &, const Progress &), which gives a Result, on the open base, and
    //! hands its value to \a done unless \a context is gone. A failure goes to failed().
    template <typename Make, typename Done>
    void run(const QString &title, Make make, QObject *context, Done done)
    {
        attempt(title, make, context, [this, done](const auto &outcome) {
            if (outcome)
                done(*outcome);
            else
                report(outcome.error());
        });
    }

    //! The same, but a failure goes to \a done as well, which takes a Result. Gives the job's
    //! number.
    template <typename Make, typename Done>
    quint64 attempt(const QString &title, Make make, QObject *context, Done done)
    {
        using Outcome = std::invoke_result_t<Make, BackOffice &, const Progress &>;
        const auto work = [office = m_office, make](const Progress &progress) -> Outcome {
            if (const Result<> opened = office->open(); !opened)
                return failureOf(opened);
            return make(*office, progress);
        };
        m_lastJob = m_queue.run(title, work, context, std::move(done));
        return m_lastJob;
    }

    //! Loads and checks the base again.
    void reload();
    //! Takes files in, one after the other, then reloads.
    void importFiles(const QList<ImportPlan> &plans);
    //! Imports what was fetched of the portal's feed, then reloads.
    void takeIn(const FetchedFeed &feed);
    //! Finds what that would do, and hands it to \a done, a failure too, unless \a context is gone.
    //! Gives the job's number.
    quint64 tryFiles(const QList<ImportPlan> &plans, QObject *context,
                     std::function<void(const Result<ImportTrial> &)> done);
    //! Asks a job to stop.
    void cancel(quint64 job) { m_queue.cancel(job); }

    using Decide = BackOffice::Decide;
    //! Runs a request for decisions on what was last loaded, then reloads.
    void decide(const QString &title, Decide decide);
    //! Decisions of which nobody knows what became: the server was lost and is not back.
    [[nodiscard]] bool hasLostDecisions() const { return !m_lost.isEmpty(); }
    //! Makes them again, in their order, once the server is back: what was done is not done twice.
    void repeatLostDecisions();
    //! Hands to \a shown what that would come to, unless \a context is gone.
    void preview(const QString &title, Decide decide, QObject *context,
                 std::function<void(const DecisionOutcome &)> shown);

    //! Asks what runs and waits to stop, closes the base where it was opened; then \a done.
    void close(QObject *context, std::function<void()> done);

    //! The day that is worked for. Constant, hence readable from any thread.
    [[nodiscard]] QDate today() const { return m_office->clock().today(); }
    [[nodiscard]] QString operatorName() const { return m_office->operatorName(); }
    //! The base, without a password.
    [[nodiscard]] QString databaseName() const;
    [[nodiscard]] bool isImporting() const { return !m_imports.isEmpty(); }

Q_SIGNALS:
    void workspaceLoaded(const LoadedWorkspace &loaded);
    //! What came of files, of those that could not be read as well.
    void imported(const QList<ImportOutcome> &outcomes);
    //! How far a job is.
    void progressed(quint64 job, qint64 done, qint64 total);
    void decided(const DecisionOutcome &outcome);
    //! The server was lost during a decision, and did not come back at once: hasLostDecisions().
    void decisionLost();
    void failed(const Error &error);

private:
    struct PendingDecision
    {
        QString title;
        DecisionRequest request;
        Decide decide;
    };

    void carryOut(const PendingDecision &decision);
    void report(const Error &error);
    void tellImported(const QList<ImportOutcome> &outcomes);

    std::shared_ptr<BackOffice> m_office;
    JobQueue &m_queue;
    WorkspacePtr m_workspace;      //!< the last load
    QList<PendingDecision> m_lost; //!< that have no answer
    bool m_reloadWaits = false;
    QSet<quint64> m_imports; //!< jobs that run or wait
    quint64 m_lastJob = 0;
    quint64 m_lastReload = 0;
    quint64 m_lastFinished = 0;
};

} // namespace recoupe
