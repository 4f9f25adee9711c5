// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/databaseserver.h"

#include "core/oneline.h"
#include "platform/network/httpfailures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int stepMs = 5000;
constexpr qsizetype maxShown = 200; // of what a server says of itself
// https://www.postgresql.org/docs/15/protocol-message-formats.html, SSLRequest
constexpr char tlsRequest[] = {0, 0, 0, 8, 0x04, char(0xd2), 0x16, 0x2f};

QString shown(const DatabaseServer &server)
{
    return server.host + u':' + QString::number(server.port);
}

Failure unreachable(const QString &sentence, const QAbstractSocket &socket)
{
    return fail(ErrorCode::ServerUnreachable, sentence, socket.errorString());
}

Failure notConnected(const DatabaseServer &server, const QAbstractSocket &socket)
{
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return unreachable(Tr::tr("Le serveur « %1 » est inconnu du réseau. Vérifiez son nom, et "
                                  "que ce poste est relié au réseau ou au VPN.")
                               .arg(server.host),
                           socket);
    case QAbstractSocket::ConnectionRefusedError:
        return unreachable(Tr::tr("« %1 » refuse la connexion : aucun serveur PostgreSQL n'y "
                                  "écoute. Vérifiez le port, et demandez à l'administrateur si le "
                                  "serveur est démarré et ouvert au réseau.")
                               .arg(shown(server)),
                           socket);
    case QAbstractSocket::SocketTimeoutError:
        return unreachable(Tr::tr("« %1 » ne répond pas : le délai est dépassé. Vérifiez l'adresse "
                                  "et le réseau ; un pare-feu peut retenir la demande.")
                               .arg(shown(server)),
                           socket);
    default: break;
    }
    return unreachable(Tr::tr("« %1 » ne peut pas être atteint par le réseau. Vérifiez l'adresse "
                              "et que ce poste est relié au réseau ou au VPN.")
                           .arg(shown(server)),
                       socket);
}

Failure noTls(const DatabaseServer &server)
{
    return fail(ErrorCode::ServerUntrusted,
                Tr::tr("Le serveur « %1 » n'offre pas de connexion chiffrée : rien ne lui a été "
                       "envoyé. Demandez à l'administrateur d'y activer TLS ; « sslmode=disable » "
                       "ferait passer mots de passe et données en clair.")
                    .arg(shown(server)));
}

Failure noAuthorities(const QString &file)
{
    return fail(ErrorCode::ServerUntrusted,
                Tr::tr("Le certificat du serveur ne peut pas être vérifié : le fichier des "
                       "autorités de certification « %1 » manque ou n'en contient aucune. "
                       "Demandez-le à l'administrateur et indiquez-le par « sslrootcert ».")
                    .arg(QDir::toNativeSeparators(file)));
}

// https://www.postgresql.org/docs/15/libpq-ssl.html
QString usualAuthorities()
{
    const QString named = qEnvironmentVariable("PGSSLROOTCERT");
    if (!named.isEmpty())
        return named;
#ifdef Q_OS_WIN
    return QDir(qEnvironmentVariable("APPDATA")).filePath(QStringLiteral("postgresql/root.crt"));
#else
    return QDir::home().filePath(QStringLiteral(".postgresql/root.crt"));
#endif
}

Result<QSslConfiguration> settingsFor(const DatabaseServer &server)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setProtocol(QSsl::TlsV1_2OrLater);
    if (server.tls != DatabaseServer::Tls::Verified) {
        settings.setPeerVerifyMode(QSslSocket::VerifyNone);
        return settings;
    }
    settings.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (server.authorities == u"system")
        return settings;
    const QString name = server.authorities.isEmpty() ? usualAuthorities() : server.authorities;
    QFile file(name);
    const QList<QSslCertificate> found = file.open(QIODevice::ReadOnly)
                                             ? QSslCertificate::fromDevice(&file, QSsl::Pem)
                                             : QList<QSslCertificate>();
    if (found.isEmpty())
        return noAuthorities(name);
    settings.setCaCertificates(found); // those alone, as the PostgreSQL client does
    return settings;
}

QString voucherOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.issuerInfo(QSslCertificate::Organization);
    if (names.isEmpty())
        names = certificate.issuerInfo(QSslCertificate::CommonName);
    return onOneLine(names.join(QStringLiteral(", "))).left(maxShown);
}

//! Whether the server goes on in TLS.
Result<bool> askForTls(const DatabaseServer &server, QSslSocket &socket)
{
    socket.write(tlsRequest, sizeof tlsRequest);
    char answer = 0;
    if (!socket.waitForReadyRead(stepMs) || socket.read(&answer, 1) != 1)
        return notConnected(server, socket);
    if (answer == 'S' || answer == 'N')
        return answer == 'S';
    return unreachable(Tr::tr("Ce qui répond à « %1 » n'est pas un serveur PostgreSQL. Vérifiez "
                              "l'adresse et le port.")
                           .arg(shown(server)),
                       socket);
}

Result<DatabaseServerSight> shakeHands(const DatabaseServer &server, QSslSocket &socket)
{
    const Result<QSslConfiguration> settings = settingsFor(server);
    if (!settings)
        return failureOf(settings);
    socket.setSslConfiguration(*settings);
    socket.startClientEncryption();
    if (socket.waitForEncrypted(stepMs))
        return DatabaseServerSight{true, voucherOf(socket.peerCertificate())};
    const QList<QSslError> errors = socket.sslHandshakeErrors();
    if (errors.isEmpty()) {
        return unreachable(Tr::tr("Aucune connexion chiffrée n'a pu être établie avec « %1 ». "
                                  "Prévenez l'administrateur du serveur.")
                               .arg(shown(server)),
                           socket);
    }
    QUrl address;
    address.setScheme(QStringLiteral("postgresql"));
    address.setHost(server.host);
    address.setPort(server.port);
    return serverUntrusted(address, errors);
}

} // namespace

Result<DatabaseServerSight> lookAtDatabaseServer(const DatabaseServer &server)
{
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy); // the PostgreSQL client knows none
    socket.setPeerVerifyName(server.host);
    socket.connectToHost(server.host, quint16(server.port));
    if (!socket.waitForConnected(stepMs))
        return notConnected(server, socket);
    if (server.tls == DatabaseServer::Tls::None)
        return DatabaseServerSight{};
    const Result<bool> offersTls = askForTls(server, socket);
    if (!offersTls)
        return failureOf(offersTls);
    if (*offersTls)
        return shakeHands(server, socket);
    if (server.tls != DatabaseServer::Tls::IfOffered)
        return noTls(server);
    return DatabaseServerSight{};
}

} // namespace recoupe
