// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/network/scriptedserver.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace recoupe::test {

namespace {

constexpr int stepMs = 10'000;
constexpr char headersEnd[] = "\r\n\r\n";

//! What one client says until its request is whole, or it hangs up.
QByteArray requestFrom(QTcpSocket &socket)
{
    QByteArray request;
    for (;;) {
        const qsizetype headers = request.indexOf(headersEnd);
        if (headers >= 0 &&
            bodyOf(request).size() >= headerOf(request, "content-length").toLongLong())
            return request;
        if (!socket.waitForReadyRead(stepMs))
            return request;
        request += socket.readAll();
    }
}

} // namespace

QByteArray httpAnswer(int status, const QByteArray &headers, const QByteArray &body)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n" + headers;
    if (!headers.toLower().contains("content-length") && !headers.toLower().contains("chunked"))
        answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return answer + "Connection: close\r\n\r\n" + body;
}

ScriptedServer::ScriptedServer(const QList<ScriptedAnswer> &script)
    : m_script(script)
{
    start();
    m_isListening.acquire();
}

ScriptedServer::~ScriptedServer()
{
    requestInterruption();
    wait();
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

QList<QByteArray> ScriptedServer::requests() const
{
    const QMutexLocker locker(&m_mutex);
    return m_requests;
}

void ScriptedServer::run()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    m_isListening.release();
    std::vector<std::unique_ptr<QTcpSocket>> stalled;
    while (!isInterruptionRequested()) {
        if (!server.waitForNewConnection(20))
            continue;
        std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        const QByteArray request = requestFrom(*socket);
        if (request.isEmpty())
            continue;
        ScriptedAnswer answer;
        {
            const QMutexLocker locker(&m_mutex);
            answer = m_script.at(std::min(m_requests.size(), m_script.size() - 1));
            m_requests.append(request);
        }
        socket->write(answer.bytes);
        while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(stepMs)) {
        }
        if (answer.after == ScriptedAnswer::Stall) {
            stalled.push_back(std::move(socket));
        } else {
            socket->disconnectFromHost();
            if (socket->state() != QTcpSocket::UnconnectedState)
                socket->waitForDisconnected(stepMs);
        }
    }
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const QByteArray head = request.left(request.indexOf(headersEnd));
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray bodyOf(const QByteArray &request)
{
    const qsizetype end = request.indexOf(headersEnd);
    return end < 0 ? QByteArray() : request.mid(end + qsizetype(sizeof headersEnd) - 1);
}

} // namespace recoupe::test
