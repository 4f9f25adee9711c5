// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitefile.h"

#include "core/writtenfile.h"
#include "storage/backupfolder.h"
#include "storage/sqlbackend.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace recoupe {

namespace {

constexpr QLatin1String logSuffix("-wal");
constexpr QLatin1String journalSuffix("-journal");
constexpr QLatin1String sharedSuffix("-shm");

// Without side files nobody uses the base, and `immutable` makes SQLite leave none behind. With
// them the truth is partly in them: the file is then opened for reading only.
QString readingOptions(const QString &path)
{
    const bool alone =
        !QFileInfo::exists(path + logSuffix) && !QFileInfo::exists(path + journalSuffix);
    return alone ? QStringLiteral("mode=ro&immutable=1") : QStringLiteral("mode=ro");
}

// VACUUM INTO does not wait for the disk. A change of the copy does, even one to the same value.
QSqlError reachDisk(const QString &path)
{
    SqliteFile copy = SqliteFile::forWriting(path);
    const int version = copy.ask(QStringLiteral("PRAGMA user_version")).toInt();
    if (!copy.error().isValid())
        (void)copy.ask(QStringLiteral("PRAGMA user_version = %1").arg(version));
    return copy.error();
}

} // namespace

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

bool saysDamaged(const QSqlError &error)
{
    return primaryCode(error) == SqliteCode::Corrupt ||
           primaryCode(error) == SqliteCode::NotADatabase;
}

bool openSqlite(QSqlDatabase &database, const QString &path, const QString &options)
{
    QUrl uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    uri.setQuery(options);
    database.setDatabaseName(QString::fromLatin1(uri.toEncoded()));
    database.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    return database.open();
}

QStringList withSideFiles(const QString &path)
{
    return {path, path + logSuffix, path + journalSuffix, path + sharedSuffix};
}

SqliteFile SqliteFile::forReading(const QString &path)
{
    return {path, readingOptions(path)};
}

SqliteFile SqliteFile::forWriting(const QString &path)
{
    return {path, QStringLiteral("mode=rw")};
}

SqliteFile::SqliteFile(const QString &path, const QString &options)
    : m_name(QStringLiteral("recoupe-file-") + QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    if (!openSqlite(m_database, path, options))
        m_error = m_database.lastError();
    else
        (void)ask(QStringLiteral("PRAGMA trusted_schema = OFF"));
}

SqliteFile::~SqliteFile()
{
    m_database = QSqlDatabase(); // the last user, or removeDatabase() complains
    QSqlDatabase::removeDatabase(m_name);
}

QVariant SqliteFile::ask(const QString &text, const QVariant &bound)
{
    if (m_error.isValid())
        return {};
    QSqlQuery query(m_database);
    bool done = query.prepare(text);
    if (done && bound.isValid())
        query.addBindValue(bound);
    done = done && query.exec();
    const QVariant value = done && query.next() ? query.value(0) : QVariant();
    m_error = query.lastError();
    return value;
}

Result<> copySqlite(const QString &from, const QString &to)
{
    SqliteFile base = SqliteFile::forReading(from);
    (void)base.ask(QStringLiteral("VACUUM INTO ?"), to);
    if (saysDamaged(base.error()))
        return damagedBase(from, base.error().databaseText());
    const QSqlError error = base.error().isValid() ? base.error() : reachDisk(to);
    return error.isValid() ? unwritable(to, error.databaseText()) : Result<>();
}

} // namespace recoupe
