// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stagedfile.h"

#include "core/processlock.h"
#include "core/writtenfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <filesystem>

namespace recoupe {

namespace {

//! A staged file with what was kept beside it while it was written, a journal or a temporary file;
//! not its lock.
void removeWhole(const QString &path)
{
    const QFileInfo staged(path);
    QDir dir = staged.dir();
    const QString lock = lockNameOf(staged.fileName());
    const QStringList files = dir.entryList(QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        if (file.startsWith(staged.fileName()) && !file.startsWith(lock))
            dir.remove(file);
    }
}

QString besideOf(const QString &target)
{
    const QFileInfo info(target);
    const QString mark = QUuid::createUuid().toString(QUuid::Id128).left(8);
    return info.dir().filePath(
        QStringLiteral("%1.%2.%3").arg(info.completeBaseName(), mark, info.suffix()));
}

} // namespace

Result<> putInPlace(const QString &path, const QString &target)
{
    // QFile::rename() would not replace, and removing first could leave neither of the two.
    std::error_code error;
    std::filesystem::rename(QFileInfo(path).filesystemFilePath(),
                            QFileInfo(target).filesystemFilePath(), error);
    if (error)
        return unwritable(target, QString::fromLocal8Bit(error.message().c_str()));
    return {};
}

StagedFile::StagedFile(const QString &target)
    : m_target(target)
    , m_path(besideOf(target))
    , m_lock(std::make_unique<QLockFile>(lockNameOf(m_path)))
{
    removeLeftStagedFiles(QFileInfo(target).path());
    (void)tryProcessLock(*m_lock);
}

StagedFile::~StagedFile()
{
    if (!m_path.isEmpty())
        removeWhole(m_path);
}

Failure StagedFile::failureOf(const Error &error) const
{
    if (error.code == ErrorCode::FileUnwritable)
        return unwritable(m_target, error.detail);
    if (error.code == ErrorCode::Cancelled)
        return cancelledWriting(m_target);
    return Failure(error);
}

Result<> StagedFile::put()
{
    Result<> put = putInPlace(m_path, m_target);
    if (put) {
        m_path.clear();
        m_lock->unlock();
    }
    return put;
}

void removeLeftStagedFiles(const QString &folder)
{
    static const QRegularExpression stagedName(QStringLiteral("\\.[0-9a-f]{8}\\.[^.]*$"));
    const QDir dir(folder);
    const QStringList names = lockedNames(dir, QStringLiteral("*"));
    for (const QString &name : names) {
        if (!stagedName.match(name).hasMatch())
            continue;
        const QString staged = dir.filePath(name);
        QLockFile lock(lockNameOf(staged));
        if (tryProcessLock(lock))
            removeWhole(staged);
    }
}

} // namespace recoupe
