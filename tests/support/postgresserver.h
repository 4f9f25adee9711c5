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

    //! A new empty base.
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

private:
    PostgresServer() = default;
    [[nodiscard]] Result<> makeCluster();
    [[nodiscard]] Result<> launch();
    [[nodiscard]] Result<> signal(const QString &name) const;
    [[nodiscard]] Result<> run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] DatabaseUrl urlOf(const QString &name) const;
    [[nodiscard]] QString dataFolder() const;

    QTemporaryDir m_folder;
    QString m_binaries;
    QString m_user; //!< who runs the server; empty for whoever runs the test
    QProcess m_server;
    int m_databases = 0;
};

} // namespace recoupe::test
