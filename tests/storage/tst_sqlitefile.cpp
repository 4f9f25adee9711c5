// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/importrepository.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;
using recoupe::test::writeBytes;

// What opening a file does to it, and says about it.
class SqliteFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] DatabaseUrl urlOf(const QString &name) const
    {
        DatabaseUrl url;
        url.path = m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + u' ' +
                                     QLatin1String(QTest::currentDataTag()) + u' ' + name);
        return url;
    }
    static QString longName() { return QString(200, u'x'); }
    //! A base of ours with enough rows to fill several pages, closed.
    static void makeBase(const DatabaseUrl &url)
    {
        const auto database = Database::open(url);
        ImportRepository imports(**database);
        ImportRecord record;
        record.fileName = longName();
        (void)(*database)->inTransaction([&]() -> Result<> {
            for (int i = 0; i < 500; ++i) {
                if (Result<qint64> id = imports.begin(record); !id)
                    return failureOf(id);
            }
            return {};
        });
    }
    //! Runs statements on a file by SQLite itself.
    static void runOn(const QString &path, const QStringList &statements)
    {
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(statement));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("test"));
    }
    static void checkRefused(const DatabaseUrl &url, ErrorCode code)
    {
        const QFileInfo file(url.path);
        const QByteArray before = bytesOf(url.path);
        const QStringList filesBefore = file.dir().entryList({file.fileName() + u'*'});
        for (const auto mode : {Database::Mode::CreateIfMissing, Database::Mode::MustExist}) {
            const auto opened = Database::open(url, mode);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, code);
            QVERIFY(opened.error().message.endsWith(u'.'));
        }
        QCOMPARE(bytesOf(url.path), before);
        QCOMPARE(file.dir().entryList({file.fileName() + u'*'}), filesBefore);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void missingFileIsMadeWithItsFolder();
    void missingFileIsNotMadeWhereItMustExist();
    void emptyFileBecomesABase();
    void baseWithoutATableBecomesABase();
    void firstStartThatLostItsPowerIsBegunAnew_data();
    void firstStartThatLostItsPowerIsBegunAnew();
    void blankFileIsLeftAlone();
    void namesAreTakenLiterally_data();
    void namesAreTakenLiterally();
    void connectionIsSafe();
    void nothingButTheBaseStaysAfterClosing();
    void folderIsRefused();
    void folderThatCannotBeMadeIsRefused();
    void fileWithoutTheRightToWriteIsRefused();
    void folderWithoutTheRightToWriteIsRefused();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();
    void foreignBasesAreLeftAlone_data();
    void foreignBasesAreLeftAlone();
    void damagedBasesAreLeftAlone_data();
    void damagedBasesAreLeftAlone();
    void objectsOfSomebodyElseAreRefused_data();
    void objectsOfSomebodyElseAreRefused();
    void objectInALeftJournalIsRefused();
    void laterVersionIsLeftAlone();
    void laterVersionInTheLogIsLeftAlone();
    void interruptedWritingIsRolledBack();
};

void SqliteFileTest::missingFileIsMadeWithItsFolder()
{
    const DatabaseUrl url = urlOf(QStringLiteral("dossier à/créer/base.recoupe"));
    QVERIFY(Database::open(url));
    QVERIFY(QFile::exists(url.path));
    QVERIFY(Database::open(url, Database::Mode::MustExist));
}

void SqliteFileTest::missingFileIsNotMadeWhereItMustExist()
{
    const DatabaseUrl url = urlOf(QStringLiteral("dossier/base.recoupe"));
    const auto opened = Database::open(url, Database::Mode::MustExist);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY(!QFileInfo(url.path).dir().exists());
}

void SqliteFileTest::emptyFileBecomesABase()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    writeBytes(url.path, {});
    const auto refused = Database::open(url, Database::Mode::MustExist);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseUnreachable);
    QCOMPARE(bytesOf(url.path), QByteArray());
    QVERIFY(Database::open(url));
    QVERIFY(Database::open(url, Database::Mode::MustExist));
}

void SqliteFileTest::baseWithoutATableBecomesABase()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    runOn(url.path, {QStringLiteral("PRAGMA user_version = 0"), QStringLiteral("VACUUM")});
    QVERIFY(Database::open(url));
}

void SqliteFileTest::firstStartThatLostItsPowerIsBegunAnew_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing was written") << QByteArray(4096, '\0');
    QTest::newRow("a sector was written")
        << QByteArray("SQLite format 3\0", 16).append(496, '\0').append(3584, '\0');
    QTest::newRow("part of a page") << QByteArray(1024, '\0');
}

//! The journal, which is synced before anything else is written, says that there was no page.
void SqliteFileTest::firstStartThatLostItsPowerIsBegunAnew()
{
    QFETCH(const QByteArray, start);
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    writeBytes(url.path, start);
    writeBytes(url.path + QStringLiteral("-journal"),
               QByteArray::fromHex("d9d505f920a163d7" // its magic
                                   "00000000"
                                   "5c3666ec" // records, nonce
                                   "00000000"
                                   "00000200"  // pages before, sector
                                   "00001000") // page
                   .leftJustified(512, '\0'));
    const auto opened = Database::open(url);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QVERIFY(Database::open(url, Database::Mode::MustExist));
}

