// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/basekinds.h"

#include <QTest>

namespace recoupe::test {

namespace {

const QString file = QStringLiteral("sqlite");
const QString onServer = QStringLiteral("postgresql");

} // namespace

QString BaseKinds::start()
{
    if (!m_folder.isValid())
        return m_folder.errorString();
    if (PostgresServer::isExcused())
        return {};
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    if (!server)
        return server.error().message;
    m_server = std::move(*server);
    return {};
}

QStringList BaseKinds::backends() const
{
    return m_server ? QStringList{file, onServer} : QStringList{file};
}

void BaseKinds::addRows() const
{
    QTest::addColumn<QString>("backend");
    for (const QString &backend : backends())
        QTest::newRow(qPrintable(backend)) << backend;
}

DatabaseUrl BaseKinds::newBase(const QString &backend)
{
    DatabaseUrl url;
    if (backend != onServer) {
        url.path = m_folder.filePath(QStringLiteral("base%1.recoupe").arg(++m_files));
        return url;
    }
    if (!m_server)
        qFatal("There is no PostgreSQL server.");
    const Result<DatabaseUrl> made = m_server->newDatabase();
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

} // namespace recoupe::test
