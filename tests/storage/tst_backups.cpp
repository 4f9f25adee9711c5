// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backupfolder.h"
#include "storage/database.h"
#include "storage/importrepository.h"
#include "storage/sqliterestore.h"
#include "support/testfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;
using recoupe::test::writeBytes;

// The copies that are kept of a base, and what comes back from one.
class BackupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseUrl m_url;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    static DatabaseUrl urlOf(const QString &path)
    {
        DatabaseUrl url;
        url.path = path;
        return url;
    }
    static void addImport(const DatabaseUrl &url, const char *name)
    {
        const auto database = Database::open(url);
        QVERIFY(database.has_value());
        const Result<> done = (*database)->inTransaction([&]() -> Result<> {
            ImportRecord record;
            record.fileName = QString::fromUtf8(name);
            const Result<qint64> id = ImportRepository(**database).begin(record);
            return id ? Result<>() : failureOf(id);
        });
        QVERIFY(done.has_value());
    }
    //! Names of the imports of a base, oldest first.
    static QStringList imports(const DatabaseUrl &url)
    {
        const auto database = Database::open(url, Database::Mode::MustExist);
        QStringList names;
        if (!database)
            return names;
        const QList<ImportRecord> records = ImportRepository(**database).imports().value();
        for (const ImportRecord &record : records)
            names.prepend(record.fileName);
        return names;
    }
    [[nodiscard]] QStringList copies() const
    {
        return QDir(BackupFolder(m_url.path).path()).entryList(QDir::Files, QDir::Name);
    }
    //! Overwrites what follows the header.
    static void damage(const QString &path)
    {
        QByteArray content = bytesOf(path);
        content.replace(100, content.size() - 100, QByteArray(content.size() - 100, '\xa5'));
        writeBytes(path, content);
    }

private Q_SLOTS:
    void init();
    void dayHasOneCopy();
    void copiesGoAfterThirtyDays();
    void copyThatCannotBeWrittenIsSaid();
    void damagedBaseNamesItsNewestSoundCopy();
    void damagedBaseWithoutCopySaysSo();
    void copyComesBackWhole();
    void copyComesBackOverADamagedBase();
    void copyComesBackWhereThereIsNoBase();
    void whatTheLogHeldIsSetAsideToo();
    void badCopiesAreRefused_data();
    void badCopiesAreRefused();
    void fileOfAnotherProgramIsNotReplaced();
    void nothingIsReplacedWhileTheBaseIsOpen();
};

void BackupTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_url = urlOf(path("é 'base.recoupe"));
    addImport(m_url, "un.xml");
}

void BackupTest::dayHasOneCopy()
{
    const BackupFolder folder(m_url.path);
    const auto database = Database::open(m_url);
    QVERIFY(folder.keepDaily(QDate(2026, 11, 28)));
    addImport(m_url, "deux.xml"); // while the first connection is open
    QVERIFY(folder.keepDaily(QDate(2026, 11, 28)));
    QCOMPARE(copies(), QStringList(QStringLiteral("2026-11-28.recoupe")));
    QCOMPARE(imports(urlOf(folder.newestSound().value())), QStringList(QStringLiteral("un.xml")));
    QVERIFY(folder.keepDaily(QDate(2026, 11, 29)));
    QCOMPARE(copies().size(), 2);
    QCOMPARE(imports(urlOf(QDir(folder.path()).filePath(QStringLiteral("2026-11-29.recoupe")))),
             (QStringList{QStringLiteral("un.xml"), QStringLiteral("deux.xml")}));
}

void BackupTest::copiesGoAfterThirtyDays()
{
    const BackupFolder folder(m_url.path);
    const auto database = Database::open(m_url);
    QVERIFY(folder.keepDaily(QDate(2026, 10, 29)));
    QVERIFY(folder.keepDaily(QDate(2026, 10, 30)));
    writeBytes(QDir(folder.path()).filePath(QStringLiteral("à garder.recoupe")), "x");
    writeBytes(QDir(folder.path()).filePath(QStringLiteral("2026-01-01.txt")), "x");
    QVERIFY(folder.keepDaily(QDate(2026, 11, 29)));
    QCOMPARE(
        copies(),
        (QStringList{QStringLiteral("2026-01-01.txt"), QStringLiteral("2026-10-30.recoupe"),
                     QStringLiteral("2026-11-29.recoupe"), QStringLiteral("à garder.recoupe")}));
}

