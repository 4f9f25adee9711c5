// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace recoupe::test {

//! An OpenSSH server of its own for a test, on a free port of the loopback, with a key of its own,
//! for the account that runs the test. Killed with the object.
class SftpServer
{
public:
    //! \a maxFileBytes: how large a file may get there, which stands for a full disk; 0: no limit.
    //! NotFound where OpenSSH is missing.
    [[nodiscard]] static Result<std::unique_ptr<SftpServer>> start(qint64 maxFileBytes = 0);
    ~SftpServer();

    //! Of the folder that files are put in.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString file(const QString &path) const;
    [[nodiscard]] const QString &login() const { return m_login; }
    //! Private keys that are let in: without a passphrase, and with `secret`.
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString lockedKey() const;
    //! A private key that is not.
    [[nodiscard]] QString otherKey() const;
    //! The passphrase of the locked key, and where hasPasswords() the password of the account.
    [[nodiscard]] static QString secret() { return QStringLiteral("s3cr té"); }
    //! Whether the server can be given passwords of its own: that needs pam_wrapper.
    [[nodiscard]] bool hasPasswords() const { return !m_pamWrapper.isEmpty(); }
    //! As ssh-keygen prints it.
    [[nodiscard]] const QString &fingerprint() const { return m_fingerprint; }

    //! Breaks all connections.
    void kill();
    //! Leaves all connections open and says nothing more, nor answers to new ones.
    void freeze();
    [[nodiscard]] Result<> launch();
    //! What it wrote down so far.
    [[nodiscard]] QByteArray log() const;

private:
    SftpServer() = default;
    [[nodiscard]] Result<> findPrograms();
    [[nodiscard]] Result<> makeKeys();
    [[nodiscard]] Result<> configure() const;
    [[nodiscard]] QList<qint64> processes() const;

    QTemporaryDir m_folder;
    QString m_server;
    QString m_keygen;
    QString m_pamWrapper; //!< its library
    QString m_login;
    QString m_fingerprint;
    quint16 m_port = 0;
    qint64 m_maxFileBytes = 0;
    QProcess m_process;
};

} // namespace recoupe::test