void SqliteFileTest::blankFileIsLeftAlone()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    writeBytes(url.path, QByteArray(4096, '\0'));
    checkRefused(url, ErrorCode::DatabaseForeign);
}

void SqliteFileTest::namesAreTakenLiterally_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("accents") << QStringLiteral("été.recoupe");
    QTest::newRow("spaces") << QStringLiteral("la base.recoupe");
    QTest::newRow("percent") << QStringLiteral("50%20.recoupe");
    QTest::newRow("hash") << QStringLiteral("a#b.recoupe");
    QTest::newRow("quote") << QStringLiteral("l'année.recoupe");
#ifndef Q_OS_WIN
    QTest::newRow("question") << QStringLiteral("a?mode=memory&b.recoupe");
#endif
}

void SqliteFileTest::namesAreTakenLiterally()
{
    QFETCH(QString, name);
    const DatabaseUrl url = urlOf(name);
    QVERIFY(Database::open(url));
    QVERIFY(QFile::exists(url.path));
    QVERIFY(Database::open(url, Database::Mode::MustExist));
}

void SqliteFileTest::connectionIsSafe()
{
    const auto database = Database::open(urlOf(QStringLiteral("base.recoupe")));
    const auto ask = [&](const QString &pragma) {
        QSqlQuery query((*database)->connection());
        return query.exec(QStringLiteral("PRAGMA ") + pragma) && query.next()
                   ? query.value(0).toString()
                   : QString();
    };
    QCOMPARE(ask(QStringLiteral("journal_mode")), QStringLiteral("wal"));
    QCOMPARE(ask(QStringLiteral("synchronous")), QStringLiteral("2")); // FULL
    QCOMPARE(ask(QStringLiteral("foreign_keys")), QStringLiteral("1"));
    QCOMPARE(ask(QStringLiteral("busy_timeout")), QStringLiteral("5000"));
}

void SqliteFileTest::nothingButTheBaseStaysAfterClosing()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    const QByteArray before = bytesOf(url.path);
    QVERIFY(Database::open(url, Database::Mode::MustExist));
    QCOMPARE(bytesOf(url.path), before);
    const QFileInfo file(url.path);
    QCOMPARE(file.dir().entryList({file.fileName() + u'*'}), QStringList{file.fileName()});
}

void SqliteFileTest::folderIsRefused()
{
    DatabaseUrl url;
    url.path = m_folder.path();
    const auto opened = Database::open(url);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY(opened.error().message.contains(QStringLiteral("dossier")));
}

void SqliteFileTest::folderThatCannotBeMadeIsRefused()
{
    DatabaseUrl url = urlOf(QStringLiteral("fichier"));
    writeBytes(url.path, "text");
    url.path += QStringLiteral("/base.recoupe");
    QCOMPARE(Database::open(url).error().code, ErrorCode::DatabaseUnreachable);
}

void SqliteFileTest::fileWithoutTheRightToWriteIsRefused()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    QVERIFY(QFile::setPermissions(url.path, QFileDevice::ReadOwner));
    if (QFileInfo(url.path).isWritable())
        QSKIP("This user may write everything (root).");
    checkRefused(url, ErrorCode::DatabaseUnreachable);
}

void SqliteFileTest::folderWithoutTheRightToWriteIsRefused()
{
    const DatabaseUrl url = urlOf(QStringLiteral("dossier/base.recoupe"));
    makeBase(url);
    const QString folder = QFileInfo(url.path).path();
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    if (QFileInfo(folder).isWritable())
        QSKIP("This user may write everything (root).");
    checkRefused(url, ErrorCode::DatabaseUnreachable);
    QFile::setPermissions(folder,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

void SqliteFileTest::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Bonjour");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("long text") << QByteArray(100000, 'x');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><lheo/>");
}

void SqliteFileTest::foreignFilesAreLeftAlone()
{
    QFETCH(QByteArray, content);
    const DatabaseUrl url = urlOf(QStringLiteral("fichier"));
    writeBytes(url.path, content);
    checkRefused(url, ErrorCode::DatabaseForeign);
}

void SqliteFileTest::foreignBasesAreLeftAlone_data()
{
    QTest::addColumn<QStringList>("statements");
    const QString table = QStringLiteral("CREATE TABLE sessions (id integer)");
    QTest::newRow("no mark") << QStringList{table};
    QTest::newRow("another mark") << QStringList{QStringLiteral("PRAGMA application_id = 42"),
                                                 table};
    QTest::newRow("same version") << QStringList{QStringLiteral("PRAGMA user_version = 1"), table};
    QTest::newRow("write-ahead log")
        << QStringList{QStringLiteral("PRAGMA journal_mode = WAL"), table};
}

