// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foldersurvey.h"

#include "services/filedigest.h"

#include <QDir>
#include <QHash>

namespace recoupe {

namespace {

//! Office programs keep notes of their own beside a file that is open.
bool isNote(const QString &name)
{
    return name.startsWith(u"~$") || name.startsWith(u".~lock");
}

QFileInfoList filesIn(const QString &folder)
{
    static const QStringList names{QStringLiteral("*.xml"), QStringLiteral("*.gz"),
                                   QStringLiteral("*.csv"), QStringLiteral("*.txt"),
                                   QStringLiteral("*.tsv"), QStringLiteral("*.xlsx"),
                                   QStringLiteral("*.ods"), QStringLiteral("*.json")};
    QFileInfoList files = QDir(folder).entryInfoList(names, QDir::Files, QDir::Name);
    files.removeIf(
        [](const QFileInfo &file) { return file.size() == 0 || isNote(file.fileName()); });
    return files;
}

} // namespace

Result<QList<FolderFile>> lookInto(const QStringList &folders, const QList<FolderFile> &before,
                                   const Progress &progress)
{
    QHash<QString, FolderFile> known;
    for (const FolderFile &file : before)
        known.insert(file.path, file);
    QList<FolderFile> found;
    for (const QString &folder : folders) {
        for (const QFileInfo &info : filesIn(folder)) {
            FolderFile file{info.absoluteFilePath(), info.size(), info.lastModified().toUTC()};
            const auto earlier = known.constFind(file.path);
            file.isSettling = earlier == known.constEnd() || !file.isAsStill(*earlier);
            if (!file.isSettling && !earlier->digest.isEmpty()) {
                file.digest = earlier->digest;
            } else if (!file.isSettling) {
                const Result<QByteArray> digest = digestOf(file.path, progress);
                if (!digest && digest.error().code == ErrorCode::Cancelled)
                    return failureOf(digest);
                file.digest = digest.value_or(QByteArray());
            }
            found << file;
        }
    }
    return found;
}

} // namespace recoupe
