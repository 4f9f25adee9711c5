// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/outbox.h"

#include "core/processlock.h"
#include "core/writtenfile.h"
#include "platform/environment.h"
#include "services/filedigest.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Copies the files of a folder and of those in it.
Result<> copyFolder(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return unwritable(to, Tr::tr("le dossier ne peut pas être créé"));
    const QFileInfoList entries = QDir(from).entryInfoList(
        QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString target = QDir(to).filePath(entry.fileName());
        if (entry.isDir()) {
            if (Result<> copied = copyFolder(entry.filePath(), target); !copied)
                return copied;
        } else if (!QFile::copy(entry.filePath(), target)) {
            return unwritable(target, Tr::tr("« %1 » ne peut pas y être recopié")
                                          .arg(QDir::toNativeSeparators(entry.filePath())));
        }
    }
    return {};
}

} // namespace

Outbox::Outbox(QString folder)
    : m_folder(std::move(folder))
{
}

QString Outbox::machine()
{
    return QSysInfo::machineHostName();
}

QString Outbox::folderOf(const QString &key) const
{
    return QDir(m_folder).filePath(key);
}

Result<Outbox::Lock> Outbox::make(const QString &key) const
{
    Result<Lock> locked = lock(key);
    if (!locked)
        return locked;
    if (!*locked || !QDir().mkpath(folderOf(key)))
        return unwritable(folderOf(key), Tr::tr("le dossier ne peut pas être créé"));
    return locked;
}

Result<Outbox::Lock> Outbox::lock(const QString &key) const
{
    QDir().mkpath(m_folder);
    auto lock = std::make_unique<QLockFile>(lockNameOf(folderOf(key)));
    if (tryProcessLock(*lock))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Lock();
    return unwritable(lock->fileName(), Tr::tr("il dirait aux autres que l'envoi est en cours"));
}

void Outbox::remove(const QString &key) const
{
    QDir(folderOf(key)).removeRecursively();
}

Result<QStringList> Outbox::copyTo(const Outbox &other) const
{
    QStringList copied;
    const auto copy = [&](const QString &key) -> Result<> {
        const Result<Lock> held = lock(key);
        if (!held)
            return failureOf(held);
        if (!*held) {
            return fail(ErrorCode::Refused,
                        Tr::tr("Un envoi aux partenaires est en cours : attendez qu'il soit fini, "
                               "puis recommencez."));
        }
        copied << key;
        return copyFolder(folderOf(key), other.folderOf(key));
    };
    const QStringList keys =
        QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &key : keys) {
        if (const Result<> done = copy(key); !done) {
            for (const QString &half : std::as_const(copied))
                other.remove(half);
            return failureOf(done);
        }
    }
    return copied;
}

void Outbox::tidy(const QStringList &keys) const
{
    const QDir folder(m_folder);
    // Who was killed after the files went has left the lock; the feed's own have no dash.
    const QStringList left = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot) +
                             lockedNames(folder, QStringLiteral("*-*"));
    for (const QString &key : left) {
        if (keys.contains(key))
            continue;
        if (const Result<Lock> free = lock(key); free && *free)
            remove(key);
    }
}

QString outboxFolderOf(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        return QFileInfo(url.path).canonicalFilePath() + QLatin1String(".envois");
    return QDir(dataFolder()).filePath(url.fileName() + QLatin1String(".envois"));
}

Result<QList<DeliveredFile>> survey(const QString &folder, const QStringList &files)
{
    QList<DeliveredFile> surveyed;
    for (const QString &path : files) {
        const QString name = QDir(folder).filePath(path);
        const Result<QByteArray> digest = digestOf(name);
        if (!digest)
            return failureOf(digest);
        surveyed.append({path, QFileInfo(name).size(), QString::fromLatin1(digest->toHex())});
    }
    return surveyed;
}

} // namespace recoupe
