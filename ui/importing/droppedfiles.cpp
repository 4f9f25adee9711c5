// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/droppedfiles.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace recoupe {

QStringList droppedFiles(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (!std::ranges::all_of(urls, &QUrl::isLocalFile))
        return {};
    QStringList files;
    for (const QUrl &url : urls)
        files << url.toLocalFile();
    return files;
}

} // namespace recoupe