void SqliteFileTest::foreignBasesAreLeftAlone()
{
    QFETCH(QStringList, statements);
    const DatabaseUrl url = urlOf(QStringLiteral("autre.db"));
    runOn(url.path, statements);
    checkRefused(url, ErrorCode::DatabaseForeign);
}

void SqliteFileTest::damagedBasesAreLeftAlone_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    constexpr int page = 16384;
    QTest::newRow("schema overwritten") << 100 << page - 100;
    QTest::newRow("second page overwritten") << page << page;
    QTest::newRow("many pages overwritten") << 2 * page << 6 * page;
    QTest::newRow("cut in the middle of a page") << 3 * page + 100 << -1;
    QTest::newRow("cut at a page") << 2 * page << -1;
    QTest::newRow("cut after the first page") << page << -1;
    QTest::newRow("cut within the header") << 50 << -1;
}

void SqliteFileTest::damagedBasesAreLeftAlone()
{
    QFETCH(int, offset);
    QFETCH(int, length);
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    QByteArray content = bytesOf(url.path);
    QVERIFY(content.size() > offset + std::max(length, 0));
    if (length < 0)
        content.truncate(offset);
    else
        content.replace(offset, length, QByteArray(length, '\xa5'));
    writeBytes(url.path, content);
    checkRefused(url, ErrorCode::DatabaseDamaged);
}

// A base that somebody hands over must not run anything of his.
void SqliteFileTest::objectsOfSomebodyElseAreRefused_data()
{
    QTest::addColumn<QString>("statement");
    const auto row = [](const char *name, const char *statement) {
        QTest::newRow(name) << QString::fromLatin1(statement);
    };
    row("trigger that deletes",
        "CREATE TRIGGER tidy AFTER INSERT ON imports BEGIN DELETE FROM imports; END");
    row("trigger under the name of a guard that was dropped",
        "DROP TRIGGER decisions_no_delete|CREATE TRIGGER decisions_no_delete AFTER INSERT ON "
        "imports BEGIN DELETE FROM imports; END");
    row("view", "CREATE VIEW totals AS SELECT count(*) FROM imports");
    row("view in the place of a table",
        "PRAGMA foreign_keys = OFF|DROP TABLE notes|CREATE VIEW notes AS SELECT * FROM imports");
    row("table", "CREATE TABLE others (id INTEGER)");
    row("table with an expression of its own",
        "DROP TABLE session_holders|CREATE TABLE session_holders (session_id INTEGER PRIMARY KEY, "
        "operator_name text DEFAULT (hex(randomblob(9))), taken_at INTEGER)");
    row("index over an expression", "CREATE INDEX slow ON imports (hex(file_name))");
    row("virtual table", "CREATE VIRTUAL TABLE texts USING fts5(content)");
}

void SqliteFileTest::objectsOfSomebodyElseAreRefused()
{
    QFETCH(const QString, statement);
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    runOn(url.path, statement.split(u'|') << QStringLiteral("PRAGMA journal_mode = DELETE"));
    checkRefused(url, ErrorCode::DatabaseForeign);
}

//! With a journal beside it a base is not looked into before it is opened for writing.
void SqliteFileTest::objectInALeftJournalIsRefused()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    runOn(url.path, {QStringLiteral("CREATE VIEW totals AS SELECT 1"),
                     QStringLiteral("PRAGMA journal_mode = DELETE")});
    writeBytes(url.path + QStringLiteral("-journal"), QByteArray(512, '\0'));
    const auto opened = Database::open(url);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseForeign);
}

void SqliteFileTest::laterVersionIsLeftAlone()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    runOn(url.path, {QStringLiteral("PRAGMA user_version = 1000")});
    checkRefused(url, ErrorCode::DatabaseNewer);
}

// The later program still has it open, or was cut short: the version stands in the log alone.
void SqliteFileTest::laterVersionInTheLogIsLeftAlone()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    const auto later = Database::open(url);
    QSqlQuery query((*later)->connection());
    QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = 1000")));
    query.finish();
    checkRefused(url, ErrorCode::DatabaseNewer);
}

void SqliteFileTest::interruptedWritingIsRolledBack()
{
    const DatabaseUrl url = urlOf(QStringLiteral("base.recoupe"));
    makeBase(url);
    const DatabaseUrl copy = urlOf(QStringLiteral("copie.recoupe"));
    {
        const auto database = Database::open(url);
        QSqlQuery query((*database)->connection());
        QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
        QVERIFY(query.exec(QStringLiteral("UPDATE imports SET file_name = 'half'")));
        // What a power cut would leave.
        QVERIFY(QFile::copy(url.path, copy.path));
        QVERIFY(QFile::copy(url.path + QStringLiteral("-wal"), copy.path + QStringLiteral("-wal")));
    }
    const auto opened = Database::open(copy, Database::Mode::MustExist);
    QVERIFY(opened);
    QCOMPARE(ImportRepository(**opened).imports().value().first().fileName, longName());
}

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "tst_sqlitefile.moc"
