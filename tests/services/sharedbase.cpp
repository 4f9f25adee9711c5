// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sharedbase.h"

#include "storage/database.h"

#include <QFile>
#include <QTest>

namespace recoupe {

namespace {

const Clock day{QDate(2026, 11, 23)};

} // namespace

QString BaseKinds::start()
{
    if (test::PostgresServer::isExcused())
        return {};
    Result<std::unique_ptr<test::PostgresServer>> server = test::PostgresServer::start();
    if (!server)
        return server.error().message;
    m_server = std::move(*server);
    return {};
}

void BaseKinds::addRows() const
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("SQLite") << QStringLiteral("sqlite");
    if (m_server)
        QTest::newRow("PostgreSQL") << QStringLiteral("postgresql");
}

QString BaseKinds::newUrl(const QString &backend, const QTemporaryDir &folder) const
{
    if (backend != u"postgresql")
        return QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("base.recoupe"));
    const DatabaseUrl url = m_server->newDatabase().value();
    return QStringLiteral("postgresql://%1@/%2?host=%3").arg(url.user, url.name, url.host);
}

SharedBase::SharedBase(const BaseKinds &kinds, const QString &backend)
    : m_url(kinds.newUrl(backend, m_folder))
    , m_odile(m_url, QStringLiteral("Odile"), day)
    , m_paul(m_url, QStringLiteral("Paul"), day)
{
    for (BackOffice *office : {&m_odile, &m_paul}) {
        if (const Result<> opened = office->open(); !opened)
            qFatal("%s", qPrintable(opened.error().message));
    }
}

QString SharedBase::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

WorkspacePtr SharedBase::afresh() const
{
    const auto database = Database::open(DatabaseUrl::parse(m_url).value());
    const Result<WorkspacePtr> loaded = loadWorkspace(**database, day.today());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return *loaded;
}

} // namespace recoupe
