// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgresserver.h"

#include "support/network/peerprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace recoupe::test {

namespace {

constexpr int startSeconds = 30;
constexpr int programMs = 60000;
const QString superuser = QStringLiteral("recoupe");

Failure failure(const QString &what, const QString &detail = {})
{
    return fail(ErrorCode::DatabaseUnreachable, what, detail);
}

//! The folder of initdb: Debian keeps the programs out of PATH, a folder a version.
QString findBinaries()
{
    QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList folders;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        folders.prepend(versions.filePath(name + QStringLiteral("/bin")));
    QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"), folders);
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
    return found.isEmpty() ? QString() : QFileInfo(found).absolutePath();
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(programMs);
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
                                   : QString();
}

//! Somebody who is not root, where the test is.
QString serverUser()
{
    if (outputOf(QStringLiteral("id"), {QStringLiteral("-u")}) != u"0")
        return {};
    const QString postgres = QStringLiteral("postgres");
    const bool exists = !outputOf(QStringLiteral("id"), {QStringLiteral("-u"), postgres}).isEmpty();
    return exists ? postgres : QStringLiteral("nobody");
}

//! Puts another user, and the wish to end with the test, in front of a command.
QStringList asUser(const QString &user, QStringList command)
{
    if (user.isEmpty())
        return command;
    return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=%1").arg(user),
                       QStringLiteral("--clear-groups"), QStringLiteral("--pdeathsig=INT")} +
           command;
}

} // namespace

bool PostgresServer::isExcused()
{
    return qEnvironmentVariableIsSet("RECOUPE_WITHOUT_POSTGRESQL");
}

Result<std::unique_ptr<PostgresServer>> PostgresServer::start()
{
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_binaries = findBinaries();
    if (server->m_binaries.isEmpty()) {
        return failure(
            QStringLiteral("No PostgreSQL server was found in /usr/lib/postgresql/*/bin or PATH: "
                           "install postgresql, or set RECOUPE_WITHOUT_POSTGRESQL to do without."));
    }
    server->m_user = serverUser();
    if (Result<> made = server->makeCluster(); !made)
        return failureOf(made);
    if (Result<> launched = server->launch(); !launched)
        return failureOf(launched);
    return server;
}

PostgresServer::~PostgresServer()
{
    end();
}

void PostgresServer::end()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    if (!thaw() || !stop())
        m_server.kill();
    m_server.waitForFinished(programMs);
}

Result<> PostgresServer::stop()
{
    Result<> stopped = run(m_binaries + QStringLiteral("/pg_ctl"),
                           {QStringLiteral("stop"), QStringLiteral("--pgdata"), dataFolder(),
                            QStringLiteral("--mode=immediate"), QStringLiteral("--wait")});
    if (stopped && m_server.state() != QProcess::NotRunning && !m_server.waitForFinished(programMs))
        return failure(QStringLiteral("The PostgreSQL server does not stop."));
    return stopped;
}

Result<> PostgresServer::startAgain()
{
    return launch();
}

Result<> PostgresServer::crash()
{
    return stop().and_then([this] { return launch(); });
}

Result<> PostgresServer::freeze()
{
    return signal(QStringLiteral("STOP"));
}

Result<> PostgresServer::thaw()
{
    return signal(QStringLiteral("CONT"));
}

//! To the server and to the process of each of its connections. To the server first, or one that
//! is to freeze would make more of them meanwhile.
Result<> PostgresServer::signal(const QString &name) const
{
    const QStringList command{QStringLiteral("-s"), name};
    const QString server = QString::number(m_server.processId());
    const QString kill = QStringLiteral("kill");
    if (const Result<> sent = runProgram(kill, command + QStringList{server}, m_folder.path());
        !sent)
        return sent;
    const QString connections =
        outputOf(QStringLiteral("ps"),
                 {QStringLiteral("-o"), QStringLiteral("pid="), QStringLiteral("--ppid"), server});
    const QStringList processes =
        connections.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    // Its exit code says nothing: one of them may have ended since, and the others are reached.
    if (!processes.isEmpty())
        (void)outputOf(kill, command + processes);
    return {};
}