void BackupTest::copyThatCannotBeWrittenIsSaid()
{
    const BackupFolder folder(m_url.path);
    writeBytes(folder.path(), "not a folder");
    const auto database = Database::open(m_url);
    const Result<> kept = folder.keepDaily(QDate(2026, 11, 28));
    QCOMPARE(kept.error().code, ErrorCode::FileUnwritable);
    QVERIFY(kept.error().message.contains(QStringLiteral("2026-11-28.recoupe")));
}

void BackupTest::damagedBaseNamesItsNewestSoundCopy()
{
    const BackupFolder folder(m_url.path);
    {
        const auto database = Database::open(m_url);
        QVERIFY(folder.keepDaily(QDate(2026, 11, 27)));
        QVERIFY(folder.keepDaily(QDate(2026, 11, 28)));
    }
    const QDir copiesFolder(folder.path());
    damage(copiesFolder.filePath(QStringLiteral("2026-11-28.recoupe")));
    writeBytes(copiesFolder.filePath(QStringLiteral("2026-11-29.recoupe")), {}); // cut short
    damage(m_url.path);
    const auto opened = Database::open(m_url);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    const QString said = opened.error().message;
    const QString sound = copiesFolder.filePath(QStringLiteral("2026-11-27.recoupe"));
    QVERIFY2(said.contains(QDir::toNativeSeparators(sound)), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("restore \"")), qPrintable(said));
}

void BackupTest::damagedBaseWithoutCopySaysSo()
{
    damage(m_url.path);
    const auto opened = Database::open(m_url);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    QVERIFY(opened.error().message.contains(QStringLiteral("Aucune sauvegarde saine")));
}

void BackupTest::copyComesBackWhole()
{
    const QString copy = path("copie.recoupe");
    QVERIFY(QFile::copy(m_url.path, copy));
    addImport(m_url, "deux.xml");
    const Result<QString> aside = restoreSqlite(m_url.path, copy);
    QVERIFY2(aside.has_value(), "restored");
    QCOMPARE(imports(m_url), QStringList(QStringLiteral("un.xml")));
    QCOMPARE(imports(urlOf(*aside)),
             (QStringList{QStringLiteral("un.xml"), QStringLiteral("deux.xml")}));
    QVERIFY(QFile::exists(copy));
    // The copy, the base and what was set aside: nothing half made stays.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 3);
}

void BackupTest::copyComesBackOverADamagedBase()
{
    const QString copy = path("copie.recoupe");
    QVERIFY(QFile::copy(m_url.path, copy));
    damage(m_url.path);
    const QByteArray damaged = bytesOf(m_url.path);
    const Result<QString> aside = restoreSqlite(m_url.path, copy);
    QVERIFY(aside.has_value());
    QCOMPARE(imports(m_url), QStringList(QStringLiteral("un.xml")));
    QCOMPARE(bytesOf(*aside), damaged);
}

void BackupTest::copyComesBackWhereThereIsNoBase()
{
    const QString newPath = path("nouvelle.recoupe");
    const Result<QString> aside = restoreSqlite(newPath, m_url.path);
    QVERIFY(aside.has_value());
    QVERIFY(aside->isEmpty());
    QCOMPARE(imports(urlOf(newPath)), QStringList(QStringLiteral("un.xml")));
}

