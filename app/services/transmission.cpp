// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/transmission.h"

#include "core/writtenfile.h"
#include "platform/network/remotefolder.h"
#include "services/manifest.h"
#include "services/outbox.h"
#include "services/secrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qint64 largestManifest = 64 * 1024 * 1024;

//! What was sent to that place already; nothing where nobody can tell.
Result<std::optional<Manifest>> manifestAt(RemoteFolder &remote, Partner partner)
{
    if (!remote.isReadable())
        return std::nullopt;
    return remote.read(manifestName(partner), largestManifest)
        .map([](const std::optional<QByteArray> &json) {
            return json ? fromManifest(*json) : std::nullopt;
        });
}

//! The files must be those that were prepared: nothing else may leave.
Result<> expectUntouched(const Delivery &delivery, const QString &folder)
{
    QStringList paths;
    for (const DeliveredFile &file : delivery.files)
        paths << file.path;
    const Result<QList<DeliveredFile>> found = survey(folder, paths);
    if (found && *found == delivery.files)
        return {};
    return fail(ErrorCode::FileChanged,
                Tr::tr("Les fichiers préparés pour %1 ont changé ou disparu du dossier « %2 ». "
                       "Exportez à nouveau.")
                    .arg(partnerName(delivery.partner), QDir::toNativeSeparators(folder)));
}

Result<> putFiles(const Delivery &delivery, const QString &folder, RemoteFolder &remote,
                  const Progress &progress)
{
    qint64 total = 0;
    for (const DeliveredFile &file : delivery.files)
        total += file.size;
    qint64 done = 0;
    const auto onTheWay = [&](qint64 ofFile, qint64) {
        return !progress || progress(done + ofFile, total);
    };
    for (const DeliveredFile &file : delivery.files) {
        if (!onTheWay(0, 0))
            return fail(ErrorCode::Cancelled, Tr::tr("Envoi interrompu."));
        const QString local = QDir(folder).filePath(file.path);
        if (Result<> put = remote.put(local, file.path, onTheWay); !put)
            return put;
        done += file.size;
    }
    return {};
}

Result<> putManifest(const Delivery &delivery, const QString &folder, RemoteFolder &remote)
{
    const QString name = manifestName(delivery.partner);
    const QString local = QDir(folder).filePath(name);
    return writeFile(local,
                     [&](QIODevice &device) -> Result<> {
                         device.write(toManifest(delivery));
                         return {};
                     })
        .and_then([&] { return remote.put(local, name); });
}

//! SESAR takes its files away itself, each once.
Result<> removeLeftovers(const Delivery &delivery, const std::optional<Manifest> &previous,
                         RemoteFolder &remote)
{
    if (!previous || previous->partner != delivery.partner || delivery.partner == Partner::Sesar)
        return {};
    QSet<QString> stays;
    for (const DeliveredFile &file : delivery.files)
        stays.insert(file.path);
    for (const DeliveredFile &file : previous->files) {
        if (stays.contains(file.path))
            continue;
        if (Result<> removed = remote.remove(file.path); !removed)
            return removed;
    }
    return {};
}

//! A password, and a name, are for the place they were given for, and for no other.
Result<> expectSamePlace(const Delivery &delivery, const PartnerSettings &partner)
{
    if (delivery.destination == partner.address && delivery.transport == partner.transport)
        return {};
    return fail(ErrorCode::FileChanged,
                Tr::tr("La destination de %1 a changé depuis la préparation de cet envoi. "
                       "Exportez à nouveau.")
                    .arg(partnerName(delivery.partner)));
}

Result<ServerAccess> accessOf(const Delivery &delivery, const ExchangeSettings &settings)
{
    const PartnerSettings &partner = settings.of(delivery.partner);
    if (Result<> same = expectSamePlace(delivery, partner); !same)
        return failureOf(same);
    ServerAccess access{{}, {}, settings.authoritiesFile, settings.allowsHttp};
    // A key of SFTP may need no passphrase, but an account it has.
    if (partner.authentication == Authentication::Password || delivery.transport == Transport::Sftp)
        access.login = partner.login;
    if (partner.authentication == Authentication::None)
        return access;
    return readSecret(secretNameOf(delivery.partner)).map([&](const QString &secret) {
        access.secret = secret;
        return access;
    });
}

} // namespace

Result<std::unique_ptr<RemoteFolder>> openDestination(const Delivery &delivery,
                                                      const ExchangeSettings &settings)
{
    if (delivery.transport == Transport::Folder)
        return openLocalFolder(delivery.destination);
    const Result<ServerAccess> access = accessOf(delivery, settings);
    if (!access)
        return failureOf(access);
    const QUrl url(delivery.destination, QUrl::StrictMode);
    const PartnerSettings &partner = settings.of(delivery.partner);
    switch (delivery.transport) {
    case Transport::HttpPut: return openWebFolder(url, WebMethod::Put, *access, delivery.key);
    case Transport::HttpPost: return openWebFolder(url, WebMethod::Post, *access, delivery.key);
    case Transport::Sftp: return openSftpFolder(url, *access, partner.hostKey, partner.keyFile);
    case Transport::Folder:
    case Transport::None: break;
    }
    return fail(ErrorCode::Refused, Tr::tr("%1 n'a pas de destination : indiquez-la dans les "
                                           "réglages des échanges.")
                                        .arg(partnerName(delivery.partner)));
}

Result<> transmitFiles(const Delivery &delivery, const QString &folder, RemoteFolder &remote,
                       const Progress &progress)
{
    const Result<std::optional<Manifest>> previous = manifestAt(remote, delivery.partner);
    if (!previous)
        return failureOf(previous);
    const bool hasArrived = *previous && (*previous)->key == delivery.key;
    if (hasArrived)
        return {};
    return expectUntouched(delivery, folder)
        .and_then([&] { return putFiles(delivery, folder, remote, progress); })
        .and_then([&] { return removeLeftovers(delivery, *previous, remote); })
        .and_then([&] { return putManifest(delivery, folder, remote); });
}

} // namespace recoupe
