// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/folderwatch.h"

#include "ui/uitr.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int stillnessMs = 4000;
constexpr qsizetype mostKnown = 5000; // some years of daily files

QString foldersKey()
{
    return QStringLiteral("watch/folders");
}
QString filesKey()
{
    return QStringLiteral("watch/files");
}
QString knownKey()
{
    return QStringLiteral("watch/known");
}

//! Writes a list of records, each by \a write.
template <typename Records, typename Write>
void saveList(QSettings &settings, const QString &key, const Records &records, Write write)
{
    settings.remove(key);
    settings.beginWriteArray(key, int(records.size()));
    for (qsizetype i = 0; i < records.size(); ++i) {
        settings.setArrayIndex(int(i));
        write(records.at(i));
    }
    settings.endArray();
}

template <typename Read>
void readList(QSettings &settings, const QString &key, Read read)
{
    const int size = settings.beginReadArray(key);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        read([&settings](const char *name) { return settings.value(QLatin1String(name)); });
    }
    settings.endArray();
}

void saveFolders(QSettings &settings, const QList<WatchedFolder> &folders)
{
    saveList(settings, foldersKey(), folders, [&](const WatchedFolder &folder) {
        settings.setValue(QStringLiteral("path"), folder.path);
        settings.setValue(QStringLiteral("profile"), folder.profile);
        settings.setValue(QStringLiteral("funder"),
                          folder.funder ? toToken(*folder.funder) : QString());
    });
}

//! So that the next start need not read what has not changed.
void saveFiles(QSettings &settings, const QList<FolderFile> &files)
{
    saveList(settings, filesKey(), files, [&](const FolderFile &file) {
        settings.setValue(QStringLiteral("path"), file.path);
        settings.setValue(QStringLiteral("size"), file.size);
        settings.setValue(QStringLiteral("modified"), file.modified.toMSecsSinceEpoch());
        settings.setValue(QStringLiteral("digest"), QString::fromLatin1(file.digest.toHex()));
    });
}

QByteArray digestIn(const QVariant &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace

FolderWatch::FolderWatch(OfficeClient &client, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_settings(settings)
    , m_rest(new QTimer(this))
    , m_stillness(stillnessMs)
{
    m_rest->setSingleShot(true);
    connect(m_rest, &QTimer::timeout, this, &FolderWatch::lookAgain);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::lookAgain);
    restore();
    watchFolders();
}

void FolderWatch::restore()
{
    readList(m_settings, foldersKey(), [this](auto value) {
        m_folders.append({.path = value("path").toString(),
                          .profile = value("profile").toString(),
                          .funder = funderFromToken(value("funder").toString())});
    });
    readList(m_settings, filesKey(), [this](auto value) {
        m_files.append(
            {.path = value("path").toString(),
             .size = value("size").toLongLong(),
             .modified = QDateTime::fromMSecsSinceEpoch(value("modified").toLongLong(), Qt::UTC),
             .digest = digestIn(value("digest"))});
    });
    for (const QString &digest : m_settings.value(knownKey()).toStringList())
        m_known << digestIn(digest);
    m_isKnown = {m_known.begin(), m_known.end()};
}

void FolderWatch::watchFolders()
{
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    for (const WatchedFolder &folder : std::as_const(m_folders)) {
        if (QFileInfo(folder.path).isDir())
            m_watcher.addPath(folder.path);
    }
}

void FolderWatch::setFolders(const QList<WatchedFolder> &folders)
{
    m_folders = folders;
    saveFolders(m_settings, folders);
    look();
}

void FolderWatch::look()
{
    m_putOff.clear();
    watchFolders(); // a share may be there again
    lookAgain();
}

void FolderWatch::lookAgain()
{
    m_rest->stop();
    if (m_folders.isEmpty())
        return take({});
    // Two looks in a row would take a file for settled that is still being written.
    if (m_sinceLook.isValid() && m_sinceLook.elapsed() < m_stillness)
        return m_rest->start(m_stillness);
    QStringList paths;
    for (const WatchedFolder &folder : std::as_const(m_folders))
        paths << folder.path;
    m_client.run(
        UiTr::tr("Dossiers surveillés"),
        [paths, before = m_files](BackOffice &, const Progress &progress) {
            return lookInto(paths, before, progress);
        },
        this,
        [this](const QList<FolderFile> &files) {
            m_sinceLook.start();
            take(files);
        });
}

void FolderWatch::take(const QList<FolderFile> &files)
{
    if (files != m_files) {
        m_files = files;
        saveFiles(m_settings, files);
    }
    if (std::ranges::any_of(files, &FolderFile::isSettling))
        m_rest->start(m_stillness);
    if (const QList<FolderFile> found = newFiles(); found != m_proposed) {
        m_proposed = found;
        Q_EMIT changed();
    }
}

QList<FolderFile> FolderWatch::newFiles() const
{
    QList<FolderFile> found;
    for (const FolderFile &file : m_files) {
        if (!file.digest.isEmpty() && !m_isKnown.contains(file.digest) &&
            !m_putOff.contains(file.digest))
            found << file;
    }
    return found;
}

WatchedFolder FolderWatch::folderOf(const QString &file) const
{
    const QDir folder = QFileInfo(file).dir();
    const auto found = std::ranges::find_if(
        m_folders, [&](const WatchedFolder &watched) { return QDir(watched.path) == folder; });
    return found == m_folders.end() ? WatchedFolder() : *found;
}

void FolderWatch::remember(const QList<QByteArray> &digests)
{
    for (const QByteArray &digest : digests) {
        if (digest.isEmpty() || m_isKnown.contains(digest))
            continue;
        m_isKnown.insert(digest);
        m_known << digest;
    }
    while (m_known.size() > mostKnown)
        m_isKnown.remove(m_known.takeFirst());
    saveKnown();
    take(m_files);
}

void FolderWatch::putOff(const QList<FolderFile> &files)
{
    for (const FolderFile &file : files)
        m_putOff.insert(file.digest);
    take(m_files);
}

void FolderWatch::saveKnown()
{
    QStringList digests;
    for (const QByteArray &digest : std::as_const(m_known))
        digests << QString::fromLatin1(digest.toHex());
    m_settings.setValue(knownKey(), digests);
}

} // namespace recoupe
