// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lastfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace recoupe {

namespace {
QString folderKey()
{
    return QStringLiteral("files/folder");
}
} // namespace

QString lastFolder(const QSettings &settings)
{
    const QStringList folders{settings.value(folderKey()).toString(),
                              QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                              QDir::homePath()};
    const auto found = std::ranges::find_if(
        folders, [](const QString &folder) { return QFileInfo(folder).isDir(); });
    return found == folders.end() ? QDir::rootPath() : *found;
}

void rememberFolderOf(QSettings &settings, const QString &file)
{
    settings.setValue(folderKey(), QFileInfo(file).absolutePath());
}

} // namespace recoupe
