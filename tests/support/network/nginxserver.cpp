// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/network/nginxserver.h"

#include "support/network/peerprocess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

namespace recoupe::test {

namespace {

//! One process of the user who runs the test, with all it writes in its folder.
constexpr char frame[] = R"(
daemon off;
master_process off;
pid @FOLDER@/pid;
error_log stderr;
events { worker_connections 64; }
http {
    log_format requests escape=json '{"method":"$request_method","uri":"$request_uri",'
        '"status":$status,"sent":$body_bytes_sent,"range":"$http_range",'
        '"authorization":"$http_authorization","key":"$http_idempotency_key",'
        '"disposition":"$http_content_disposition","path":"$http_x_recoupe_path",'
        '"type":"$http_content_type","encoding":"$http_accept_encoding"}';
    access_log @FOLDER@/log requests;
    client_body_temp_path @FOLDER@/tmp;
    proxy_temp_path @FOLDER@/tmp;
    fastcgi_temp_path @FOLDER@/tmp;
    uwsgi_temp_path @FOLDER@/tmp;
    scgi_temp_path @FOLDER@/tmp;
    client_max_body_size 1m;
    output_buffers 1 8k;
    gzip on;
    gzip_min_length 0;
    gzip_types text/plain;
    types { text/plain txt; }
    default_type application/octet-stream;
@SERVERS@
}
)";

constexpr char block[] = R"(
    server {
        listen 127.0.0.1:@PORT@@TLS@;
        root @FOLDER@;
        location /files/ { }
        location /slow/ {
            alias @FOLDER@/files/;
            set $rate 40k;
            if ($http_range) { set $rate 0; }
            limit_rate $rate;
        }
        location /basic/ {
            alias @FOLDER@/files/;
            auth_basic recoupe;
            auth_basic_user_file @FOLDER@/accounts;
        }
        location /token/ {
            alias @FOLDER@/files/;
            if ($http_authorization != "Bearer t0k-en") { return 401; }
        }
        location /forbidden { return 403; }
        location /dav/ { dav_methods PUT DELETE; create_full_put_path on; }
        location = /post { return 201; }
        location = /loop { return 302 /loop; }
        location = /away { return 302 http://127.0.0.1:1/files/a.xml; }
        location = /file { return 302 file:///etc/hostname; }
        location = /plain { return 302 http://127.0.0.1:@PLAIN@/files/a.xml; }
        location = /here { return 302 /files/a.xml; }
    }
)";

const QStringList certificateNames{QStringLiteral("good"), QStringLiteral("expired"),
                                   QStringLiteral("otherhost"), QStringLiteral("selfsigned")};

} // namespace

Result<std::unique_ptr<NginxServer>> NginxServer::start()
{
    std::unique_ptr<NginxServer> server(new NginxServer);
    const Result<QString> program =
        findProgram(QStringLiteral("nginx"), QStringLiteral("nginx-light"));
    if (!program)
        return failureOf(program);
    server->m_program = *program;
    const Result<> started =
        server->m_certificates.make().and_then([&] { return server->configure(); }).and_then([&] {
            return server->launch();
        });
    if (!started)
        return failureOf(started);
    server->m_authority = server->m_certificates.authority();
    return server;
}

NginxServer::~NginxServer()
{
    kill();
}

void NginxServer::kill()
{
    killServer(m_process);
}

Result<> NginxServer::configure()
{
    for (const QString &name : certificateNames + QStringList{QString()})
        m_ports.insert(name, freePort());
    QByteArray servers;
    for (const QString &name : certificateNames + QStringList{QString()})
        servers += serverBlock(name);
    QDir folder(m_folder.path());
    for (const char *name : {"files", "dav", "tmp"})
        folder.mkdir(QString::fromLatin1(name));
    const QByteArray path = QFile::encodeName(m_folder.path());
    const QByteArray settings =
        QByteArray(frame).replace("@SERVERS@", servers).replace("@FOLDER@", path);
    return writePeerFile(m_folder.filePath(QStringLiteral("accounts")), "marie:{PLAIN}s3cr té\n")
        .and_then(
            [&] { return writePeerFile(m_folder.filePath(QStringLiteral("conf")), settings); });
}

QByteArray NginxServer::serverBlock(const QString &certificate) const
{
    const QByteArray tls =
        " ssl; ssl_certificate " + QFile::encodeName(m_certificates.certificate(certificate)) +
        "; ssl_certificate_key " + QFile::encodeName(m_certificates.key(certificate));
    return QByteArray(block)
        .replace("@PORT@", QByteArray::number(m_ports.value(certificate)))
        .replace("@PLAIN@", QByteArray::number(m_ports.value(QString())))
        .replace("@TLS@", certificate.isEmpty() ? QByteArray() : tls);
}

Result<> NginxServer::launch()
{
    return startServer(m_process, m_program,
                       {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"),
                        m_folder.filePath(QStringLiteral("conf"))},
                       m_ports.value(QString()));
}

Result<> NginxServer::restart()
{
    kill();
    return launch();
}

QUrl NginxServer::url(const QString &path, const QString &certificate) const
{
    QUrl url;
    url.setScheme(certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_ports.value(certificate));
    url.setPath(path);
    return url;
}

QString NginxServer::file(const QString &name) const
{
    return QDir(m_folder.filePath(QStringLiteral("files"))).filePath(name);
}

QString NginxServer::davFile(const QString &path) const
{
    return QDir(m_folder.filePath(QStringLiteral("dav"))).filePath(path);
}

QList<QJsonObject> NginxServer::requests(qsizetype atLeast) const
{
    QList<QJsonObject> requests;
    for (QDeadlineTimer deadline(10'000);;) {
        requests.clear();
        QFile log(m_folder.filePath(QStringLiteral("log")));
        if (log.open(QIODevice::ReadOnly)) {
            while (log.canReadLine() || !log.atEnd())
                requests.append(QJsonDocument::fromJson(log.readLine()).object());
        }
        if (requests.size() >= atLeast || deadline.hasExpired())
            return requests;
        QThread::msleep(5); // it logs a request once the answer has gone
    }
}

void NginxServer::clearLog()
{
    QFile::resize(m_folder.filePath(QStringLiteral("log")), 0);
}

} // namespace recoupe::test
