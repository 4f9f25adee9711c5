// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "services/backoffice.h"

#include <QObject>
#include <QSet>

namespace recoupe {

//! Files to be taken in, and how.
struct ImportRequest
{
    QStringList files;
    std::optional<Funder> funder = {}; //!< of rows that name none
    //! Of tables that are to be read as the profile says; else each file's content tells.
    std::optional<TableKind> kind = {};
    TableProfile profile = {};
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
        using Outcome = std::invoke_result_t<Make, BackOffice &, const Progress &>;
        const auto work = [office = m_office, make](const Progress &progress) -> Outcome {
            if (const Result<> opened = office->open(); !opened)
                return failureOf(opened);
            return make(*office, progress);
        };
        m_lastJob = m_queue.run(title, work, context, [this, done](const Outcome &outcome) {
            if (outcome)
                done(*outcome);
            else
                report(outcome.error());
        });
    }

    //! Loads and checks the base again.
    void reload();
    //! Takes files in, one after the other, then reloads.
    void importFiles(const ImportRequest &request);

    using Decide = std::function<Result<DecisionOutcome>(DecisionService)>;
    //! Runs a request for decisions, then reloads.
    void decide(const QString &title, Decide decide);

    //! Asks what runs and waits to stop, closes the base where it was opened; then \a done.
    void close(QObject *context, std::function<void()> done);

    //! The day that is worked for. Constant, hence readable from any thread.
    [[nodiscard]] QDate today() const { return m_office->clock().today(); }
    [[nodiscard]] QString operatorName() const { return m_office->operatorName(); }
    //! The base, without a password.
    [[nodiscard]] QString databaseName() const;
    [[nodiscard]] bool isImporting() const { return !m_imports.isEmpty(); }

Q_SIGNALS:
    void workspaceLoaded(const WorkspacePtr &workspace);
    //! A request with the files that could be read; the others were reported.
    void imported(const ImportRequest &request, const QList<ImportSummary> &summaries);
    void decided(const DecisionOutcome &outcome);
    void failed(const Error &error);

private:
    void report(const Error &error);

    std::shared_ptr<BackOffice> m_office;
    JobQueue &m_queue;
    bool m_reloadWaits = false;
    QSet<quint64> m_imports; //!< jobs that run or wait
    quint64 m_lastJob = 0;
    quint64 m_lastFinished = 0;
};

} // namespace recoupe
