// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "platform/network/serveraccess.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QUrl>

#include <curl/curl.h>

#include <memory>
#include <optional>

namespace recoupe {

//! A server and how one is known there.
struct SftpAccount
{
    QUrl url; //!< sftp://HOST:PORT/, of the folder too
    ServerAccess access;
    QString hostKey; //!< "SHA256:…" of the server's key
    QString keyFile; //!< a private key; empty: the password alone
};

//! A connection to an SFTP server, made when it is first needed and again when it broke. Each call
//! is one try. Paths are those of the server; relative ones begin in the account's home.
class SftpSession
{
public:
    //! The library cannot be used: ServerRefused.
    [[nodiscard]] static Result<std::unique_ptr<SftpSession>> open(const SftpAccount &account);
    Q_DISABLE_COPY_MOVE(SftpSession)
    ~SftpSession() = default;

    //! Folders on the way are made.
    [[nodiscard]] Result<> upload(QFile &from, const QString &path, const Progress &progress);
    //! Nothing where there is none; LimitExceeded beyond \a maxBytes.
    [[nodiscard]] Result<std::optional<QByteArray>> download(const QString &path, qint64 maxBytes);
    //! Commands of CURLOPT_QUOTE, up to the first that fails (ServerRefused).
    [[nodiscard]] Result<> run(const QStringList &commands);
    //! A path as it stands in such a command.
    [[nodiscard]] static QString quoted(const QString &path);

    void setTimeout(std::chrono::milliseconds timeout) { m_account.access.timeout = timeout; }

private:
    template <typename Type, auto Free>
    struct Deleter
    {
        void operator()(Type *pointer) const { Free(pointer); }
    };

    explicit SftpSession(const SftpAccount &account);
    [[nodiscard]] bool prepare(const QString &path);
    template <typename Value>
    [[nodiscard]] bool set(CURLoption option, Value value);
    [[nodiscard]] CURLcode perform(const Progress &progress, qint64 total);
    [[nodiscard]] CURLcode performAdded(const Progress &progress, qint64 total);
    [[nodiscard]] Failure failure(CURLcode code) const;
    [[nodiscard]] Failure untrusted() const;

    static int checkHostKey(void *session, int type, const char *key, std::size_t length);

    SftpAccount m_account;
    std::unique_ptr<CURLM, Deleter<CURLM, curl_multi_cleanup>> m_multi; //!< keeps the connection
    std::unique_ptr<CURL, Deleter<CURL, curl_easy_cleanup>> m_easy;
    QByteArray m_errorText; //!< libcurl writes there
    QString m_metHostKey;   //!< as ssh-keygen writes it; empty: none was shown
};

} // namespace recoupe
