// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/network/certificates.h"
#include "support/postgresserver.h"

namespace recoupe::test {

//! A PostgreSQL server that is reached by the network, with TLS and passwords; it shows the
//! certificate "good" to begin with. Its one account beside the owner is zoe.
class SecuredServer
{
public:
    //! A failure says what is missing or does not start.
    [[nodiscard]] static Result<std::unique_ptr<SecuredServer>> start();

    [[nodiscard]] PostgresServer &server() { return *m_server; }
    //! Has it show that one of Certificates, or none: a server without TLS. Where it shows another
    //! one it is started again, and the addresses of before no longer hold.
    [[nodiscard]] Result<> show(const QString &certificate);

    [[nodiscard]] static QString account() { return QStringLiteral("zoe"); }
    //! Of zoe; one with all that is hard to quote.
    [[nodiscard]] static QString password() { return QStringLiteral("canari 'été\\"); }
    //! A new empty base that zoe may fill, for that user and password, which are taken as they
    //! are; the server is to be verified by its authority. The test stops where it cannot be had.
    [[nodiscard]] DatabaseUrl newBase(const QString &user = account(),
                                      const QString &secret = password());

private:
    SecuredServer() = default;

    Certificates m_certificates;
    std::unique_ptr<PostgresServer> m_server;
    QString m_shown;
};

} // namespace recoupe::test
