// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backoffice.h"

#include "platform/environment.h"
#include "services/maintenanceservice.h"
#include "storage/contentmarks.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/deliveryrepository.h"
#include "storage/importrepository.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace recoupe {

BackOffice::BackOffice(QString databaseUrl, QString operatorName, Clock clock, Base base)
    : m_databaseUrl(std::move(databaseUrl))
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
    , m_base(base)
    , m_writer(Database::newWriter())
{
}

BackOffice::~BackOffice() = default;

QString BackOffice::databaseName() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    return url ? url->display() : QString();
}

bool BackOffice::isOnServer() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    return url && url->backend == DatabaseUrl::Backend::PostgreSql;
}

std::shared_ptr<BackOffice> BackOffice::another() const
{
    auto office = std::make_shared<BackOffice>(m_databaseUrl, m_operatorName, m_clock, m_base);
    office->m_writer = m_writer;
    return office;
}

Result<> BackOffice::open()
{
    if (m_database)
        return {};
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    Result<std::unique_ptr<Database>> database = Database::open(
        *url,
        m_base == Base::MayBeNew ? Database::Mode::CreateIfMissing : Database::Mode::MustExist,
        m_writer);
    if (!database)
        return failureOf(database);
    m_database = *std::move(database);
    m_base = Base::MustExist; // one that went away must not be begun anew, empty
    // A copy of nothing would stand for the day.
    const Result<QList<ImportRecord>> imports = ImportRepository(*m_database).imports();
    if (!imports)
        return failureOf(imports);
    if (imports->isEmpty())
        return {};
    // The true day, whatever day is worked for. Work goes on without a copy, but not unsaid.
    if (const Result<> kept = keepDailyBackup(*m_database, QDate::currentDate()); !kept)
        m_backupFailure = kept.error();
    return {};
}

void BackOffice::close()
{
    m_database.reset();
    m_revision.reset();
}

std::unique_ptr<BaseWatch> BackOffice::watch() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    return url ? std::make_unique<BaseWatch>(*url, m_writer) : nullptr;
}

Result<WorkspacePtr> BackOffice::workspace(const Progress &progress)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    // Before: what is committed while it is read, seen or not, is then a change.
    const Result<qint64> revision = m_database->revision();
    if (!revision)
        return failureOf(revision);
    const Result<QList<qint64>> marks = contentMarks(*m_database);
    if (!marks)
        return failureOf(marks);
    m_revision = *revision;
    m_marks = *marks;
    return loadWorkspace(*m_database, m_clock.today(), progress);
}

Result<bool> BackOffice::hasChanged(bool mayBeOwn)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    const Result<qint64> revision = m_database->revision();
    if (!revision)
        return failureOf(revision);
    if (m_revision == *revision)
        return false;
    if (!mayBeOwn || isOnServer())
        return true;
    return contentMarks(*m_database).map([&](const QList<qint64> &marks) {
        return marks != m_marks;
    });
}

ImportService BackOffice::imports()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

DecisionService BackOffice::decisions()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, m_clock};
}

Result<DecisionOutcome> BackOffice::tryDecision(const Decide &decide)
{
    Result<DecisionOutcome> outcome;
    const Result<> tried = m_database->inTrial([&]() -> Result<> {
        outcome = decide(decisions());
        return outcome ? Result<>() : failureOf(outcome);
    });
    return tried ? outcome : failureOf(tried);
}

EditionService BackOffice::editions()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

NoteService BackOffice::notes()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

HoldService BackOffice::holds()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

ProfileService BackOffice::profiles()
{
    Q_ASSERT(m_database);
    return ProfileService(*m_database);
}

LetterService BackOffice::letters()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, m_clock};
}

DistributionService BackOffice::distribution()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

ExportService BackOffice::exports()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, m_clock, outboxFolder()};
}

FeedService BackOffice::feeds()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, outboxFolder()};
}

Result<QList<Partner>> BackOffice::sentSince(const QString &batch)
{
    Q_ASSERT(m_database);
    return DeliveryRepository(*m_database).sentSince(batch);
}

Synchronisation BackOffice::synchronisation()
{
    return {exports(), feeds(), m_clock.today()};
}

MaintenanceService BackOffice::maintenance() const
{
    return MaintenanceService(m_databaseUrl);
}

//! Beside a file; the base of a server has its own among the user's data.
QString BackOffice::outboxFolder() const
{
    const DatabaseUrl &url = m_database->url();
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        return QFileInfo(url.path).canonicalFilePath() + QLatin1String(".envois");
    static const QRegularExpression noPartOfAName(QStringLiteral("[^A-Za-z0-9.-]"));
    const QString name =
        QStringLiteral("%1-%2-%3.envois").arg(url.host).arg(url.port).arg(url.name);
    return QDir(dataFolder()).filePath(QString(name).replace(noPartOfAName, QStringLiteral("_")));
}

Result<SessionEvents> BackOffice::events(const SessionKey &key)
{
    const Result<QList<Decision>> decisions = history(key);
    if (!decisions)
        return failureOf(decisions);
    const Result<QList<Letter>> written = letters().ofSession(key);
    if (!written)
        return failureOf(written);
    const Result<QList<SessionDelivery>> delivered = DeliveryRepository(*m_database).ofSession(key);
    if (!delivered)
        return failureOf(delivered);
    return SessionEvents{*decisions, *written, *delivered};
}

Result<QList<Decision>> BackOffice::history(std::optional<SessionKey> key)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    return DecisionRepository(*m_database).history(std::move(key));
}

Result<QList<Decision>> BackOffice::decidedSince(qint64 id)
{
    Q_ASSERT(m_database);
    return DecisionRepository(*m_database).since(id);
}

Result<qint64> BackOffice::newestDecision()
{
    Q_ASSERT(m_database);
    return DecisionRepository(*m_database).newestId();
}

} // namespace recoupe
