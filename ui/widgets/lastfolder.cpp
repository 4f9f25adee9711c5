// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lastfolder.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace recoupe {

namespace {
QString folderKey()
{
    return QStringLiteral("files/folder");
}
} // namespace

QString lastFolder(const QSettings &settings)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = settings.value(folderKey(), documents).toString();
    return QFileInfo(folder).isDir() ? folder : documents;
}

void rememberFolderOf(QSettings &settings, const QString &file)
{
    settings.setValue(folderKey(), QFileInfo(file).absolutePath());
}

} // namespace recoupe
