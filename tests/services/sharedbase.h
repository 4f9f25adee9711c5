// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"
#include "support/postgresserver.h"

#include <QTemporaryDir>

namespace recoupe {

//! The kinds of base that a test runs on; PostgreSQL's server lives as long as this.
class BaseKinds
{
public:
    //! Starts the server; the sentence why it does not start, empty where it runs or is excused.
    [[nodiscard]] QString start();
    void stop() { m_server.reset(); }
    //! Adds the rows "SQLite" and, where there is a server, "PostgreSQL", with a column "backend".
    void addRows() const;
    [[nodiscard]] bool hasServer() const { return m_server != nullptr; }
    //! The address of a new base of that kind: "sqlite" or "postgresql".
    [[nodiscard]] QString newUrl(const QString &backend, const QTemporaryDir &folder) const;

private:
    std::unique_ptr<test::PostgresServer> m_server;
};

//! One base with two operators on it, each over a connection of its own.
class SharedBase
{
public:
    SharedBase(const BaseKinds &kinds, const QString &backend);

    [[nodiscard]] BackOffice &odile() { return m_odile; }
    [[nodiscard]] BackOffice &paul() { return m_paul; }
    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Writes a file into the folder and gives its path.
    QString write(const QString &name, const QByteArray &content) const;
    //! The whole base, read and checked over a connection that knows nothing of it.
    [[nodiscard]] WorkspacePtr afresh() const;

private:
    QTemporaryDir m_folder;
    QString m_url;
    BackOffice m_odile;
    BackOffice m_paul;
};

} // namespace recoupe