// The program was killed: what it committed last stands in the log alone.
void BackupTest::whatTheLogHeldIsSetAsideToo()
{
    const QString copy = path("copie.recoupe");
    QVERIFY(QFile::copy(m_url.path, copy));
    const DatabaseUrl killed = urlOf(path("tuée.recoupe"));
    {
        const auto database = Database::open(m_url);
        addImport(m_url, "deux.xml");
        QVERIFY(QFile::copy(m_url.path, killed.path));
        QVERIFY(
            QFile::copy(m_url.path + QStringLiteral("-wal"), killed.path + QStringLiteral("-wal")));
    }
    const Result<QString> aside = restoreSqlite(killed.path, copy);
    QVERIFY(aside.has_value());
    QCOMPARE(imports(killed), QStringList(QStringLiteral("un.xml")));
    QCOMPARE(imports(urlOf(*aside)),
             (QStringList{QStringLiteral("un.xml"), QStringLiteral("deux.xml")}));
}

void BackupTest::badCopiesAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *what, ErrorCode code) {
        QTest::newRow(what) << QString::fromLatin1(what) << code;
    };
    row("missing", ErrorCode::FileUnreadable);
    row("text", ErrorCode::DatabaseForeign);
    row("damaged", ErrorCode::DatabaseDamaged);
    row("cut", ErrorCode::DatabaseDamaged);
    row("newer", ErrorCode::DatabaseNewer);
    row("empty base", ErrorCode::DatabaseForeign);
    row("itself", ErrorCode::InvalidArgument);
}

void BackupTest::badCopiesAreRefused()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorCode, code);
    QString copy = path("copie.recoupe");
    const auto runOnCopy = [&](const QString &statement) {
        const auto database = Database::open(urlOf(copy));
        QSqlQuery query((*database)->connection());
        QVERIFY(query.exec(statement));
    };
    if (what == u"itself")
        copy = m_url.path;
    else if (what == u"text")
        writeBytes(copy, QByteArray("numero;titre\n").repeated(100));
    else if (what != u"missing")
        QVERIFY(QFile::copy(m_url.path, copy));
    if (what == u"damaged")
        damage(copy);
    else if (what == u"cut")
        writeBytes(copy, bytesOf(copy).left(40'000));
    else if (what == u"newer")
        runOnCopy(QStringLiteral("PRAGMA user_version = 1000"));
    else if (what == u"empty base")
        runOnCopy(QStringLiteral("PRAGMA user_version = 0"));

    const QByteArray before = bytesOf(m_url.path);
    const QStringList filesBefore = QDir(m_folder->path()).entryList(QDir::Files);
    const Result<QString> restored = restoreSqlite(m_url.path, copy);
    QVERIFY(!restored.has_value());
    QCOMPARE(restored.error().code, code);
    QVERIFY(restored.error().message.endsWith(u'.'));
    QCOMPARE(bytesOf(m_url.path), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), filesBefore);
}

void BackupTest::fileOfAnotherProgramIsNotReplaced()
{
    const QString other = path("carnet.db");
    QVERIFY(QFile::copy(m_url.path, other));
    {
        const auto database = Database::open(urlOf(other));
        QSqlQuery query((*database)->connection());
        QVERIFY(query.exec(QStringLiteral("PRAGMA application_id = 7")));
    }
    const QByteArray before = bytesOf(other);
    const Result<QString> restored = restoreSqlite(other, m_url.path);
    QCOMPARE(restored.error().code, ErrorCode::DatabaseForeign);
    QCOMPARE(bytesOf(other), before);
}

void BackupTest::nothingIsReplacedWhileTheBaseIsOpen()
{
    const QString copy = path("copie.recoupe");
    QVERIFY(QFile::copy(m_url.path, copy));
    addImport(m_url, "deux.xml");
    {
        const auto open = Database::open(m_url);
        const Result<QString> restored = restoreSqlite(m_url.path, copy);
        QVERIFY(!restored.has_value());
        QCOMPARE(restored.error().code, ErrorCode::DatabaseBusy);
        QCOMPARE(ImportRepository(**open).imports().value().size(), 2);
    }
    QCOMPARE(imports(m_url).size(), 2);
    QVERIFY(restoreSqlite(m_url.path, copy).has_value());
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backups.moc"
