// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/maintenanceservice.h"

#include "core/counted.h"
#include "core/stagedfile.h"
#include "services/databaseaccess.h"
#include "services/outbox.h"
#include "storage/backupfolder.h"
#include "storage/deliveryrepository.h"
#include "storage/sqlitefile.h"
#include "storage/sqliterestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString eventName(const TrailBreak &found)
{
    const QString id = QString::number(found.eventId);
    if (found.kind == u"decision")
        return Tr::tr("la décision n°\u00A0%1").arg(id);
    if (found.kind == u"edition")
        return Tr::tr("l'édition de rang %1").arg(id);
    if (found.kind == u"annulment")
        return Tr::tr("l'annulation d'édition de rang %1").arg(id);
    if (found.kind == u"mailing")
        return Tr::tr("l'envoi du tableau de rang %1").arg(id);
    if (found.kind == u"delivery-event")
        return Tr::tr("l'événement d'envoi aux partenaires de rang %1").arg(id);
    return Tr::tr("l'événement de rang %1, de nature inconnue,").arg(id);
}

bool isServer(const DatabaseUrl &url)
{
    return url.backend == DatabaseUrl::Backend::PostgreSql;
}

// The programs ask for the password themselves.
QString serverOptions(const DatabaseUrl &url)
{
    const QString user =
        url.user.isEmpty() ? QString() : QStringLiteral(" -U \"%1\"").arg(url.user);
    return QStringLiteral("-h \"%1\" -p %2%3 -d \"%4\"")
        .arg(url.host, QString::number(url.port), user, url.name);
}

Result<> copyToNewFile(const DatabaseUrl &url, const QString &file)
{
    // Open meanwhile, so that other writers are waited for.
    const Result<std::unique_ptr<Database>> database = openDatabase(url, Database::Mode::MustExist);
    if (!database)
        return failureOf(database);
    StagedFile staged(file);
    return copySqlite(url.path, staged.path())
        .or_else([&](const Error &error) -> Result<> { return staged.failureOf(error); })
        .and_then([&] { return staged.put(); });
}

//! The files first: what is copied of them is of no base yet, and easily removed.
Result<QList<TableSummary>> transferWithOutbox(const Database &source, Database &target,
                                               const Progress &progress)
{
    const Outbox from(outboxFolderOf(source.url()));
    const Outbox to(outboxFolderOf(target.url()));
    const Result<QStringList> copied = from.copyTo(to);
    if (!copied)
        return failureOf(copied);
    const Result<QList<TableSummary>> tables = transferBase(source, target, progress);
    if (!tables) {
        for (const QString &key : *copied)
            to.remove(key);
        return tables;
    }
    return target
        .inTransaction([&]() -> Result<> {
            DeliveryRepository deliveries(target);
            for (const QString &key : *copied) {
                if (Result<> done = deliveries.relocate(key, from.folderOf(key), to.folderOf(key));
                    !done)
                    return done;
            }
            return {};
        })
        .map([&] { return *tables; });
}

Result<QList<TableSummary>> fillBase(const Database &source, const DatabaseUrl &to,
                                     const Progress &progress)
{
    const Result<std::unique_ptr<Database>> target = openDatabase(to);
    if (!target)
        return failureOf(target);
    Result<QList<TableSummary>> tables = transferWithOutbox(source, **target, progress);
    if (!tables)
        QDir().rmdir(outboxFolderOf(to)); // not unless it is empty
    return tables;
}

//! Puts the target back as it was found; says where that fails, too.
Failure afterPuttingBack(const MoveTarget &target, const DatabaseUrl &url, const Error &error)
{
    const Result<> done = target.putBack();
    if (done)
        return Failure(error);
    const QString why = done.error().message == error.message ? QString() : done.error().message;
    return fail(error.code,
                Tr::tr("%1 La base de destination « %2 » n'a pas été remise comme elle était (des "
                       "tables vides peuvent y rester, sans gêner un nouvel essai). %3")
                    .arg(error.message, url.display(), why)
                    .trimmed(),
                error.detail + u' ' + done.error().detail);
}

Result<QList<TableSummary>> copyBase(const DatabaseUrl &from, const DatabaseUrl &to,
                                     const Progress &progress)
{
    const Result<std::unique_ptr<Database>> source = openDatabase(from, Database::Mode::MustExist);
    if (!source)
        return failureOf(source);
    const Result<MoveTarget> target = lookAtMoveTarget(to);
    if (!target)
        return failureOf(target);
    if (const Result<> empty = target->expectEmpty(); !empty)
        return failureOf(empty);
    Result<QList<TableSummary>> tables = fillBase(**source, to, progress);
    if (!tables)
        return afterPuttingBack(*target, to, tables.error());
    return tables;
}

} // namespace

