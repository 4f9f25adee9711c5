// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/drivekind.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace recoupe {

namespace {

// As /proc/self/mountinfo and macOS name them. A "fuse" without a subtype is davfs2; the shared
// folders of virtual machines are another machine's files too.
constexpr std::array<QByteArrayView, 38> networkTypes{"9p",
                                                      "afpfs",
                                                      "afs",
                                                      "beegfs",
                                                      "ceph",
                                                      "cifs",
                                                      "coda",
                                                      "davfs",
                                                      "fuse",
                                                      "fuse.ceph",
                                                      "fuse.curlftpfs",
                                                      "fuse.davfs",
                                                      "fuse.davfs2",
                                                      "fuse.glusterfs",
                                                      "fuse.goofys",
                                                      "fuse.gvfsd-fuse",
                                                      "fuse.nfs",
                                                      "fuse.rclone",
                                                      "fuse.s3fs",
                                                      "fuse.smbnetfs",
                                                      "fuse.sshfs",
                                                      "fuse.vmhgfs-fuse",
                                                      "gfs2",
                                                      "gpfs",
                                                      "lustre",
                                                      "ncpfs",
                                                      "nfs",
                                                      "nfs3",
                                                      "nfs4",
                                                      "ocfs2",
                                                      "prl_fs",
                                                      "smb2",
                                                      "smb3",
                                                      "smbfs",
                                                      "vboxsf",
                                                      "virtiofs",
                                                      "vmhgfs",
                                                      "webdav"};

//! The path without links: of the nearest folder that is there, where the file is not yet.
QString resolved(const QString &path)
{
    QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    while (!info.exists() && info.path() != info.filePath())
        info.setFile(info.path());
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.filePath() : canonical;
}

#ifdef Q_OS_WIN
//! A letter may stand for a share: only the system can tell.
bool isMappedDrive(const QString &path)
{
    const std::wstring root = QDir::toNativeSeparators(path.left(3)).toStdWString();
    return GetDriveTypeW(root.c_str()) == DRIVE_REMOTE;
}
#endif

} // namespace

bool isNetworkFileSystem(const QByteArray &type)
{
    return std::ranges::find(networkTypes, QByteArrayView(type.toLower())) != networkTypes.end();
}

Drive driveOf(const QString &path)
{
    const QString place = resolved(path);
#ifdef Q_OS_WIN
    if (place.startsWith(QLatin1String("//")))
        return {"unc", true};
    if (isMappedDrive(place))
        return {QStorageInfo(place).fileSystemType(), true};
#endif
    const QByteArray type = QStorageInfo(place).fileSystemType();
    return {type, isNetworkFileSystem(type)};
}

} // namespace recoupe
