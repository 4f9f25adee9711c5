// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/securedserver.h"

namespace recoupe::test {

Result<std::unique_ptr<SecuredServer>> SecuredServer::start()
{
    std::unique_ptr<SecuredServer> secured(new SecuredServer);
    if (const Result<> made = secured->m_certificates.make(); !made)
        return failureOf(made);
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    if (!server)
        return failureOf(server);
    secured->m_server = std::move(*server);
    const QString role = QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD '%2'")
                             .arg(account(), password().replace(u'\'', QLatin1String("''")));
    const Result<> ready =
        secured->m_server->newDatabase()
            .and_then([&](const DatabaseUrl &url) { return secured->m_server->run(url, {role}); })
            .and_then([&] { return secured->show(QStringLiteral("good")); });
    if (!ready)
        return failureOf(ready);
    return secured;
}

Result<> SecuredServer::show(const QString &certificate)
{
    if (certificate == m_shown)
        return {};
    m_shown = certificate;
    return certificate.isEmpty() ? m_server->listen()
                                 : m_server->listen(m_certificates.certificate(certificate),
                                                    m_certificates.key(certificate));
}

DatabaseUrl SecuredServer::newBase(const QString &user, const QString &secret)
{
    const Result<DatabaseUrl> local = m_server->newDatabase();
    if (!local)
        qFatal("%s", qPrintable(local.error().message));
    const QString grant =
        QStringLiteral("GRANT CREATE ON DATABASE %1 TO %2").arg(local->name, account());
    if (const Result<> granted = m_server->run(*local, {grant}); !granted)
        qFatal("%s", qPrintable(granted.error().message));
    DatabaseUrl url = PostgresServer::as(user, m_server->byNetwork(*local, secret));
    url.written = DatabaseUrl::Encryption::Verified;
    url.authorities = m_certificates.authority();
    return url;
}

} // namespace recoupe::test
