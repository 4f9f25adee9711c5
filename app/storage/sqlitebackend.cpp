// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitebackend.h"

#include "core/oneline.h"
#include "storage/backupfolder.h"
#include "storage/migrator.h"
#include "storage/sqlconnection.h"
#include "storage/sqlitefile.h"
#include "storage/sqliteschema.h"
#include "storage/trailchain.h"
#include "storage/usedbase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// Of https://www.sqlite.org/fileformat.html#the_database_header.
constexpr qsizetype headerSize = 100;
constexpr qsizetype applicationIdOffset = 68;
const QByteArray &fileMagic()
{
    static const QByteArray magic("SQLite format 3\0", 16);
    return magic;
}

//! Whether the journal beside a file says that it was empty before: its first start was cut short,
//! and SQLite makes it empty again (https://www.sqlite.org/fileformat.html#the_rollback_journal).
bool wasEmptyBefore(const QString &path)
{
    constexpr qsizetype journalHeaderSize = 28;
    constexpr qsizetype pagesOffset = 16;
    static const QByteArray magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    QFile journal(path + QLatin1String("-journal"));
    if (!journal.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = journal.read(journalHeaderSize);
    return header.size() == journalHeaderSize && header.startsWith(magic) &&
           qFromBigEndian<quint32>(header.constData() + pagesOffset) == 0;
}

//! What a first look at the file finds, or why it finds nothing.
struct Look
{
    QSqlError error = {};
    bool sound = false;
    int objects = 0;
    int version = 0;
    QVariant schema = {};
};

Look lookThrough(SqliteFile &file)
{
    Look look;
    look.sound = file.ask(QStringLiteral("PRAGMA quick_check(1)")).toString() == u"ok";
    if (look.sound) {
        look.objects = file.ask(QStringLiteral("SELECT count(*) FROM sqlite_schema")).toInt();
        look.version = file.ask(QStringLiteral("PRAGMA user_version")).toInt();
        look.schema = file.ask(schemaQuestion());
    }
    look.error = file.error();
    return look;
}

// Who looks without a lock at a base that another process has just begun to write finds it in
// pieces: only a look that takes part in the locking may call it damaged.
Look lookAtOurs(const QString &path)
{
    SqliteFile apart = SqliteFile::forReading(path);
    const Look look = lookThrough(apart);
    if (look.sound)
        return look;
    SqliteFile together = SqliteFile::forWriting(path);
    return lookThrough(together);
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

//! Refuses a schema with an object that is not of the program.
Result<> expectOurObjects(const QVariant &schema, const QString &path)
{
    const std::optional<QString> object = foreignObjectIn(schema);
    if (!object)
        return {};
    return fail(ErrorCode::DatabaseForeign,
                Tr::tr("La base « %1 » contient « %2 », que Recoupe n'a pas fait et qui pourrait "
                       "changer ou effacer des données à votre insu : elle n'est pas ouverte, et "
                       "n'a pas été modifiée. Demandez d'où elle vient, ou restaurez une "
                       "sauvegarde.")
                    .arg(QDir::toNativeSeparators(path), onOneLine(*object)));
}

// On Unix whoever closes a file gives up all locks that the process holds on it, SQLite's too: the
// next process to close the base would then end the write-ahead log under this one, and lose what
// it writes from then on (https://www.sqlite.org/howtocorrupt.html, 2.2). So the file of a base
// that this process has open is not looked into again.
struct UsedBases
{
    QMutex mutex; // held while a file is looked into, too: nobody opens it meanwhile
    QHash<QString, int> counts;
};

UsedBases &usedBases()
{
    static UsedBases used;
    return used;
}

//! One name for a base, by whichever path it is opened.
QString usedNameOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath()
                         : QDir(file.dir().canonicalPath()).filePath(file.fileName());
}

struct CodeMeaning
{
    int code;
    ErrorCode meaning;
    QString sentence;
};

std::array<CodeMeaning, 6> codeMeanings()
{
    const QString busy = Tr::tr("Une autre fenêtre ou une autre commande de Recoupe écrit en ce "
                                "moment dans la base. Réessayez dans un instant.");
    return {{
        {SqliteCode::Busy, ErrorCode::DatabaseBusy, busy},
        {SqliteCode::Locked, ErrorCode::DatabaseBusy, busy},
        {SqliteCode::Full, ErrorCode::DatabaseFailed,
         Tr::tr("Le disque est plein : rien n'a été enregistré. Libérez de la place, puis "
                "recommencez.")},
        {SqliteCode::ReadOnly, ErrorCode::DatabaseFailed,
         Tr::tr("La base est en lecture seule : rien n'a été enregistré. Donnez à votre compte le "
                "droit d'écrire dans le fichier et dans son dossier.")},
        {SqliteCode::IoError, ErrorCode::DatabaseFailed,
         Tr::tr("Le disque a refusé une lecture ou une écriture : rien n'a été enregistré. "
                "Vérifiez le disque et la place libre.")},
        {SqliteCode::CannotOpen, ErrorCode::DatabaseUnreachable,
         Tr::tr(
             "La base ne peut pas être ouverte. Vérifiez que le fichier et son dossier existent, "
             "que votre compte a le droit d'y écrire et que le disque n'est pas plein.")},
    }};
}

} // namespace

