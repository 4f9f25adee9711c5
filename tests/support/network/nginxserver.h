// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "support/network/certificates.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace recoupe::test {

//! An nginx of its own for a test, on free ports of the loopback, one for each certificate of
//! Certificates and one without encryption. Killed with the object.
//!
//! /files/ holds the files of a folder; /slow/ gives them at 40 kB a second, save a part of one;
//! /basic/ gives them to marie, password "s3cr té"; /token/ for the token "t0k-en"; /dav/ takes PUT
//! and DELETE, up to 1 MB, from all; /post takes POST; /loop, /away, /file, /plain and /here
//! redirect: to itself, to another port, to file:, to http:, to /files/; /forbidden is. What was
//! asked is in the log.
class NginxServer
{
public:
    //! NotFound where nginx or openssl is missing.
    [[nodiscard]] static Result<std::unique_ptr<NginxServer>> start();
    ~NginxServer();

    //! \a certificate: as Certificates names them; empty: without encryption.
    [[nodiscard]] QUrl url(const QString &path,
                           const QString &certificate = QStringLiteral("good")) const;
    [[nodiscard]] const QString &authority() const { return m_authority; }
    //! The file under /files/ and under /dav/.
    [[nodiscard]] QString file(const QString &name) const;
    [[nodiscard]] QString davFile(const QString &path) const;

    //! Breaks all connections.
    void kill();
    //! The same, and is there again.
    [[nodiscard]] Result<> restart();
    //! The requests so far, each as an object: method, uri, status, sent (bytes of the body),
    //! range, authorization, key (Idempotency-Key), disposition, path (X-Recoupe-Path), type,
    //! encoding. Waits for so many.
    [[nodiscard]] QList<QJsonObject> requests(qsizetype atLeast = 0) const;
    void clearLog();

private:
    NginxServer() = default;
    [[nodiscard]] Result<> configure();
    [[nodiscard]] Result<> launch();
    [[nodiscard]] QByteArray serverBlock(const QString &certificate) const;

    Certificates m_certificates;
    QString m_authority;
    QTemporaryDir m_folder;
    QHash<QString, quint16> m_ports;
    QString m_program;
    QProcess m_process;
};

} // namespace recoupe::test