QString breakInWords(const TrailBreak &found)
{
    const QString event = eventName(found);
    switch (found.fault) {
    case TrailFault::LinkMissing:
        return Tr::tr("Le journal est rompu : son maillon n°\u00A0%1 a été effacé.")
            .arg(found.position);
    case TrailFault::EventMissing:
        return Tr::tr("Le journal est rompu au maillon n°\u00A0%1 : %2 a disparu de la base.")
            .arg(QString::number(found.position), event);
    case TrailFault::EventUnlinked:
        return Tr::tr("Le journal est rompu : %1 n'y a pas de maillon ; elle ou il a été ajouté "
                      "en dehors de Recoupe, ou la fin de la chaîne a été coupée.")
            .arg(event);
    case TrailFault::EventChanged:
        return Tr::tr("Le journal est rompu au maillon n°\u00A0%1 : %2 ou ce maillon n'est plus ce "
                      "qui a été enregistré, ou n'est plus à sa place.")
            .arg(QString::number(found.position), event);
    case TrailFault::TextChanged:
        return Tr::tr("Le journal est rompu au maillon n°\u00A0%1 : dans %2, un nom, un motif ou "
                      "un contenu n'est plus celui qui a été enregistré.")
            .arg(QString::number(found.position), event);
    case TrailFault::HeadUnknown: break;
    }
    if (found.notedPosition > 0) {
        return Tr::tr("La tête notée pour le maillon n° %1 n'est plus dans le journal, qui compte "
                      "%2 : depuis qu'elle a été notée, sa fin a été coupée, il a été réécrit, ou "
                      "une sauvegarde plus ancienne a été restaurée.")
            .arg(QString::number(found.notedPosition),
                 counted(found.position, Tr::tr("%1 événement"), Tr::tr("%1 événements")));
    }
    return Tr::tr("L'empreinte donnée n'est plus dans le journal, qui compte %1 : "
                  "depuis qu'elle a été notée, sa fin a été coupée ou il a été réécrit.")
        .arg(counted(found.position, Tr::tr("%1 événement"), Tr::tr("%1 événements")));
}

MaintenanceService::MaintenanceService(QString databaseUrl)
    : m_databaseUrl(std::move(databaseUrl))
{
}

Result<BaseReport> MaintenanceService::verify(const QList<TrailHead> &noted) const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    const Result<std::unique_ptr<Database>> opened = openDatabase(*url, Database::Mode::MustExist);
    if (!opened)
        return failureOf(opened);
    const Database &database = **opened;
    BaseReport report;
    const Result<> checked = database.inSnapshot([&]() -> Result<> {
        const Result<QStringList> faults = database.faults();
        if (!faults)
            return failureOf(faults);
        const Result<TrailReport> trail = TrailRepository(database).verify(noted);
        if (!trail)
            return failureOf(trail);
        report = {*faults, *trail};
        return {};
    });
    if (!checked)
        return failureOf(checked);
    if (report.trail.firstBreak)
        report.faults << breakInWords(*report.trail.firstBreak);
    return report;
}

Result<> MaintenanceService::backUp(const QString &file) const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    const QString name = QDir::toNativeSeparators(file);
    if (isServer(*url)) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Une base PostgreSQL se sauvegarde par les outils du serveur : pg_dump "
                           "-Fc -n recoupe %1 -f \"%2\"")
                        .arg(serverOptions(*url), name));
    }
    if (QFileInfo::exists(file)) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("« %1 » existe déjà : il n'a pas été remplacé. Donnez un autre nom, ou "
                           "effacez-le d'abord.")
                        .arg(name));
    }
    return copyToNewFile(*url, file);
}

Result<QList<KeptCopy>> MaintenanceService::keptCopies() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    return isServer(*url) ? QList<KeptCopy>()
                          : BackupFolder(QDir::fromNativeSeparators(url->path)).copies();
}

Result<QString> MaintenanceService::restore(const QString &file) const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    if (isServer(*url)) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Une base PostgreSQL se restaure par les outils du serveur : pg_restore "
                           "--clean --if-exists %1 \"%2\"")
                        .arg(serverOptions(*url), QDir::toNativeSeparators(file)));
    }
    return refuseNetworkDrive(*url).and_then(
        [&] { return restoreSqlite(QDir::fromNativeSeparators(url->path), file); });
}

Result<QList<TableSummary>> MaintenanceService::moveTo(const DatabaseUrl &target,
                                                       const Progress &progress) const
{
    return DatabaseUrl::parse(m_databaseUrl).and_then([&](const DatabaseUrl &source) {
        return copyBase(source, target, progress);
    });
}

Result<QList<TableSummary>> moveBase(const QString &fromUrl, const QString &toUrl,
                                     const Progress &progress)
{
    const Result<DatabaseUrl> to = DatabaseUrl::parse(toUrl);
    return to ? MaintenanceService(fromUrl).moveTo(*to, progress) : failureOf(to);
}

Result<> keepDailyBackup(const Database &database, QDate day)
{
    const DatabaseUrl &url = database.url();
    return isServer(url) ? Result<>()
                         : BackupFolder(QDir::fromNativeSeparators(url.path)).keepDaily(day);
}

} // namespace recoupe
