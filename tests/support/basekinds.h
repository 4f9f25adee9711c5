// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/postgresserver.h"

#include <QTemporaryDir>

namespace recoupe::test {

//! The kinds of base that a test runs on, "sqlite" and "postgresql", and new bases of each. The
//! server lives as long as this, or until stop().
class BaseKinds
{
public:
    //! Starts the server; the sentence why it does not start, empty where it runs or is excused.
    [[nodiscard]] QString start();
    void stop() { m_server.reset(); }
    //! None where it is excused.
    [[nodiscard]] PostgresServer *server() const { return m_server.get(); }

    //! "sqlite" and, where there is a server, "postgresql".
    [[nodiscard]] QStringList backends() const;
    //! Adds a row for each of backends(), with a column "backend".
    void addRows() const;
    //! The address of a new base of that kind: an empty one on the server, a file that is not there
    //! yet. The test stops where it cannot be had.
    [[nodiscard]] DatabaseUrl newBase(const QString &backend);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    int m_files = 0;
};

} // namespace recoupe::test
