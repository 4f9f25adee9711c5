// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/officeclient.h"

#include "models/selectionscope.h"
#include "ui/uitr.h"

#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

//! "Import de « portail.xml »", "Import de 3 fichiers".
QString ofFiles(const QString &one, const QString &several, const QList<ImportPlan> &plans)
{
    return plans.size() == 1 ? one.arg(QFileInfo(plans.first().file).fileName())
                             : several.arg(plans.size());
}

Result<LoadedWorkspace> load(BackOffice &office, const Progress &progress)
{
    const Result<WorkspacePtr> workspace = office.workspace(progress);
    if (!workspace)
        return failureOf(workspace);
    const Result<QList<EditionRecord>> editions = office.editions().editions();
    if (!editions)
        return failureOf(editions);
    const Result<QList<PartnerStatus>> partners = office.exports().partners();
    if (!partners)
        return failureOf(partners);
    const HomeCard exports = exportsCard(*partners, Clock::now());
    return LoadedWorkspace{*workspace, homeCards(**workspace, *editions, exports),
                           conformingInactive(**workspace), *partners};
}

} // namespace

OfficeClient::OfficeClient(std::shared_ptr<BackOffice> office, JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_office(std::move(office))
    , m_queue(queue)
{
    connect(&queue, &JobQueue::progressed, this, &OfficeClient::progressed);
    connect(&queue, &JobQueue::finished, this, [this](quint64 job) {
        m_lastFinished = job;
        if (job == m_lastReload) // one that found the base closed never started
            m_reloadWaits = false;
        m_imports.remove(job);
    });
}

QString OfficeClient::databaseName() const
{
    return m_office->databaseName();
}

//! Several requests in a row are answered by one load: the last one sees them all.
void OfficeClient::reload()
{
    if (m_reloadWaits)
        return;
    m_reloadWaits = true;
    const auto work = [this](BackOffice &office, const Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this] { m_reloadWaits = false; }, Qt::QueuedConnection);
        return load(office, progress);
    };
    run(UiTr::tr("Contrôle des sessions"), work, this, [this](const LoadedWorkspace &loaded) {
        m_workspace = loaded.workspace;
        Q_EMIT workspaceLoaded(loaded);
    });
    m_lastReload = m_lastJob;
}

void OfficeClient::importFiles(const QList<ImportPlan> &plans)
{
    const auto work = [plans](BackOffice &office,
                              const Progress &progress) -> Result<QList<ImportOutcome>> {
        return office.imports().importAll(plans, progress);
    };
    run(ofFiles(UiTr::tr("Import de « %1 »"), UiTr::tr("Import de %1 fichiers"), plans), work, this,
        [this](const QList<ImportOutcome> &outcomes) { tellImported(outcomes); });
    m_imports.insert(m_lastJob);
}

void OfficeClient::tellImported(const QList<ImportOutcome> &outcomes)
{
    Q_EMIT imported(outcomes);
    if (std::ranges::any_of(
            outcomes, [](const ImportOutcome &outcome) { return outcome.summary.has_value(); }))
        reload();
}

void OfficeClient::takeIn(const FetchedFeed &feed)
{
    attempt(
        UiTr::tr("Import du flux du portail"),
        [feed](BackOffice &office, const Progress &progress) {
            return office.feeds().takeIn(feed, progress);
        },
        this,
        [this, feed](Result<ImportSummary> summary) {
            if (summary) // its file has a name that nobody gave it
                summary->record.fileName = UiTr::tr("Flux du portail");
            tellImported({ImportOutcome{{.file = feed.file}, summary}});
        });
    m_imports.insert(m_lastJob);
}

quint64 OfficeClient::tryFiles(const QList<ImportPlan> &plans, QObject *context,
                               std::function<void(const Result<ImportTrial> &)> done)
{
    const auto work = [plans, before = m_workspace](BackOffice &office, const Progress &progress) {
        return office.imports().tryAll(plans, before, progress);
    };
    return attempt(
        ofFiles(UiTr::tr("Lecture de « %1 »"), UiTr::tr("Lecture de %1 fichiers"), plans), work,
        context, std::move(done));
}

void OfficeClient::decide(const QString &title, Decide decide)
{
    carryOut({title, DecisionRequest::on(m_workspace), std::move(decide)});
}

void OfficeClient::carryOut(const PendingDecision &decision)
{
    const auto work = [decision](BackOffice &office, const Progress &) {
        return office.decide(decision.request, decision.decide);
    };
    attempt(decision.title, work, this, [this, decision](const Result<DecisionOutcome> &outcome) {
        if (!outcome) {
            const bool isLost = outcome.error().code == ErrorCode::DatabaseUnreachable;
            if (isLost)
                m_lost.append(decision);
            report(outcome.error());
            if (isLost)
                Q_EMIT decisionLost();
            return;
        }
        Q_EMIT decided(*outcome);
        if (!outcome->applied.isEmpty() || !outcome->meanwhile.isEmpty())
            reload();
    });
}

void OfficeClient::repeatLostDecisions()
{
    const QList<PendingDecision> lost = std::exchange(m_lost, {});
    for (const PendingDecision &decision : lost)
        carryOut(decision);
}

void OfficeClient::preview(const QString &title, Decide decide, QObject *context,
                           std::function<void(const DecisionOutcome &)> shown)
{
    const auto work = [decide = std::move(decide), seen = m_workspace](BackOffice &office,
                                                                       const Progress &) {
        return office.tryDecision(decide, seen);
    };
    run(title, work, context, std::move(shown));
}

void OfficeClient::close(QObject *context, std::function<void()> done)
{
    for (quint64 job = m_lastFinished + 1; job <= m_lastJob; ++job)
        m_queue.cancel(job);
    m_queue.start(
        UiTr::tr("Fermeture de la base"),
        [office = m_office](const Progress &) { office->close(); }, context, std::move(done));
}

void OfficeClient::report(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

} // namespace recoupe
