// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitebackend.h"

#include "storage/migrator.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qint32 applicationId = 0x52435045; // "RCPE"

// Of https://www.sqlite.org/fileformat.html#the_database_header.
constexpr qsizetype headerSize = 100;
constexpr qsizetype applicationIdOffset = 68;
const QByteArray &fileMagic()
{
    static const QByteArray magic("SQLite format 3\0", 16);
    return magic;
}

// https://www.sqlite.org/rescode.html; the low byte of the extended codes that Qt hands over.
enum SqliteCode : int
{
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

// A URI says whether the file may be made and whether it may be touched at all; a plain path would
// create what is missing.
QString fileUri(const QString &path, const QString &options)
{
    QUrl uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    uri.setQuery(options);
    return QString::fromLatin1(uri.toEncoded());
}

bool openUri(QSqlDatabase &database, const QString &uri)
{
    database.setDatabaseName(uri);
    database.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    return database.open();
}

QString sideFile(const QString &path, const char *suffix)
{
    return path + QLatin1String(suffix);
}

//! What a first look at the file finds, or why it finds nothing.
struct Look
{
    QSqlError error = {};
    bool sound = false;
    int objects = 0;
    int version = 0;
};

QVariant firstValue(QSqlQuery &query, const QString &text, QSqlError &error)
{
    if (!query.exec(text) || !query.next()) {
        error = query.lastError();
        return {};
    }
    return query.value(0);
}

Look lookThrough(const QSqlDatabase &database)
{
    Look look;
    QSqlQuery query(database);
    const QVariant check = firstValue(query, QStringLiteral("PRAGMA quick_check(1)"), look.error);
    look.sound = check.toString() == u"ok";
    if (!look.sound)
        return look;
    look.objects =
        firstValue(query, QStringLiteral("SELECT count(*) FROM sqlite_schema"), look.error).toInt();
    look.version = firstValue(query, QStringLiteral("PRAGMA user_version"), look.error).toInt();
    return look;
}

// Without side files nobody uses the base, and `immutable` makes SQLite leave none behind. With
// them the truth is partly in them: the file is then opened for reading only.
Look lookReadOnly(const QString &path)
{
    const bool alone = !QFileInfo::exists(sideFile(path, "-wal")) &&
                       !QFileInfo::exists(sideFile(path, "-journal"));
    const QString name = QStringLiteral("recoupe-look-") + QUuid::createUuid().toString();
    Look look;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        const QString options =
            alone ? QStringLiteral("mode=ro&immutable=1") : QStringLiteral("mode=ro");
        if (openUri(database, fileUri(path, options)))
            look = lookThrough(database);
        else
            look.error = database.lastError();
    }
    QSqlDatabase::removeDatabase(name);
    return look;
}

Failure unreachable(const QString &message, const QString &path)
{
    return fail(ErrorCode::DatabaseUnreachable, message.arg(QDir::toNativeSeparators(path)));
}

Failure foreign(const QString &path)
{
    return fail(ErrorCode::DatabaseForeign,
                Tr::tr("Le fichier « %1 » n'est pas une base de Recoupe ; il n'a pas été modifié. "
                       "Choisissez un autre fichier.")
                    .arg(QDir::toNativeSeparators(path)));
}

QString damagedSentence()
{
    return Tr::tr("La base est endommagée ; elle n'a pas été modifiée. Mettez ce fichier de côté "
                  "et restaurez la dernière sauvegarde.");
}

struct CodeMeaning
{
    int code;
    ErrorCode meaning;
    QString sentence;
};

