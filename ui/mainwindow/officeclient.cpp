// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/officeclient.h"

#include "ui/uitr.h"

#include <QFileInfo>

namespace recoupe {

namespace {

//! What came of several files; those that cannot be read do not keep the others out.
struct ImportedFiles
{
    QStringList files;
    QList<ImportSummary> summaries;
    QList<Error> failures;
};

Result<ImportSummary> importOne(BackOffice &office, const QString &file,
                                const ImportRequest &request, const Progress &progress)
{
    if (!request.kind)
        return office.imports().importAny(file, request.funder, progress);
    TableProfile profile = request.profile;
    if (request.funder)
        profile.funder = request.funder;
    return office.imports().importTable(file, *request.kind, profile, progress);
}

ImportedFiles importAll(BackOffice &office, const ImportRequest &request, const Progress &progress)
{
    ImportedFiles all;
    for (const QString &file : request.files) {
        Result<ImportSummary> summary = importOne(office, file, request, progress);
        if (summary) {
            all.files << file;
            all.summaries << *std::move(summary);
            continue;
        }
        all.failures << summary.error();
        if (summary.error().code == ErrorCode::Cancelled)
            break;
    }
    return all;
}

} // namespace

OfficeClient::OfficeClient(std::shared_ptr<BackOffice> office, JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_office(std::move(office))
    , m_queue(queue)
{
    connect(&queue, &JobQueue::finished, this, [this](quint64 job) {
        m_lastFinished = job;
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
    const auto load = [this, office = m_office](const Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this] { m_reloadWaits = false; }, Qt::QueuedConnection);
        return office->workspace(progress);
    };
    m_lastJob = m_queue.run(UiTr::tr("Contrôle des sessions"), load, this,
                            [this](const Result<WorkspacePtr> &workspace) {
                                if (workspace)
                                    Q_EMIT workspaceLoaded(*workspace);
                                else
                                    report(workspace.error());
                            });
}

void OfficeClient::importFiles(const ImportRequest &request)
{
    const QStringList &files = request.files;
    const QString title =
        files.size() == 1 ? UiTr::tr("Import de « %1 »").arg(QFileInfo(files.first()).fileName())
                          : UiTr::tr("Import de %1 fichiers").arg(files.size());
    const auto work = [request](BackOffice &office,
                                const Progress &progress) -> Result<ImportedFiles> {
        return importAll(office, request, progress);
    };
    run(title, work, this, [this, request](const ImportedFiles &all) {
        if (!all.summaries.isEmpty()) {
            ImportRequest read = request;
            read.files = all.files;
            Q_EMIT imported(read, all.summaries);
            reload();
        }
        for (const Error &error : all.failures)
            report(error);
    });
    m_imports.insert(m_lastJob);
}

void OfficeClient::decide(const QString &title, Decide decide)
{
    const auto work = [decide = std::move(decide)](BackOffice &office, const Progress &) {
        return decide(office.decisions());
    };
    run(title, work, this, [this](const DecisionOutcome &outcome) {
        Q_EMIT decided(outcome);
        if (!outcome.applied.isEmpty())
            reload();
    });
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
