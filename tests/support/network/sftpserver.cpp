// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/network/sftpserver.h"

#include "support/network/peerprocess.h"
#include "support/testfiles.h"

#include <QDir>
#include <QLibraryInfo>

#include <csignal>
#include <unistd.h>

namespace recoupe::test {

namespace {

constexpr char settings[] = R"(
ListenAddress 127.0.0.1:@PORT@
HostKey @FOLDER@/hostkey
AuthorizedKeysFile @FOLDER@/authorized
PidFile none
StrictModes no
PermitRootLogin yes
UsePAM @PAM@
PasswordAuthentication yes
KbdInteractiveAuthentication no
LogLevel VERBOSE
MaxStartups 100
Subsystem sftp internal-sftp
)";

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void appendDescendants(QList<qint64> &processes, qint64 of)
{
    const QByteArray children = bytesOf(QStringLiteral("/proc/%1/task/%1/children").arg(of));
    for (const QByteArray &child : children.simplified().split(' ')) {
        if (const qint64 process = child.toLongLong(); process > 0) {
            processes.append(process);
            appendDescendants(processes, process);
        }
    }
}

} // namespace

Result<std::unique_ptr<SftpServer>> SftpServer::start(qint64 maxFileBytes)
{
    std::unique_ptr<SftpServer> server(new SftpServer);
    server->m_maxFileBytes = maxFileBytes;
    server->m_port = freePort();
    const Result<> started = server->findPrograms()
                                 .and_then([&] { return server->makeKeys(); })
                                 .and_then([&] { return server->configure(); })
                                 .and_then([&] { return server->launch(); });
    if (!started)
        return failureOf(started);
    return server;
}

SftpServer::~SftpServer()
{
    kill();
}

Result<> SftpServer::findPrograms()
{
    const Result<QString> server =
        findProgram(QStringLiteral("sshd"), QStringLiteral("openssh-server"));
    const Result<QString> keygen =
        findProgram(QStringLiteral("ssh-keygen"), QStringLiteral("openssh-client"));
    if (!server || !keygen)
        return failureOf(server ? keygen : server);
    m_server = *server;
    m_keygen = *keygen;
    m_login = outputOf(QStringLiteral("id"), {QStringLiteral("-un")});
    const QDir libraries(QLibraryInfo::path(QLibraryInfo::LibrariesPath));
    if (libraries.exists(QStringLiteral("pam_wrapper/pam_matrix.so")))
        m_pamWrapper = libraries.filePath(QStringLiteral("libpam_wrapper.so"));
    return {};
}

Result<> SftpServer::makeKeys()
{
    const auto make = [this](const char *name, const QString &passphrase) {
        return runProgram(m_keygen,
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                           QStringLiteral("-N"), passphrase, QStringLiteral("-f"),
                           m_folder.filePath(QString::fromLatin1(name))},
                          m_folder.path());
    };
    for (const char *name : {"hostkey", "key", "otherkey"}) {
        if (const Result<> made = make(name, {}); !made)
            return made;
    }
    if (const Result<> made = make("lockedkey", secret()); !made)
        return made;
    const QString printed =
        outputOf(m_keygen, {QStringLiteral("-lf"), m_folder.filePath(QStringLiteral("hostkey"))});
    m_fingerprint = printed.section(u' ', 1, 1);
    return writePeerFile(m_folder.filePath(QStringLiteral("authorized")),
                         bytesOf(key() + QStringLiteral(".pub")) +
                             bytesOf(lockedKey() + QStringLiteral(".pub")));
}

Result<> SftpServer::configure() const
{
    const QDir folder(m_folder.path());
    folder.mkdir(QStringLiteral("in"));
    folder.mkdir(QStringLiteral("pam"));
    const QByteArray made = QByteArray(settings)
                                .replace("@PORT@", QByteArray::number(m_port))
                                .replace("@PAM@", hasPasswords() ? "yes" : "no")
                                .replace("@FOLDER@", QFile::encodeName(m_folder.path()));
    const QByteArray modules = QFile::encodeName(
        QFileInfo(m_pamWrapper).dir().filePath(QStringLiteral("pam_wrapper/pam_matrix.so")));
    const QByteArray accounts = QFile::encodeName(folder.filePath(QStringLiteral("accounts")));
    QByteArray service;
    for (const char *kind : {"auth", "account", "session"})
        service += QByteArray(kind) + " required " + modules + " passdb=" + accounts + '\n';
    return writePeerFile(folder.filePath(QStringLiteral("settings")), made)
        .and_then([&] {
            return writePeerFile(folder.filePath(QStringLiteral("accounts")),
                                 (m_login + u':' + secret() + QStringLiteral(":sshd\n")).toUtf8());
        })
        .and_then(
            [&] { return writePeerFile(folder.filePath(QStringLiteral("pam/sshd")), service); });
}

Result<> SftpServer::launch()
{
    if (geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // as the service does; root's sshd wants it
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (hasPasswords()) {
        environment.insert(QStringLiteral("LD_PRELOAD"), m_pamWrapper);
        environment.insert(QStringLiteral("PAM_WRAPPER"), QStringLiteral("1"));
        environment.insert(QStringLiteral("PAM_WRAPPER_SERVICE_DIR"),
                           m_folder.filePath(QStringLiteral("pam")));
    }
    m_process.setProcessEnvironment(environment);
    const QString limit =
        m_maxFileBytes > 0
            ? QStringLiteral("trap '' XFSZ; ulimit -f %1; ").arg(m_maxFileBytes / 512)
            : QString();
    return startServer(m_process, QStringLiteral("/bin/sh"),
                       {QStringLiteral("-c"),
                        limit + QStringLiteral("exec \"$0\" -D -f \"$1\" -E \"$2\""), m_server,
                        m_folder.filePath(QStringLiteral("settings")),
                        m_folder.filePath(QStringLiteral("log"))},
                       m_port);
}

QUrl SftpServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("sftp"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(m_folder.filePath(QStringLiteral("in")));
    return url;
}

QString SftpServer::file(const QString &path) const
{
    return QDir(m_folder.filePath(QStringLiteral("in"))).filePath(path);
}

QString SftpServer::key() const
{
    return m_folder.filePath(QStringLiteral("key"));
}

QString SftpServer::lockedKey() const
{
    return m_folder.filePath(QStringLiteral("lockedkey"));
}

QString SftpServer::otherKey() const
{
    return m_folder.filePath(QStringLiteral("otherkey"));
}

//! The one that listens, and those that it started, one or two a connection.
QList<qint64> SftpServer::processes() const
{
    QList<qint64> processes;
    if (m_process.state() != QProcess::NotRunning) {
        processes.append(m_process.processId());
        appendDescendants(processes, m_process.processId());
    }
    return processes;
}

void SftpServer::kill()
{
    for (const qint64 process : processes())
        ::kill(pid_t(process), SIGKILL);
    killServer(m_process);
}

void SftpServer::freeze()
{
    for (const qint64 process : processes())
        ::kill(pid_t(process), SIGSTOP);
}

QByteArray SftpServer::log() const
{
    return bytesOf(m_folder.filePath(QStringLiteral("log")));
}

} // namespace recoupe::test
