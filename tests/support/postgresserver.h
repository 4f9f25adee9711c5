// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace recoupe::test {

//! A PostgreSQL server of its own for a test: in a temporary folder, reached by a socket there, and
//! stopped with the object. Where the test is root, the server runs as another user, for it
//! refuses to be root.
class PostgresServer
{
public:
    //! Said by RECOUPE_WITHOUT_POSTGRESQL: the machine has no server and that is known.
    [[nodiscard]] static bool isExcused();

    //! A failure says which program is missing or what it answered.
    [[nodiscard]] static Result<std::unique_ptr<PostgresServer>> start();
    ~PostgresServer();

    //! A new empty base, for the owner of the server.
    [[nodiscard]] Result<DatabaseUrl> newDatabase();
    //! Has the server fall over as in a crash, everybody's connection with it, and starts it again.
    [[nodiscard]] Result<> crash();

    //! Stops at once, as after a crash; all connections break.
    [[nodiscard]] Result<> stop();
    //! Starts again what stop() stopped, at the same address.
    [[nodiscard]] Result<> startAgain();
    //! Lets neither the server nor any of its connections answer, and breaks none.
    [[nodiscard]] Result<> freeze();
    //! Lets them go on where they were.
    [[nodiscard]] Result<> thaw();

    //! The same base for another account, which needs no password by the socket.
    [[nodiscard]] static DatabaseUrl as(const QString &account, DatabaseUrl url);
    //! Runs statements as the owner of the server.
    [[nodiscard]] Result<> run(const DatabaseUrl &url, const QStringList &statements) const;

    //! Starts again, on a free port of 127.0.0.1 too, where every account needs its password. The
    //! addresses of before no longer hold. \a certificate and \a key: PEM files; empty for a
    //! server without TLS.
    [[nodiscard]] Result<> listen(const QString &certificate = {}, const QString &key = {});
    //! The same base by that port.
    [[nodiscard]] DatabaseUrl byNetwork(DatabaseUrl url, const QString &password = {}) const;
    //! A program of the server's version: "pg_dump".
    [[nodiscard]] QString program(const QString &name) const;

private:
    PostgresServer() = default;
    [[nodiscard]] Result<> makeCluster();
    [[nodiscard]] Result<> launch();
    [[nodiscard]] Result<> signal(const QString &name) const;
    void end();
    //! A copy that the user of the server can read, and nobody else.
    [[nodiscard]] Result<QString> handOver(const QString &file) const;
    [[nodiscard]] Result<> run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] DatabaseUrl urlOf(const QString &name) const;
    [[nodiscard]] QString dataFolder() const;

    QTemporaryDir m_folder;
    QString m_binaries;
    QString m_user; //!< who runs the server; empty for whoever runs the test
    QProcess m_server;
    QStringList m_settings; //!< beyond the usual ones
    quint16 m_port = 5432;
    int m_databases = 0;
};

} // namespace recoupe::test