bool isOfUsedBase(const QString &fileName)
{
    QString path = QDir::fromNativeSeparators(fileName);
    for (const char *ending : {"-wal", "-shm", "-journal"}) {
        if (path.endsWith(QLatin1String(ending)))
            path.chop(qsizetype(qstrlen(ending)));
    }
    UsedBases &used = usedBases();
    const QMutexLocker lock(&used.mutex);
    return used.counts.value(usedNameOf(path)) > 0;
}

SqliteBackend::SqliteBackend(const DatabaseUrl &url)
    : m_path(QDir::fromNativeSeparators(url.path))
{
}

SqliteBackend::~SqliteBackend()
{
    if (m_usedName.isEmpty())
        return;
    UsedBases &used = usedBases();
    const QMutexLocker lock(&used.mutex);
    if (--used.counts[m_usedName] == 0)
        used.counts.remove(m_usedName);
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
        return m_mayCreate ? makeFolder().and_then([&] { return inspectUnlessOpen(newestVersion); })
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
    return inspectUnlessOpen(newestVersion);
}

Result<> SqliteBackend::inspectUnlessOpen(int newestVersion)
{
    UsedBases &used = usedBases();
    const QMutexLocker lock(&used.mutex);
    const QString name = usedNameOf(m_path);
    if (used.counts.value(name) == 0 && QFileInfo(m_path).size() > 0) {
        if (Result<> inspected = inspectFile(newestVersion); !inspected)
            return inspected;
    }
    if (m_usedName.isEmpty()) {
        m_usedName = name;
        ++used.counts[name];
    }
    return {};
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
    // Its first sector may not have come to the disk.
    const bool isBlank = header.count('\0') == header.size();
    if ((isBlank || header.startsWith(fileMagic())) && wasEmptyBefore(m_path))
        return {};
    if (!header.startsWith(fileMagic()))
        return foreign(m_path);
    if (header.size() < headerSize)
        return damagedBase(m_path);

    const auto id = qFromBigEndian<qint32>(header.constData() + applicationIdOffset);
    if (id != sqliteApplicationId && id != 0)
        return foreign(m_path);
    // A journal of ours: the first start was cut short. Opening for writing puts that right, while
    // looking cannot; migrate() still refuses a later version.
    if (id == sqliteApplicationId && QFileInfo::exists(m_path + QLatin1String("-journal")))
        return {};
    if (id == 0) {
        SqliteFile unmarked = SqliteFile::forReading(m_path);
        const Look look = lookThrough(unmarked);
        return look.sound && look.objects == 0 ? Result<>() : foreign(m_path);
    }
    const Look look = lookAtOurs(m_path);
    if (look.error.isValid())
        return Failure(describe(look.error));
    if (!look.sound)
        return damagedBase(m_path);
    if (look.version > newestVersion)
        return newerThanProgram(look.version);
    return expectOurObjects(look.schema, m_path);
}

Result<> SqliteBackend::connect(QSqlDatabase &database)
{
    const QString mode = m_mayCreate ? QStringLiteral("mode=rwc") : QStringLiteral("mode=rw");
    if (!openSqlite(database, m_path, mode))
        return Failure(describe(database.lastError()));
    // A recorded decision must survive a power cut: FULL. Without recursive triggers, REPLACE would
    // delete a row of the trail unseen. The cache is in KiB: eight MiB, for an import must not grow
    // with the feed.
    for (const auto &pragma :
         {QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA recursive_triggers = ON"),
          QStringLiteral("PRAGMA cache_size = -8192"),
          // What a schema says may call no function that does anything.
          QStringLiteral("PRAGMA trusted_schema = OFF")}) {
        QSqlQuery query(database);
        if (!query.exec(pragma))
            return Failure(describe(query.lastError()));
    }
    // Again: a journal, which inspect() leaves alone, may have put another schema in place.
    QSqlQuery schema(database);
    if (!schema.exec(schemaQuestion()) || !schema.next())
        return Failure(describe(schema.lastError()));
    return schemaVersionIn(schema.value(0)) > builtInMigrations().last().version
               ? Result<>() // migrate() says so
               : expectOurObjects(schema.value(0), m_path);
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
    return sql.run(QStringLiteral("PRAGMA application_id = %1").arg(sqliteApplicationId));
}

// A pragma takes no bound value; the number is one of ours.
Result<> SqliteBackend::setSchemaVersion(SqlConnection &sql, int version)
{
    return sql.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
}

Result<> SqliteBackend::backUp(SqlConnection &, int version)
{
    return BackupFolder(m_path).keepBeforeMigration(version);
}