std::array<CodeMeaning, 8> codeMeanings()
{
    const QString busy = Tr::tr("Une autre fenêtre ou une autre commande de Recoupe écrit en ce "
                                "moment dans la base. Réessayez dans un instant.");
    return {{
        {Busy, ErrorCode::DatabaseBusy, busy},
        {Locked, ErrorCode::DatabaseBusy, busy},
        {Corrupt, ErrorCode::DatabaseDamaged, damagedSentence()},
        {NotADatabase, ErrorCode::DatabaseDamaged, damagedSentence()},
        {Full, ErrorCode::DatabaseFailed,
         Tr::tr("Le disque est plein : rien n'a été enregistré. Libérez de la place, puis "
                "recommencez.")},
        {ReadOnly, ErrorCode::DatabaseFailed,
         Tr::tr("La base est en lecture seule : rien n'a été enregistré. Donnez à votre compte le "
                "droit d'écrire dans le fichier et dans son dossier.")},
        {IoError, ErrorCode::DatabaseFailed,
         Tr::tr("Le disque a refusé une lecture ou une écriture : rien n'a été enregistré. "
                "Vérifiez le disque et la place libre.")},
        {CannotOpen, ErrorCode::DatabaseUnreachable,
         Tr::tr("La base ne peut pas être ouverte. Vérifiez que le fichier et son dossier existent "
                "et que votre compte a le droit d'y écrire.")},
    }};
}

} // namespace

SqliteBackend::SqliteBackend(const DatabaseUrl &url)
    : m_path(QDir::fromNativeSeparators(url.path))
{
}

QString SqliteBackend::driver() const
{
    return QStringLiteral("QSQLITE");
}

Result<> SqliteBackend::inspect(Database::Mode mode, int newestVersion)
{
    m_mayCreate = mode == Database::Mode::CreateIfMissing;
    const QFileInfo file(m_path);
    if (file.isDir())
        return unreachable(Tr::tr("« %1 » est un dossier : indiquez le fichier de la base."),
                           m_path);
    if (!file.exists()) {
        return m_mayCreate ? makeFolder()
                           : unreachable(Tr::tr("La base « %1 » n'existe pas. Vérifiez le chemin."),
                                         m_path);
    }
    // The folder too: the write-ahead log lies there.
    const bool mayWrite = file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
    if (!file.isReadable() || !mayWrite) {
        return unreachable(Tr::tr("Votre compte n'a pas le droit de lire et d'écrire la base "
                                  "« %1 » et dans son dossier. Demandez ce droit, ou copiez le "
                                  "fichier ailleurs."),
                           m_path);
    }
    return file.size() == 0 ? Result<>() : inspectFile(newestVersion);
}

Result<> SqliteBackend::makeFolder() const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return unreachable(Tr::tr("Le dossier « %1 » ne peut pas être créé. Choisissez un dossier "
                                  "où votre compte a le droit d'écrire."),
                           folder);
    }
    return {};
}

// The header is read by hand: SQLite would have to be asked through a connection, and the id
// decides whether it may be asked anything.
Result<> SqliteBackend::inspectFile(int newestVersion) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unreachable(Tr::tr("La base « %1 » ne peut pas être lue."), m_path);
    const QByteArray header = file.read(headerSize);
    file.close();
    if (!header.startsWith(fileMagic()))
        return foreign(m_path);
    if (header.size() < headerSize)
        return fail(ErrorCode::DatabaseDamaged, damagedSentence());

    const auto id = qFromBigEndian<qint32>(header.constData() + applicationIdOffset);
    if (id != applicationId && id != 0)
        return foreign(m_path);
    // A journal of ours: the first start was cut short. Opening for writing puts that right, while
    // looking cannot; migrate() still refuses a later version.
    if (id == applicationId && QFileInfo::exists(sideFile(m_path, "-journal")))
        return {};
    const Look look = lookReadOnly(m_path);
    if (id == 0)
        return look.sound && look.objects == 0 ? Result<>() : foreign(m_path);
    if (look.error.isValid())
        return Failure(describe(look.error));
    if (!look.sound)
        return fail(ErrorCode::DatabaseDamaged, damagedSentence());
    return look.version > newestVersion ? newerThanProgram(look.version) : Result<>();
}

