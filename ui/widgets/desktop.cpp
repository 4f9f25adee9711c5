// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/desktop.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace recoupe {

bool showFile(const QString &path)
{
    const QFileInfo file(path);
    return file.isAbsolute() && file.exists() &&
           QDesktopServices::openUrl(QUrl::fromLocalFile(file.absoluteFilePath()));
}

bool isMessage(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"mailto" && url.authority().isEmpty() &&
           !url.path().isEmpty() && !url.hasFragment();
}

bool openMessage(const QUrl &url)
{
    return isMessage(url) && QDesktopServices::openUrl(url);
}

} // namespace recoupe
