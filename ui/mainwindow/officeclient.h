// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "models/homecards.h"
#include "services/backoffice.h"
#include "services/maintenanceservice.h"

#include <QObject>
#include <QSet>

#include <atomic>

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
        const auto work = [office = m_office, make,
                           contact = m_contact](const Progress &progress) -> Outcome {
            if (const Result<> reached = reach(*office, *contact); !reached)
                return failureOf(reached);
            return make(*office, progress);
        };
        m_lastJob = m_queue.run(title, work, context, std::move(done));
        return m_lastJob;
    }

    //! Runs \a make(const Progress &), which gives a Result and needs no base, and hands it to
    //! \a done unless \a context is gone. A failure goes to failed().
    template <typename Make, typename Done>
    void runWithoutBase(const QString &title, Make make, QObject *context, Done done)
    {
        m_lastJob = m_queue.run(title, make, context, [this, done](const auto &outcome) {
            if (outcome)
                done(*outcome);
            else
                report(outcome.error());
        });
    }

    //! Closes the base, runs \a make(BackOffice &), which gives a Result, and hands that to \a done
    //! unless \a context is gone.
    template <typename Make, typename Done>
    void runOnClosedBase(const QString &title, Make make, QObject *context, Done done)
    {
        m_lastJob = m_queue.run(
            title,
            [office = m_office, make](const Progress &) {
                office->close();
                return make(*office);
            },
            context, std::move(done));
    }

    //! Loads and checks the base again.
    void reload();
    //! Loads it again if others changed it; see BackOffice::hasChanged().
    void reloadIfChanged(bool mayBeOwn);
    //! Number of the last job that was wanted.
    [[nodiscard]] quint64 lastJob() const { return m_lastJob; }
    //! Whether nothing runs or waits.
    [[nodiscard]] bool isIdle() const { return m_queue.isIdle(); }
    //! While the base is away nothing is asked of it: what is wanted fails at once and in silence,
    //! decisions wait. Once it is back it is opened anew by the next job; resume() does what waits.
    void setAway(bool isAway);
    [[nodiscard]] bool isAway() const { return m_contact->isAway; }
    //! Does what a passing failure of the base held up.
    void resume();
    //! Shows a failure as one of a request.
    void report(const Error &error);
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
    //! Runs a request for decisions on what was last loaded, then reloads. Requests are done one
    //! after the other; one that does not reach the base waits for it, and those after it.
    void decide(const QString &title, Decide decide);
    //! Titles of the requests that wait for the base, in their order.
    [[nodiscard]] QStringList waitingDecisions() const;
    //! Gives up the requests that wait.
    void dropWaitingDecisions();
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
    [[nodiscard]] MaintenanceService maintenance() const { return m_office->maintenance(); }
    [[nodiscard]] bool isOnServer() const { return m_office->isOnServer(); }
    [[nodiscard]] std::unique_ptr<BaseWatch> watch() const { return m_office->watch(); }
    [[nodiscard]] bool isImporting() const { return !m_imports.isEmpty(); }

Q_SIGNALS:
    void workspaceLoaded(const LoadedWorkspace &loaded);
    //! What came of files, of those that could not be read as well.
    void imported(const QList<ImportOutcome> &outcomes);
    //! How far a job is.
    void progressed(quint64 job, qint64 done, qint64 total);
    void decided(const DecisionOutcome &outcome);
    //! Other requests than before wait for the base.
    void waitingDecisionsChanged();
    //! The base could not be reached, or was busy for too long.
    void hindered(const Error &error);
    void failed(const Error &error);

private:
    //! How the jobs find the base.
    struct Contact
    {
        std::atomic_bool isAway = false;
        std::atomic_bool mustReopen = false;
    };

    [[nodiscard]] static Result<> reach(BackOffice &office, Contact &contact);
    void decideNext();
    void takeOutcome(quint64 request, const Result<DecisionOutcome> &outcome);
    void tellImported(const QList<ImportOutcome> &outcomes);

    //! A request for decisions, until the base has answered it.
    struct Request
    {
        quint64 number;
        QString title;
        DecisionRequest on; //!< the same again, however often it is asked
        Decide decide;
    };

    std::shared_ptr<BackOffice> m_office;
    JobQueue &m_queue;
    std::shared_ptr<Contact> m_contact;
    QList<Request> m_requests; //!< the first one runs, unless it waits
    quint64 m_lastRequest = 0;
    bool m_isDeciding = false;
    bool m_reloadOwed = false;
    WorkspacePtr m_workspace; //!< the last load
    bool m_reloadWaits = false;
    QSet<quint64> m_imports; //!< jobs that run or wait
    quint64 m_lastJob = 0;
    quint64 m_lastReload = 0;
    quint64 m_lastFinished = 0;
};

} // namespace recoupe
