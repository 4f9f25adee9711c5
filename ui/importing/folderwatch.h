// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/foldersurvey.h"
#include "ui/mainwindow/officeclient.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QSet>

class QSettings;
class QTimer;

namespace recoupe {

//! Watches folders for files that were neither imported nor dismissed here: told of changes by the
//! system, which is silent about many network shares, and by a look when asked. Never imports.
//!
//! Which contents are known is a matter of the operator, kept in the settings: the log of imports
//! knows files by names only, under which each day brings another content, and has no line for one
//! that brought nothing new. What a colleague imported is hence proposed too, and its summary says
//! that it brings nothing.
class FolderWatch : public QObject
{
    Q_OBJECT

public:
    FolderWatch(OfficeClient &client, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<WatchedFolder> folders() const { return m_folders; }
    void setFolders(const QList<WatchedFolder> &folders);
    //! How long a file must not change before it is proposed.
    void setStillness(int milliseconds) { m_stillness = milliseconds; }

    //! Looks into the folders again, also for what was put off.
    void look();
    //! The new files, but those that were put off.
    [[nodiscard]] QList<FolderFile> newFiles() const;
    //! How a file of a folder is read: as that folder's files are.
    [[nodiscard]] WatchedFolder folderOf(const QString &file) const;

    //! These contents are not proposed again.
    void remember(const QList<QByteArray> &digests);
    //! These are not proposed before the next look that somebody asks for.
    void putOff(const QList<FolderFile> &files);

Q_SIGNALS:
    //! newFiles() is another one.
    void changed();

private:
    void lookAgain();
    void take(const QList<FolderFile> &files);
    void watchFolders();
    void restore();
    void saveKnown();

    OfficeClient &m_client;
    QSettings &m_settings;
    QFileSystemWatcher m_watcher;
    QTimer *m_rest; //!< before the next look
    QElapsedTimer m_sinceLook;
    int m_stillness;
    QList<WatchedFolder> m_folders;
    QList<FolderFile> m_files;    //!< as last seen
    QList<QByteArray> m_known;    //!< digests, oldest first
    QSet<QByteArray> m_isKnown;   //!< the same
    QSet<QByteArray> m_putOff;    //!< digests
    QList<FolderFile> m_proposed; //!< as last told
};

} // namespace recoupe
