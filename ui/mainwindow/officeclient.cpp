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

//! Whether the same request may succeed a moment later.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::DatabaseUnreachable || error.code == ErrorCode::DatabaseBusy;
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
    , m_contact(std::make_shared<Contact>())
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

//! Not even opened while it is away: a file that is gone would be begun anew.
Result<> OfficeClient::reach(BackOffice &office, Contact &contact)
{
    if (contact.isAway)
        return fail(ErrorCode::DatabaseUnreachable, UiTr::tr("La base ne répond pas."));
    if (contact.mustReopen.exchange(false))
        office.close();
    return office.open();
}

//! Several requests in a row are answered by one load: the last one sees them all.
void OfficeClient::reload()
{
    if (m_reloadWaits)
        return;
    m_reloadWaits = true;
    m_reloadOwed = false;
    const auto work = [this](BackOffice &office, const Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this] { m_reloadWaits = false; }, Qt::QueuedConnection);
        return load(office, progress);
    };
    const auto take = [this](const Result<LoadedWorkspace> &loaded) {
        if (!loaded) {
            m_reloadOwed = isPassing(loaded.error());
            if (!m_reloadOwed)
                report(loaded.error());
            else if (!isAway())
                Q_EMIT hindered(loaded.error());
            return;
        }
        m_workspace = loaded->workspace;
        Q_EMIT workspaceLoaded(*loaded);
    };
    m_lastReload = attempt(UiTr::tr("Contrôle des sessions"), work, this, take);
}

void OfficeClient::reloadIfChanged(bool mayBeOwn)
{
    run(
        UiTr::tr("Contrôle des sessions"),
        [mayBeOwn](BackOffice &office, const Progress &) { return office.hasChanged(mayBeOwn); },
        this,
        [this](bool hasChanged) {
            if (hasChanged)
                reload();
        });
}

void OfficeClient::setAway(bool isAway)
{
    m_contact->mustReopen = true;
    m_contact->isAway = isAway;
    Q_EMIT waitingDecisionsChanged();
}

void OfficeClient::resume()
{
    if (m_reloadOwed)
        reload();
    decideNext();
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
    m_requests << Request{++m_lastRequest, title, DecisionRequest::on(m_workspace),
                          std::move(decide)};
    if (m_requests.size() > 1 || isAway())
        Q_EMIT waitingDecisionsChanged();
    if (m_requests.size() == 1)
        decideNext();
}

void OfficeClient::decideNext()
{
    if (m_isDeciding || m_requests.isEmpty())
        return;
    m_isDeciding = true;
    const auto work = [on = m_requests.first().on,
                       decide = m_requests.first().decide](BackOffice &office, const Progress &) {
        return office.decide(on, decide);
    };
    attempt(m_requests.first().title, work, this,
            [this, number = m_requests.first().number](const Result<DecisionOutcome> &outcome) {
                takeOutcome(number, outcome);
            });
}

//! What the base did not answer is asked again, in the order in which it was wanted.
void OfficeClient::takeOutcome(quint64 request, const Result<DecisionOutcome> &outcome)
{
    m_isDeciding = false;
    const bool isWanted = !m_requests.isEmpty() && m_requests.first().number == request;
    if (isWanted && !outcome && isPassing(outcome.error())) {
        Q_EMIT waitingDecisionsChanged();
        Q_EMIT hindered(outcome.error());
        return;
    }
    if (isWanted)
        m_requests.removeFirst();
    Q_EMIT waitingDecisionsChanged();
    decideNext();
    if (!outcome)
        return report(outcome.error());
    Q_EMIT decided(*outcome);
    if (!outcome->applied.isEmpty() || !outcome->meanwhile.isEmpty())
        reload();
}

QStringList OfficeClient::waitingDecisions() const
{
    QStringList titles;
    if (m_isDeciding && !isAway())
        return titles;
    for (const Request &request : m_requests)
        titles << request.title;
    return titles;
}

void OfficeClient::dropWaitingDecisions()
{
    m_requests.clear();
    Q_EMIT waitingDecisionsChanged();
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

//! That the base is away is said in one place, and not of each thing that was wanted.
void OfficeClient::report(const Error &error)
{
    if (error.code == ErrorCode::Cancelled || (isAway() && isPassing(error)))
        return;
    if (isPassing(error))
        Q_EMIT hindered(error);
    Q_EMIT failed(error);
}

} // namespace recoupe
