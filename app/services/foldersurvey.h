// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "domain/vocabulary.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace recoupe {

//! A folder whose new files are proposed, and how they are read.
struct WatchedFolder
{
    QString path;
    QString profile = {};              //!< its name; empty for none
    std::optional<Funder> funder = {}; //!< of rows that name none

    friend bool operator==(const WatchedFolder &, const WatchedFolder &) = default;
};

//! A file as it lay in a folder at one look.
struct FolderFile
{
    QString path;
    qint64 size = 0;
    QDateTime modified;
    QByteArray digest = {}; //!< of its content; empty while it may still be written, or unreadable
    bool isSettling = true; //!< seen like that for the first time: another look must tell

    //! Whether nobody wrote to it in between.
    [[nodiscard]] bool isAsStill(const FolderFile &before) const
    {
        return path == before.path && size == before.size && modified == before.modified;
    }
    friend bool operator==(const FolderFile &, const FolderFile &) = default;
};

//! Files that may be imported and lie directly in the folders, in the order of their names. \a
//! before: what the look before found; a file that is as it was then has settled: its digest is
//! taken over, or read now. A folder that cannot be reached is passed over.
[[nodiscard]] Result<QList<FolderFile>> lookInto(const QStringList &folders,
                                                 const QList<FolderFile> &before,
                                                 const Progress &progress = {});

} // namespace recoupe
