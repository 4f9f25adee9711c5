// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writtenfile.h"
#include "platform/network/remotefolder.h"
#include "platform/network/remotepath.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace recoupe {

namespace {

constexpr qint64 blockSize = 1 << 18;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Failure missingFolder(ErrorCode code, const QDir &folder)
{
    return fail(code,
                Tr::tr("Le dossier « %1 » n'existe pas ou n'est pas accessible : vérifier que le "
                       "lecteur ou le partage du réseau est connecté, ou corriger l'adresse du "
                       "partenaire.")
                    .arg(QDir::toNativeSeparators(folder.path())));
}

//! \a target names the file where it goes.
Result<> copy(QFile &from, QIODevice &to, const QString &target, const Progress &progress)
{
    QByteArray block(blockSize, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        if (progress && !progress(done, from.size()))
            return cancelledWriting(target);
        const qint64 count = from.read(block.data(), block.size());
        if (count < 0)
            return unreadableFile(from);
        if (count == 0)
            return {};
        if (to.write(block.constData(), count) != count)
            return unwritable(target, to.errorString());
        done += count;
    }
}

class LocalFolder : public RemoteFolder
{
public:
    explicit LocalFolder(const QString &folder)
        : m_folder(folder)
    {
    }

    //! A folder that has vanished is not made anew: where a share was, that would fill the disk of
    //! this machine, and nobody would fetch it there.
    [[nodiscard]] Result<> checkThere(ErrorCode code = ErrorCode::FileUnwritable) const
    {
        if (m_folder.exists())
            return {};
        return missingFolder(code, m_folder);
    }

    Result<> put(const QString &localFile, const QString &path, const Progress &progress) override;
    Result<std::optional<QByteArray>> read(const QString &path, qint64 maxBytes) override;
    Result<> remove(const QString &path) override;

private:
    QDir m_folder;
};

Result<> LocalFolder::put(const QString &localFile, const QString &path, const Progress &progress)
{
    const Result<> usable = checkRemotePath(path).and_then([this] { return checkThere(); });
    if (!usable)
        return usable;
    QFile source(localFile);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadableFile(source);
    const QString target = m_folder.filePath(path);
    if (!QDir().mkpath(QFileInfo(target).path()))
        return unwritable(target, {});
    return writeFile(target, [&](QIODevice &file) { return copy(source, file, target, progress); });
}

Result<std::optional<QByteArray>> LocalFolder::read(const QString &path, qint64 maxBytes)
{
    const Result<> usable =
        checkRemotePath(path).and_then([this] { return checkThere(ErrorCode::FileUnreadable); });
    if (!usable)
        return failureOf(usable);
    QFile file(m_folder.filePath(path));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return unreadableFile(file);
    const QByteArray content = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadableFile(file);
    if (content.size() > maxBytes)
        return tooLarge(QDir::toNativeSeparators(file.fileName()), maxBytes);
    return content;
}

Result<> LocalFolder::remove(const QString &path)
{
    const Result<> usable = checkRemotePath(path).and_then([this] { return checkThere(); });
    if (!usable)
        return usable;
    QFile file(m_folder.filePath(path));
    if (!file.exists() || file.remove())
        return {};
    return fail(
        ErrorCode::FileUnwritable,
        Tr::tr("Le fichier « %1 » n'a pas pu être supprimé : vérifier que cela est permis et "
               "qu'il n'est pas ouvert ailleurs.")
            .arg(QDir::toNativeSeparators(file.fileName())),
        file.errorString());
}

} // namespace

Result<std::unique_ptr<RemoteFolder>> openLocalFolder(const QString &folder)
{
    if (folder.isEmpty())
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("Le dossier des échanges n'est pas indiqué : l'indiquer dans les réglages "
                   "du partenaire."));
    auto opened = std::make_unique<LocalFolder>(folder);
    if (const Result<> there = opened->checkThere(); !there)
        return failureOf(there);
    return opened;
}

} // namespace recoupe
