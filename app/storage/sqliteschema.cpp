// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteschema.h"

#include "storage/migrator.h"
#include "storage/sqlitebackend.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace recoupe {

namespace {

//! Type, name, table and text of an object.
using Objects = QSet<QStringList>;

QList<QStringList> objectsIn(const QVariant &answer)
{
    QList<QStringList> objects;
    const QJsonDocument json = QJsonDocument::fromJson(answer.toString().toUtf8());
    for (const QJsonValue &row : json[QLatin1String("objects")].toArray()) {
        QStringList object;
        for (const QJsonValue &field : row.toArray())
            object << field.toString();
        objects << object;
    }
    return objects;
}

//! The schema that the migrations make up to a version, in a base that is gone afterwards.
QVariant madeSchema(int version)
{
    const QString name = QStringLiteral("recoupe-schema-") + QUuid::createUuid().toString();
    QVariant answer;
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        memory.setDatabaseName(QStringLiteral(":memory:"));
        bool made = memory.open();
        QSqlQuery query(memory);
        const SqliteBackend backend{DatabaseUrl()};
        for (const Migration &migration : builtInMigrations()) {
            if (migration.version > version)
                break;
            for (const QString &statement :
                 backend.spelt(migration.text).split(QStringLiteral("\n\n")))
                made = made && query.exec(statement);
        }
        made = made && query.exec(schemaQuestion()) && query.next();
        Q_ASSERT(made);
        answer = query.value(0);
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

Objects expectedObjects(int version)
{
    static QMutex mutex;
    static QHash<int, Objects> known;
    const QMutexLocker locker(&mutex);
    auto found = known.constFind(version);
    if (found == known.constEnd()) {
        const QList<QStringList> objects = objectsIn(madeSchema(version));
        found = known.insert(version, Objects(objects.begin(), objects.end()));
    }
    return *found;
}

} // namespace

// SQLite's own tables and indexes are told by their names; a trigger cannot hide behind one.
QString schemaQuestion()
{
    return QStringLiteral(
        "SELECT json_object('version', (SELECT user_version FROM pragma_user_version), 'objects', "
        "json_group_array(json_array(type, name, tbl_name, coalesce(sql, '')))) "
        "FROM sqlite_schema "
        "WHERE NOT (type IN ('table', 'index') AND name GLOB 'sqlite_*')");
}

int schemaVersionIn(const QVariant &answer)
{
    return QJsonDocument::fromJson(answer.toString().toUtf8())[QLatin1String("version")].toInt();
}

std::optional<QString> foreignObjectIn(const QVariant &answer)
{
    const Objects expected = expectedObjects(schemaVersionIn(answer));
    for (const QStringList &object : objectsIn(answer)) {
        if (!expected.contains(object))
            return object.value(0) + u' ' + object.value(1);
    }
    return std::nullopt;
}

} // namespace recoupe