Result<> PostgresServer::makeCluster()
{
    if (!m_folder.isValid())
        return failure(QStringLiteral("No temporary folder: %1").arg(m_folder.errorString()));
    if (!m_user.isEmpty()) {
        QProcess chown;
        chown.start(QStringLiteral("chown"), {m_user, m_folder.path()});
        if (!chown.waitForFinished(programMs) || chown.exitCode() != 0)
            return failure(
                QStringLiteral("%1 cannot be given to %2.").arg(m_folder.path(), m_user));
    }
    return run(m_binaries + QStringLiteral("/initdb"),
               {QStringLiteral("--pgdata"), dataFolder(), QStringLiteral("--username"), superuser,
                QStringLiteral("--auth=trust"), QStringLiteral("--encoding=UTF8"),
                QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
}

Result<> PostgresServer::launch()
{
    QStringList command = asUser(m_user, {m_binaries + QStringLiteral("/postgres")});
    command << QStringLiteral("-D") << dataFolder();
    QStringList settings{QStringLiteral("port=%1").arg(m_port), QStringLiteral("listen_addresses="),
                         QStringLiteral("fsync=off"),
                         QStringLiteral("unix_socket_directories=%1").arg(m_folder.path())};
    settings += m_settings;
    for (const QString &setting : std::as_const(settings))
        command << QStringLiteral("-c") << setting;
    // Not a pipe: nobody reads it, and a server that cannot write its log any more waits for ever.
    const QString log = m_folder.filePath(QStringLiteral("log"));
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(log, QIODevice::Append);
    m_server.setWorkingDirectory(m_folder.path());
    m_server.start(command.takeFirst(), command);
    QElapsedTimer waited;
    waited.start();
    while (m_server.state() != QProcess::NotRunning && waited.elapsed() < startSeconds * 1000) {
        if (run(m_binaries + QStringLiteral("/pg_isready"),
                {QStringLiteral("--host"), m_folder.path(), QStringLiteral("--port"),
                 QString::number(m_port), QStringLiteral("--username"), superuser}))
            return {};
        m_server.waitForFinished(50);
    }
    QFile said(log);
    return failure(QStringLiteral("The PostgreSQL server does not start: %1")
                       .arg(said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll())
                                                           : said.errorString()));
}

Result<> PostgresServer::run(const QString &program, const QStringList &arguments) const
{
    QStringList command = asUser(m_user, {program});
    command += arguments;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(command.takeFirst(), command);
    if (process.waitForFinished(programMs) && process.exitCode() == 0)
        return {};
    return failure(
        QStringLiteral("%1 failed: %2")
            .arg(program, process.errorString() + u' ' + QString::fromUtf8(process.readAll())));
}

DatabaseUrl PostgresServer::urlOf(const QString &name) const
{
    DatabaseUrl url;
    url.backend = DatabaseUrl::Backend::PostgreSql;
    url.host = m_folder.path();
    url.port = m_port;
    url.user = superuser;
    url.name = name;
    return url;
}

Result<DatabaseUrl> PostgresServer::newDatabase()
{
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    Result<> created =
        run(m_binaries + QStringLiteral("/createdb"),
            {QStringLiteral("--host"), m_folder.path(), QStringLiteral("--port"),
             QString::number(m_port), QStringLiteral("--username"), superuser, name});
    if (!created)
        return failureOf(created);
    return urlOf(name);
}

DatabaseUrl PostgresServer::as(const QString &account, DatabaseUrl url)
{
    url.user = account;
    return url;
}

Result<> PostgresServer::run(const DatabaseUrl &url, const QStringList &statements) const
{
    QStringList arguments{QStringLiteral("--host"),     m_folder.path(),
                          QStringLiteral("--port"),     QString::number(m_port),
                          QStringLiteral("--username"), superuser,
                          QStringLiteral("--dbname"),   url.name,
                          QStringLiteral("--quiet"),    QStringLiteral("--no-psqlrc"),
                          QStringLiteral("--set"),      QStringLiteral("ON_ERROR_STOP=1")};
    for (const QString &statement : statements)
        arguments << QStringLiteral("--command") << statement;
    return run(program(QStringLiteral("psql")), arguments);
}

Result<> PostgresServer::listen(const QString &certificate, const QString &key)
{
    end();
    // The owner as well: a test that forgot the password would otherwise pass.
    const Result<> allowed =
        writePeerFile(dataFolder() + QStringLiteral("/pg_hba.conf"),
                      "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    if (!allowed)
        return allowed;
    m_port = freePort(); // of the socket as well
    m_settings = {QStringLiteral("listen_addresses=127.0.0.1")};
    if (!certificate.isEmpty()) {
        const Result<QString> ownCertificate = handOver(certificate);
        const Result<QString> ownKey = handOver(key);
        if (!ownCertificate || !ownKey)
            return failureOf(ownCertificate ? ownKey : ownCertificate);
        m_settings << QStringLiteral("ssl=on") << QLatin1String("ssl_cert_file=") + *ownCertificate
                   << QLatin1String("ssl_key_file=") + *ownKey;
    }
    return launch();
}

Result<QString> PostgresServer::handOver(const QString &file) const
{
    const QString copy = m_folder.filePath(QFileInfo(file).fileName());
    QFile::remove(copy);
    if (!QFile::copy(file, copy))
        return failure(QStringLiteral("%1 cannot be copied.").arg(file));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    if (m_user.isEmpty())
        return copy;
    return runProgram(QStringLiteral("chown"), {m_user, copy}, m_folder.path()).map([&] {
        return copy;
    });
}

DatabaseUrl PostgresServer::byNetwork(DatabaseUrl url, const QString &password) const
{
    url.host = QStringLiteral("127.0.0.1");
    url.password = password;
    return url;
}

QString PostgresServer::program(const QString &name) const
{
    return m_binaries + u'/' + name;
}

QString PostgresServer::dataFolder() const
{
    return m_folder.filePath(QStringLiteral("data"));
}

} // namespace recoupe::test
