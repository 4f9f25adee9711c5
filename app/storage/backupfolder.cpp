// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backupfolder.h"

#include "core/stagedfile.h"
#include "core/writtenfile.h"
#include "storage/sqlitefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QVariant>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qsizetype dayLength = 10; // 2026-11-28, with which each name begins

bool isSoundBase(const QString &path)
{
    SqliteFile file = SqliteFile::forReading(path);
    return file.ask(QStringLiteral("PRAGMA quick_check(1)")).toString() == u"ok" &&
           file.ask(QStringLiteral("PRAGMA user_version")).toInt() > 0;
}

} // namespace

BackupFolder::BackupFolder(const QString &basePath)
    : m_base(basePath)
    , m_folder(basePath + QLatin1String(".sauvegardes"))
{
}

Result<> BackupFolder::keepDaily(QDate day) const
{
    const QString name = day.toString(Qt::ISODate) + QLatin1String(".recoupe");
    if (m_folder.exists(name))
        return {};
    // Only once there is a newer one.
    return keep(name).map([&] { removeOld(day); });
}

Result<> BackupFolder::keepBeforeMigration(int version) const
{
    const QDateTime now = QDateTime::currentDateTime();
    return keep(QStringLiteral("%1.%2.schema-%3.recoupe")
                    .arg(now.toString(QStringLiteral("yyyy-MM-dd")),
                         now.toString(QStringLiteral("hhmmsszzz")))
                    .arg(version));
}

QStringList BackupFolder::copiesOf(const DatabaseUrl &url)
{
    if (url.backend != DatabaseUrl::Backend::Sqlite)
        return {};
    const QString base = QDir::fromNativeSeparators(url.path);
    QStringList copies;
    const BackupFolder backups(base);
    for (const QString &name : backups.m_folder.entryList(QDir::Files | QDir::Hidden)) {
        if (!name.endsWith(headsEnding))
            copies << backups.m_folder.filePath(name);
    }
    return copies + backups.setAside();
}

Result<> BackupFolder::keep(const QString &name) const
{
    const QString path = m_folder.filePath(name);
    if (!m_folder.mkpath(QStringLiteral(".")))
        return unwritable(path, {});
    StagedFile staged(path);
    return copySqlite(m_base, staged.path())
        .or_else([&](const Error &error) -> Result<> { return staged.failureOf(error); })
        .and_then([&] { return staged.put(); });
}

//! What restores took out of the base's place.
QStringList BackupFolder::setAside() const
{
    const QDir folder = QFileInfo(m_base).dir();
    const QString start = asideStart();
    QStringList files;
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (name.startsWith(start))
            files << folder.filePath(name);
    }
    return files;
}

QString BackupFolder::asideStart() const
{
    return QFileInfo(m_base).fileName() + QLatin1String(".remplacee-");
}

// What does not begin with a day was not put there by the program.
void BackupFolder::removeOld(QDate day) const
{
    for (const QString &name : m_folder.entryList({QStringLiteral("*.recoupe")}, QDir::Files)) {
        const QDate made = QDate::fromString(name.left(dayLength), Qt::ISODate);
        if (made.isValid() && made.daysTo(day) > keptDays)
            QFile::remove(m_folder.filePath(name));
    }
    for (const QString &file : setAside()) {
        const QString day8 = QFileInfo(file).fileName().mid(asideStart().size(), 8);
        const QDate made = QDate::fromString(day8, QStringLiteral("yyyyMMdd"));
        if (made.isValid() && made.daysTo(day) > keptDays)
            QFile::remove(file);
    }
}

QStringList BackupFolder::newestFirst() const
{
    return m_folder.entryList({QStringLiteral("*.recoupe")}, QDir::Files, QDir::Time);
}

QList<KeptCopy> BackupFolder::copies() const
{
    QList<KeptCopy> copies;
    for (const QString &name : newestFirst()) {
        const QString path = m_folder.filePath(name);
        SqliteFile file = SqliteFile::forReading(path);
        const QVariant sessions = file.ask(QStringLiteral("SELECT count(*) FROM sessions"));
        if (!file.error().isValid())
            copies << KeptCopy{path, QFileInfo(path).lastModified(), sessions.toLongLong()};
    }
    return copies;
}

std::optional<QString> BackupFolder::newestSound() const
{
    for (const QString &name : newestFirst()) {
        if (isSoundBase(m_folder.filePath(name)))
            return m_folder.filePath(name);
    }
    return std::nullopt;
}

Failure damagedBase(const QString &path, const QString &detail)
{
    const BackupFolder folder(path);
    const QString damaged = Tr::tr("La base « %1 » est endommagée ; elle n'a pas été modifiée.")
                                .arg(QDir::toNativeSeparators(path));
    const std::optional<QString> copy = folder.newestSound();
    if (!copy) {
        return fail(ErrorCode::DatabaseDamaged,
                    Tr::tr("%1 Aucune sauvegarde saine ne se trouve dans « %2 » : mettez ce "
                           "fichier de côté et demandez une sauvegarde à votre service "
                           "informatique.")
                        .arg(damaged, QDir::toNativeSeparators(folder.path())),
                    detail);
    }
    const QString nativeCopy = QDir::toNativeSeparators(*copy);
    return fail(ErrorCode::DatabaseDamaged,
                Tr::tr("%1 La dernière sauvegarde saine est « %2 ». Pour la remettre en place : "
                       "recoupe --database \"sqlite:%3\" restore \"%2\".")
                    .arg(damaged, nativeCopy, QDir::toNativeSeparators(path)),
                detail);
}

} // namespace recoupe
