// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "platform/network/serveraccess.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace recoupe {

//! Where files are put for a partner. Paths are relative, with slashes; folders on the way are made
//! where there are none. Belongs to one thread, which must not be the window's. Each call is one
//! try: ServerUnreachable asks for another one later, ServerRefused and ServerUntrusted do not;
//! FileUnwritable of a local folder.
class RemoteFolder
{
public:
    virtual ~RemoteFolder() = default;

    //! Whole or not at all: written beside and renamed where the receiver can.
    [[nodiscard]] virtual Result<> put(const QString &localFile, const QString &path,
                                       const Progress &progress = {}) = 0;
    //! Whether read() can tell what is there: not so where files are posted.
    [[nodiscard]] virtual bool isReadable() const { return true; }
    //! A small file; nothing where there is none. LimitExceeded beyond \a maxBytes.
    [[nodiscard]] virtual Result<std::optional<QByteArray>> read(const QString &path,
                                                                 qint64 maxBytes) = 0;
    //! Fine where there is none.
    [[nodiscard]] virtual Result<> remove(const QString &path) = 0;
};

//! A folder of this machine or of the network; FileUnwritable where it does not exist,
//! InvalidArgument where none is named.
[[nodiscard]] Result<std::unique_ptr<RemoteFolder>> openLocalFolder(const QString &folder);

enum class WebMethod
{
    Put,
    Post
};

//! Under an HTTPS address. A file is put to the address of its path, or posted to that of the
//! folder: its name is then in Content-Disposition, and its path, percent-encoded, in
//! X-Recoupe-Path; what was posted can be neither read nor removed (ServerRefused). \a key goes out
//! with each file as Idempotency-Key, followed by a slash and the path, percent-encoded: a file can
//! come twice, for a connection may break once all was sent. Redirects are not followed.
//! InvalidArgument for an address or a token that cannot be used.
[[nodiscard]] Result<std::unique_ptr<RemoteFolder>>
openWebFolder(const QUrl &url, WebMethod method, const ServerAccess &access, const QString &key);

//! Under an sftp://HOST:PORT/PATH address; a path of /~/… begins in the account's home. \a hostKey:
//! "SHA256:…" of the server's key, as ssh-keygen prints it, without which nothing is sent
//! (ServerUntrusted, which tells the fingerprint met). \a keyFile: a private key; the secret is
//! then its passphrase. A file that is there is replaced by removing it and renaming the new one,
//! where the server cannot do both at once. InvalidArgument for an address, a login or a
//! fingerprint that cannot be used, FileUnreadable for such a key file.
[[nodiscard]] Result<std::unique_ptr<RemoteFolder>> openSftpFolder(const QUrl &url,
                                                                   const ServerAccess &access,
                                                                   const QString &hostKey,
                                                                   const QString &keyFile);

} // namespace recoupe
