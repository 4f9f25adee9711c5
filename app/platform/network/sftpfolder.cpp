// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/remotefolder.h"
#include "platform/network/remotepath.h"
#include "platform/network/serveraddress.h"
#include "platform/network/sftpsession.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

namespace recoupe {

namespace {

using namespace std::chrono_literals;

// To tidy up is worth no more to somebody who waits for an error or has stopped.
constexpr std::chrono::milliseconds tidyTimeout = 2s;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class SftpFolder : public RemoteFolder
{
public:
    SftpFolder(const QUrl &url, const ServerAccess &access, std::unique_ptr<SftpSession> session)
        : m_url(url)
        , m_folder(url.path(QUrl::FullyDecoded))
        , m_timeout(access.timeout)
        , m_session(std::move(session))
    {
    }

    Result<> put(const QString &localFile, const QString &path, const Progress &progress) override;
    Result<std::optional<QByteArray>> read(const QString &path, qint64 maxBytes) override;
    Result<> remove(const QString &path) override;

private:
    [[nodiscard]] QString serverPath(const QString &path) const;
    [[nodiscard]] Result<> replace(const QString &target, const QString &partial);
    void tidy(const QString &path);

    const QUrl m_url;
    const QString m_folder;
    const std::chrono::milliseconds m_timeout;
    const std::unique_ptr<SftpSession> m_session;
};

QString command(const char *name, const QString &path)
{
    return QString::fromLatin1(name) + u' ' + SftpSession::quoted(path);
}

//! "/~/" is the account's home, where relative paths begin.
QString SftpFolder::serverPath(const QString &path) const
{
    const QString whole = m_folder.endsWith(u'/') ? m_folder + path : m_folder + u'/' + path;
    const QString home = QStringLiteral("/~/");
    return whole.startsWith(home) ? whole.sliced(home.size()) : whole;
}

//! Under another name until it is whole; of its own, for two stations may send the same.
Result<> SftpFolder::put(const QString &localFile, const QString &path, const Progress &progress)
{
    if (const Result<> usable = checkRemotePath(path); !usable)
        return usable;
    QFile source(localFile);
    if (!source.open(QIODevice::ReadOnly))
        return unreadableFile(source);
    if (progress && !progress(0, source.size()))
        return cancelledTransfer(m_url);
    const QString target = serverPath(path);
    const QString mark = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString partial = QStringLiteral("%1.%2.part").arg(target, mark);
    bool hasBegun = false;
    const auto watcher = [&](qint64 done, qint64 total) {
        hasBegun = hasBegun || done > 0;
        return !progress || progress(done, total);
    };
    if (Result<> uploaded = m_session->upload(source, partial, watcher); !uploaded) {
        if (hasBegun)
            tidy(partial);
        return uploaded;
    }
    return replace(target, partial);
}

//! SFTP as it mostly is (version 3) does not rename over a file.
Result<> SftpFolder::replace(const QString &target, const QString &partial)
{
    const QString rename = command("rename", partial) + u' ' + SftpSession::quoted(target);
    Result<> done = m_session->run({rename});
    if (!done && done.error().code == ErrorCode::ServerRefused) {
        done = m_session->run({command("rm", target)});
        if (done)
            return m_session->run({rename}); // the new file is the only one now: it stays
    }
    if (!done)
        tidy(partial);
    return done;
}

void SftpFolder::tidy(const QString &path)
{
    m_session->setTimeout(tidyTimeout);
    static_cast<void>(m_session->run({command("rm", path)}));
    m_session->setTimeout(m_timeout);
}

Result<std::optional<QByteArray>> SftpFolder::read(const QString &path, qint64 maxBytes)
{
    if (const Result<> usable = checkRemotePath(path); !usable)
        return failureOf(usable);
    return m_session->download(serverPath(path), maxBytes);
}

Result<> SftpFolder::remove(const QString &path)
{
    if (const Result<> usable = checkRemotePath(path); !usable)
        return usable;
    const Result<> removed = m_session->run({command("rm", serverPath(path))});
    if (removed || removed.error().code != ErrorCode::ServerRefused)
        return removed;
    const Result<std::optional<QByteArray>> there = m_session->download(serverPath(path), 0);
    return there && !there->has_value() ? Result<>() : removed;
}

Result<> checkAccount(const SftpAccount &account)
{
    const QUrl &url = account.url;
    const QString address = shownAddress(url);
    if (!url.isValid() || url.scheme() != u"sftp" || url.host().isEmpty() ||
        !url.userInfo().isEmpty()) {
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("« %1 » n'est pas l'adresse d'un serveur SFTP : une adresse du genre "
                   "sftp://serveur:22/dossier est attendue, sans identifiant ni mot de passe.")
                .arg(address));
    }
    if (account.access.login.isEmpty()) {
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("L'identifiant du compte SFTP de « %1 » manque : l'indiquer.").arg(address));
    }
    static const QRegularExpression fingerprint(QStringLiteral("^(SHA256:[A-Za-z0-9+/]{43})?$"));
    if (!fingerprint.match(account.hostKey).hasMatch()) {
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("« %1 » n'est pas l'empreinte d'une clé de serveur : « SHA256: » suivi de "
                   "43 caractères est attendu, comme ssh-keygen l'affiche.")
                .arg(account.hostKey));
    }
    if (QFile file(account.keyFile); !account.keyFile.isEmpty() && !file.open(QIODevice::ReadOnly))
        return unreadableFile(file);
    return {};
}

} // namespace

Result<std::unique_ptr<RemoteFolder>> openSftpFolder(const QUrl &url, const ServerAccess &access,
                                                     const QString &hostKey, const QString &keyFile)
{
    SftpAccount account{url, access, hostKey.trimmed(), keyFile};
    while (account.hostKey.endsWith(u'='))
        account.hostKey.chop(1);
    if (const Result<> usable = checkAccount(account); !usable)
        return failureOf(usable);
    Result<std::unique_ptr<SftpSession>> session = SftpSession::open(account);
    if (!session)
        return failureOf(session);
    return std::make_unique<SftpFolder>(url, access, std::move(*session));
}

} // namespace recoupe