Result<QStringList> SqliteBackend::faults(SqlConnection &sql)
{
    const Result<QList<QVariantList>> damage =
        sql.askRows(QStringLiteral("PRAGMA integrity_check(20)"));
    if (!damage)
        return failureOf(damage);
    const Result<QList<QVariantList>> dangling =
        sql.askRows(QStringLiteral("PRAGMA foreign_key_check"));
    if (!dangling)
        return failureOf(dangling);
    const Result<QList<QVariantList>> triggers =
        sql.askRows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
    if (!triggers)
        return failureOf(triggers);
    QStringList faults;
    for (const QVariantList &row : *damage) {
        if (row.first().toString() != u"ok")
            faults << Tr::tr("La base est endommagée ; SQLite dit : « %1 ».")
                          .arg(row.first().toString());
    }
    for (const QVariantList &row : *dangling)
        faults << Tr::tr("La ligne %1 de la table « %2 » renvoie à une ligne de la table « %3 » "
                         "qui n'existe pas.")
                      .arg(row[1].toString(), row[0].toString(), row[2].toString());
    for (const QString &table : appendOnlyTables()) {
        if (!triggers->contains(QVariantList{table + QLatin1String("_no_update")}) ||
            !triggers->contains(QVariantList{table + QLatin1String("_no_delete")}))
            faults << unguarded(table);
    }
    return faults;
}

// VACUUM writes every page anew; the log then holds them all and is brought in and cut.
Result<QString> SqliteBackend::overwriteErased(SqlConnection &sql)
{
    if (Result<> rewritten = sql.run(QStringLiteral("VACUUM")); !rewritten)
        return failureOf(rewritten);
    return sql.ask(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).map([](const QVariant &busy) {
        return busy.toInt() == 0
                   ? QString()
                   : Tr::tr("Le journal d'écriture de la base est lu par une autre fenêtre ou "
                            "une autre commande de Recoupe et garde ce qui a été effacé "
                            "jusqu'à sa fermeture : fermez-les toutes.");
    });
}

// It looks for the highest key each time.
Result<> SqliteBackend::continueIds(SqlConnection &, const QString &)
{
    return {};
}

Result<> SqliteBackend::settle(SqlConnection &sql)
{
    return sql.run(QStringLiteral("PRAGMA journal_mode = WAL"));
}

Result<> SqliteBackend::allowMigration(SqlConnection &, int, int)
{
    return {};
}

Result<> SqliteBackend::renewRights(SqlConnection &)
{
    return {};
}

Result<AccountRole> SqliteBackend::role(SqlConnection &)
{
    return AccountRole::Owner;
}

Result<> SqliteBackend::tellServer(SqlConnection &, BaseSight &)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("La base « %1 » est un fichier : elle n'est sur aucun serveur.")
                    .arg(QDir::toNativeSeparators(m_path)));
}

Result<QString> SqliteBackend::account(SqlConnection &)
{
    return QString();
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

Result<> SqliteBackend::announce(SqlConnection &, const QString &)
{
    return {};
}

Result<> SqliteBackend::listen(QSqlDatabase, WriterHeard) const
{
    return {};
}

// https://www.sqlite.org/pragma.html#pragma_data_version: commits of the connection itself do not
// count.
Result<qint64> SqliteBackend::revision(SqlConnection &sql) const
{
    return sql.ask(QStringLiteral("PRAGMA data_version")).map([](const QVariant &version) {
        return version.toLongLong();
    });
}

// What is open stays readable where its file was removed; what is written then is lost.
Result<qint64> SqliteBackend::pulse(SqlConnection &sql) const
{
    if (!QFileInfo::exists(m_path))
        return unreachable(Tr::tr("Le fichier de la base, « %1 », n'est plus là."), m_path);
    return revision(sql);
}

int SqliteBackend::pulseMs() const
{
    return 250;
}

QString SqliteBackend::spelt(QString text) const
{
    static const QRegularExpression appendOnly(QStringLiteral("\\{append_only (\\w+)\\}"));
    text.replace(appendOnly, QStringLiteral("CREATE TRIGGER \\1_no_update BEFORE UPDATE ON \\1\n"
                                            "BEGIN SELECT RAISE(ABORT, 'append only'); END\n\n"
                                            "CREATE TRIGGER \\1_no_delete BEFORE DELETE ON \\1\n"
                                            "BEGIN SELECT RAISE(ABORT, 'append only'); END"));
    text = withErasable(std::move(text),
                        QStringLiteral("DROP TRIGGER %1_no_update\n\n"
                                       "CREATE TRIGGER %1_no_update BEFORE UPDATE ON %1\n"
                                       "WHEN NOT (%2)\n"
                                       "BEGIN SELECT RAISE(ABORT, 'append only'); END"),
                        QStringLiteral("IS"));
    return text.replace(QLatin1String("{id}"), QLatin1String("INTEGER PRIMARY KEY"))
        .replace(QLatin1String("{returning_id}"), QString())
        .replace(QLatin1String("{with_ids}"), QString())
        .replace(QLatin1String("{long}"), QLatin1String("INTEGER"))
        .replace(QLatin1String("{blob}"), QLatin1String("BLOB"))
        .replace(QLatin1String("{strict}"), QLatin1String(" STRICT"))
        .replace(QLatin1String("{bytewise}"), QLatin1String("COLLATE BINARY"));
}

Error SqliteBackend::describe(const QSqlError &error) const
{
    if (saysDamaged(error))
        return damagedBase(m_path, error.databaseText()).value();
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
