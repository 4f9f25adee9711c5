// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backoffice.h"

#include "platform/environment.h"
#include "services/currentworkspace.h"
#include "services/databaseaccess.h"
#include "services/editionfile.h"
#include "services/maintenanceservice.h"
#include "services/outbox.h"
#include "services/trailheads.h"
#include "storage/backupfolder.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/deliveryrepository.h"
#include "storage/importrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

BackOffice::BackOffice(QString databaseUrl, QString operatorName, Clock clock, Base base)
    : m_databaseUrl(std::move(databaseUrl))
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
    , m_base(base)
    , m_writer(Database::newWriter())
    , m_current(std::make_unique<CurrentWorkspace>())
{
}

BackOffice::~BackOffice() = default;

QString BackOffice::operatorName() const
{
    const QMutexLocker locker(&m_naming);
    return m_operatorName;
}

QString BackOffice::whyNotWrite() const
{
    return Tr::tr(
               "Le compte « %1 » ne peut que lire la base « %2 ». Demandez à son propriétaire le "
               "rôle d'opérateur pour y travailler.")
        .arg(operatorName(), databaseName());
}

QString BackOffice::whyNotErase() const
{
    Q_ASSERT(m_database);
    const Result<> allowed = expectOwner(*m_database);
    return allowed ? QString() : allowed.error().message;
}

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
    // Made before the base was opened, and opened after that went away, it must not begin it anew.
    auto office =
        std::make_shared<BackOffice>(m_databaseUrl, operatorName(), m_clock, Base::MustExist);
    office->m_writer = m_writer;
    return office;
}

Result<SecretPlace> BackOffice::keepPassword(const QString &password) const
{
    return DatabaseUrl::parse(m_databaseUrl).and_then([&](const DatabaseUrl &url) {
        return keepDatabaseSecret(url, password);
    });
}

Result<> BackOffice::open()
{
    if (m_database)
        return {};
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    Result<std::unique_ptr<Database>> database = openDatabase(
        *url,
        m_base == Base::MayBeNew ? Database::Mode::CreateIfMissing : Database::Mode::MustExist,
        m_writer);
    if (!database)
        return failureOf(database);
    m_database = *std::move(database);
    // On a server the account signs: it would refuse another name, save from its owner, whose
    // account several operators may share.
    if (m_database->role() != AccountRole::Owner) {
        const QMutexLocker locker(&m_naming);
        m_operatorName = m_database->account();
    }
    m_role = m_database->role();
    finishEditionFiles(*m_database, outboxFolder());
    m_base = Base::MustExist; // one that went away must not be begun anew, empty
    if (!isHeadNotedOn(*m_database, headsFile(), QDate::currentDate()))
        noteHead();
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

void BackOffice::noteHead()
{
    Q_ASSERT(m_database);
    const Result<> noted = noteTrailHead(*m_database, headsFile(), QDate::currentDate());
    m_headFailure = noted ? std::nullopt : std::optional(noted.error());
}

void BackOffice::close()
{
    m_current->forget();
    m_database.reset();
    m_revision.reset();
}

std::unique_ptr<BaseWatch> BackOffice::watch() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    return url ? std::make_unique<BaseWatch>(*url, m_writer, databaseSecret) : nullptr;
}

Result<WorkspacePtr> BackOffice::workspace(const Progress &progress)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    // Before: what is committed while it is read, seen or not, is then a change.
    const Result<qint64> revision = m_database->revision();
    if (!revision)
        return failureOf(revision);
    const Result<BaseRevision> content = RevisionRepository(*m_database).revision();
    if (!content)
        return failureOf(content);
    m_revision = *revision;
    m_content = *content;
    return m_current->load(*m_database, m_clock.today(), progress);
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
    return RevisionRepository(*m_database).revision().map([&](const BaseRevision &content) {
        return content != m_content;
    });
}

ImportService BackOffice::imports()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

DecisionService BackOffice::decisions(DecisionRequest request)
{
    Q_ASSERT(m_database);
    return {*m_database, *m_current, std::move(request), m_operatorName, m_clock};
}

Result<DecisionOutcome> BackOffice::decide(const DecisionRequest &request, const Decide &decide)
{
    Result<DecisionOutcome> outcome = decide(decisions(request));
    if (!outcome && outcome.error().code == ErrorCode::DatabaseUnreachable && !request.id.isEmpty())
        outcome = decide(decisions(request));
    return outcome;
}

Result<DecisionOutcome> BackOffice::tryDecision(const Decide &decide, const WorkspacePtr &seen)
{
    // Before the trial: within one, what is found changed is not kept.
    if (Result<> caughtUp = m_current->catchUp(*m_database, m_clock.today()); !caughtUp)
        return failureOf(caughtUp);
    Result<DecisionOutcome> outcome;
    const Result<> tried = m_database->inTrial([&]() -> Result<> {
        outcome = decide(decisions({{}, seen}));
        return outcome ? Result<>() : failureOf(outcome);
    });
    return tried ? outcome : failureOf(tried);
}

EditionService BackOffice::editions()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, outboxFolder()};
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

PersonService BackOffice::persons()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, exports(), outboxFolder()};
}

RetentionService BackOffice::retention()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

AccountService BackOffice::accounts()
{
    Q_ASSERT(m_database);
    return AccountService(*m_database);
}

Result<QList<Partner>> BackOffice::sentSince(const QString &batch)
{
    Q_ASSERT(m_database);
    return DeliveryRepository(*m_database).sentSince(batch);
}

Synchronisation BackOffice::synchronisation()
{
    return {exports(), feeds(), retention(), m_clock.today()};
}

MaintenanceService BackOffice::maintenance() const
{
    return MaintenanceService(m_databaseUrl);
}

QString BackOffice::outboxFolder() const
{
    return outboxFolderOf(m_database->url());
}

//! Beside the backups; for a server, which the program does not back up, among the user's data.
QString BackOffice::headsFile() const
{
    const DatabaseUrl &url = m_database->url();
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        return QDir(BackupFolder(QFileInfo(url.path).canonicalFilePath()).path())
            .filePath(url.fileName() + BackupFolder::headsEnding);
    return QDir(dataFolder()).filePath(url.fileName() + BackupFolder::headsEnding);
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

Result<QMap<QString, QString>> BackOffice::settings()
{
    Q_ASSERT(m_database);
    return SettingRepository(*m_database).settings();
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
