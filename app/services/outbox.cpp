// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/outbox.h"

#include "core/processlock.h"
#include "core/writtenfile.h"
#include "services/filedigest.h"

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

constexpr char lockEnding[] = ".lock";

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

QString Outbox::lockNameOf(const QString &key) const
{
    return folderOf(key) + QLatin1String(lockEnding);
}

Result<Outbox::Lock> Outbox::make(const QString &key) const
{
    Lock locked = lock(key);
    if (!locked || !QDir().mkpath(folderOf(key)))
        return unwritable(folderOf(key), Tr::tr("le dossier ne peut pas être créé"));
    return locked;
}

Outbox::Lock Outbox::lock(const QString &key) const
{
    QDir().mkpath(m_folder); // or a folder that is gone would look like a lock that is held
    auto lock = std::make_unique<QLockFile>(lockNameOf(key));
    return tryProcessLock(*lock) ? std::move(lock) : nullptr;
}

void Outbox::remove(const QString &key) const
{
    QDir(folderOf(key)).removeRecursively();
}

void Outbox::tidy(const QStringList &keys) const
{
    const QDir folder(m_folder);
    QStringList left = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    // Who was killed after the files went has left the lock; the feed's own have no dash.
    const QStringList locks = folder.entryList({QLatin1String("*-*") + QLatin1String(lockEnding)},
                                               QDir::Files | QDir::Hidden);
    for (const QString &name : locks)
        left << name.chopped(qsizetype(qstrlen(lockEnding)));
    for (const QString &key : std::as_const(left)) {
        if (keys.contains(key))
            continue;
        if (const Lock free = lock(key))
            remove(key);
    }
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
