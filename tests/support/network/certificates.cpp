// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/network/certificates.h"

#include "support/network/peerprocess.h"

namespace recoupe::test {

namespace {

const QString loopback = QStringLiteral("IP:127.0.0.1");

//! Of a new key without a passphrase; elliptic, for these are made in no time.
QStringList newKey(const QString &file)
{
    return {QStringLiteral("-newkey"),
            QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:P-256"),
            QStringLiteral("-nodes"),
            QStringLiteral("-keyout"),
            file};
}

} // namespace

QString Certificates::certificate(const QString &name) const
{
    return m_folder.filePath(name + QStringLiteral(".pem"));
}

QString Certificates::key(const QString &name) const
{
    return m_folder.filePath(name + QStringLiteral(".key"));
}

QString Certificates::authority() const
{
    return certificate(QStringLiteral("authority"));
}

Result<> Certificates::make()
{
    const Result<QString> program =
        findProgram(QStringLiteral("openssl"), QStringLiteral("openssl"));
    if (!program)
        return failureOf(program);
    m_program = *program;
    const auto makeOwn = [this](const QString &name, const QString &extension) {
        return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"),
                                   QStringLiteral("-out"), certificate(name),
                                   QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                                   QStringLiteral("-days"), QStringLiteral("2"),
                                   QStringLiteral("-addext"), extension} +
                       newKey(key(name)));
    };
    return makeOwn(QStringLiteral("authority"), QStringLiteral("keyUsage=keyCertSign"))
        .and_then([&] {
            return makeOwn(QStringLiteral("selfsigned"),
                           QStringLiteral("subjectAltName=") + loopback);
        })
        .and_then([&] { return makeSigned(QStringLiteral("good"), loopback, 2); })
        .and_then([&] { return makeSigned(QStringLiteral("expired"), loopback, -1); })
        .and_then([&] {
            return makeSigned(QStringLiteral("otherhost"), QStringLiteral("DNS:autre.example"), 2);
        });
}

Result<> Certificates::makeSigned(const QString &name, const QString &host, int days) const
{
    const QString extensions = m_folder.filePath(name + QStringLiteral(".ext"));
    if (const Result<> written = writePeerFile(extensions, "subjectAltName=" + host.toLatin1());
        !written)
        return written;
    const QString request = m_folder.filePath(name + QStringLiteral(".csr"));
    return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-out"), request,
                               QStringLiteral("-subj"), QStringLiteral("/CN=") + name} +
                   newKey(key(name)))
        .and_then([&] {
            return openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                            request, QStringLiteral("-CA"), authority(), QStringLiteral("-CAkey"),
                            key(QStringLiteral("authority")), QStringLiteral("-CAcreateserial"),
                            QStringLiteral("-days"), QString::number(days),
                            QStringLiteral("-extfile"), extensions, QStringLiteral("-out"),
                            certificate(name)});
        });
}

Result<> Certificates::openssl(const QStringList &arguments) const
{
    return runProgram(m_program, arguments, m_folder.path());
}

} // namespace recoupe::test
