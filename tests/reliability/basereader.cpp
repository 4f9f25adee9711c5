// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/basereader.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace recoupe::test {

BaseReader::BaseReader(const DatabaseUrl &url)
    : m_name(QUuid::createUuid().toString())
{
    const bool isServer = url.backend == DatabaseUrl::Backend::PostgreSql;
    QSqlDatabase base = QSqlDatabase::addDatabase(
        isServer ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_name);
    base.setDatabaseName(isServer ? url.name : url.path);
    base.setHostName(url.host);
    base.setUserName(url.user);
    if (!base.open())
        qFatal("%s", qPrintable(base.lastError().text()));
    if (isServer)
        QSqlQuery(base).exec(QStringLiteral("SET search_path TO recoupe"));
}

BaseReader::~BaseReader()
{
    QSqlDatabase::removeDatabase(m_name);
}

QList<QVariantList> BaseReader::rows(const QString &query) const
{
    QSqlQuery result(QSqlDatabase::database(m_name, false));
    if (!result.exec(query))
        qFatal("%s: %s", qPrintable(query), qPrintable(result.lastError().text()));
    const int width = result.record().count();
    QList<QVariantList> rows;
    while (result.next()) {
        QVariantList &row = rows.emplaceBack();
        for (int i = 0; i < width; ++i)
            row << result.value(i);
    }
    return rows;
}

QVariant BaseReader::value(const QString &query) const
{
    const QList<QVariantList> found = rows(query);
    return found.isEmpty() ? QVariant() : found.first().first();
}

QStringList BaseReader::column(const QString &query) const
{
    QStringList values;
    for (const QVariantList &row : rows(query))
        values << row.first().toString();
    return values;
}

} // namespace recoupe::test
