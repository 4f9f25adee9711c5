// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/network/peerprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

namespace recoupe::test {

namespace {

constexpr int programMs = 30'000;

bool isListening(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1000);
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

Result<QString> findProgram(const QString &name, const QString &package)
{
    QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"),
                                                      QStringLiteral("/usr/lib/openssh"),
                                                      QStringLiteral("/usr/lib/ssh")});
    if (!found.isEmpty())
        return found;
    return fail(ErrorCode::NotFound,
                QStringLiteral("%1 is not installed (package %2).").arg(name, package));
}

Result<> runProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (process.waitForFinished(programMs) && process.exitCode() == 0)
        return {};
    return fail(ErrorCode::FileUnreadable,
                QStringLiteral("%1 failed: %2")
                    .arg(program, process.errorString() + QString::fromUtf8(process.readAll())));
}

Result<> writePeerFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return {};
    return fail(ErrorCode::FileUnwritable, path + u' ' + file.errorString());
}

void forgetProxies()
{
    for (const char *variable : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
        qunsetenv(variable);
}

Result<> startServer(QProcess &process, const QString &program, const QStringList &arguments,
                     quint16 port)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    QElapsedTimer waited;
    waited.start();
    while (process.state() != QProcess::NotRunning && waited.elapsed() < programMs) {
        if (isListening(port))
            return {};
        process.waitForFinished(20);
    }
    return fail(
        ErrorCode::ServerUnreachable,
        QStringLiteral("%1 does not start: %2").arg(program, QString::fromUtf8(process.readAll())));
}

void killServer(QProcess &process)
{
    process.kill();
    process.waitForFinished(programMs);
}

} // namespace recoupe::test
