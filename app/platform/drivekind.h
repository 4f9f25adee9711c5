// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace recoupe {

//! Whether a file system of that type, as the system names it (nfs4, cifs, fuse.sshfs), lets
//! several machines at the same files.
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);

//! Where a path leads that may not be there yet, links followed.
struct Drive
{
    QByteArray fileSystem; //!< its type; "unc" for \\server\share, empty where it is not known
    bool isRemote = false;
};
[[nodiscard]] Drive driveOf(const QString &path);

} // namespace recoupe