Result<> SqliteBackend::connect(QSqlDatabase &database)
{
    const QString mode = m_mayCreate ? QStringLiteral("mode=rwc") : QStringLiteral("mode=rw");
    if (!openUri(database, fileUri(m_path, mode)))
        return Failure(describe(database.lastError()));
    // A recorded decision must survive a power cut: FULL. Without recursive triggers, REPLACE would
    // delete a row of the trail unseen. The cache is in KiB: eight MiB, for an import must not grow
    // with the feed.
    for (const auto &pragma :
         {QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA recursive_triggers = ON"),
          QStringLiteral("PRAGMA cache_size = -8192")}) {
        QSqlQuery query(database);
        if (!query.exec(pragma))
            return Failure(describe(query.lastError()));
    }
    return {};
}

Result<int> SqliteBackend::schemaVersion(SqlConnection &sql)
{
    return sql.ask(QStringLiteral("PRAGMA user_version")).map([](const QVariant &version) {
        return version.toInt();
    });
}

// In the file itself before it keeps a write-ahead log, so that the header always tells.
Result<> SqliteBackend::claim(SqlConnection &sql)
{
    // A submission with its source takes some three kilobytes: pages of four would be filled by
    // one.
    if (Result<> sized = sql.run(QStringLiteral("PRAGMA page_size = 16384")); !sized)
        return sized;
    return sql.run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
}

// A pragma takes no bound value; the number is one of ours.
Result<> SqliteBackend::setSchemaVersion(SqlConnection &sql, int version)
{
    return sql.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
}

Result<> SqliteBackend::backUp(SqlConnection &sql, int version)
{
    const QString stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmsszzz"));
    const QString copy = QStringLiteral("%1.schema-%2.%3").arg(m_path).arg(version).arg(stamp);
    static constexpr Sql vacuumInto("VACUUM INTO ?");
    return execute(sql, vacuumInto, copy);
}

Result<> SqliteBackend::settle(SqlConnection &sql)
{
    return sql.run(QStringLiteral("PRAGMA journal_mode = WAL"));
}

// A deferred transaction that has read is refused at once when it turns into a writer, whatever
// the time-out; an immediate one waits its turn.
Result<> SqliteBackend::beginWriting(SqlConnection &sql)
{
    return sql.run(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<> SqliteBackend::beginReading(SqlConnection &sql)
{
    return sql.run(QStringLiteral("BEGIN DEFERRED"));
}

QString SqliteBackend::spelt(QString text) const
{
    static const QRegularExpression appendOnly(QStringLiteral("\\{append_only (\\w+)\\}"));
    text.replace(appendOnly, QStringLiteral("CREATE TRIGGER \\1_no_update BEFORE UPDATE ON \\1\n"
                                            "BEGIN SELECT RAISE(ABORT, 'append only'); END\n\n"
                                            "CREATE TRIGGER \\1_no_delete BEFORE DELETE ON \\1\n"
                                            "BEGIN SELECT RAISE(ABORT, 'append only'); END"));
    return text.replace(QLatin1String("{id}"), QLatin1String("INTEGER PRIMARY KEY"))
        .replace(QLatin1String("{returning_id}"), QString())
        .replace(QLatin1String("{long}"), QLatin1String("INTEGER"))
        .replace(QLatin1String("{blob}"), QLatin1String("BLOB"))
        .replace(QLatin1String("{strict}"), QLatin1String(" STRICT"))
        .replace(QLatin1String("{bytewise}"), QLatin1String("COLLATE BINARY"));
}

Error SqliteBackend::describe(const QSqlError &error) const
{
    const auto meanings = codeMeanings();
    const auto found = std::ranges::find(meanings, primaryCode(error), &CodeMeaning::code);
    if (found != meanings.end())
        return {found->meaning, found->sentence, error.databaseText()};
    return {ErrorCode::DatabaseFailed,
            Tr::tr("La base a refusé l'opération : rien n'a été enregistré."),
            error.databaseText()};
}

// Writers stand in line from their first statement: there is nothing that doing it again would
// settle.
bool SqliteBackend::mayReplay(const QSqlError &) const
{
    return false;
}

} // namespace recoupe
