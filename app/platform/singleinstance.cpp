// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include "core/processlock.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace recoupe {

namespace {

constexpr int answerMs = 3000;
constexpr auto streamVersion = QDataStream::Qt_6_4;

//! Local sockets have system-wide names: the home folder keeps users apart.
QString nameFor(const QString &subject)
{
    const QByteArray hash = QCryptographicHash::hash((QDir::homePath() + u'\n' + subject).toUtf8(),
                                                     QCryptographicHash::Sha1);
    return QStringLiteral("recoupe-") + QString::fromLatin1(hash.toHex().left(16));
}

QString lockFileFor(const QString &name)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime.isEmpty() ? QDir::tempPath() : runtime)
        .filePath(name + QStringLiteral(".lock"));
}

} // namespace

SingleInstance::SingleInstance(const QString &subject, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(subject))
    , m_lock(lockFileFor(m_name))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::becomeFirst()
{
    if (!tryProcessLock(m_lock))
        return m_lock.error() != QLockFile::LockFailedError; // no folder for it: run all the same
    listen();
    return true;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // of one that crashed: the lock is ours
    m_server->listen(m_name);
}

bool SingleInstance::handOver(const QStringList &files) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerMs))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << files;
    socket.write(message);
    // The first one closes when it has read: else the message could go with this process.
    return socket.waitForBytesWritten(answerMs) && socket.waitForDisconnected(answerMs);
}

void SingleInstance::receive()
{
    QLocalSocket *socket = m_server->nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        QDataStream stream(socket);
        stream.setVersion(streamVersion);
        QStringList files;
        stream.startTransaction();
        stream >> files;
        if (!stream.commitTransaction())
            return;
        socket->disconnectFromServer();
        Q_EMIT called(files);
    });
}

} // namespace recoupe
