// SPDX-License-Identifier: GPL-3.0-or-later
// A base that is moved into another one: what is asked of the other, and what a move that does not
// come to its end leaves of it.
#include "services/databaseaccess.h"
#include "services/filedigest.h"
#include "services/maintenanceservice.h"
#include "services/sharedbase.h"
#include "storage/sqlconnection.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

constexpr int newestSchema = 9;

const QString schemaText = QStringLiteral("schéma de Recoupe");

Result<> stopHalfWay(const MaintenanceService &maintenance, const DatabaseUrl &target)
{
    return maintenance.moveTo(target, [](qint64 done, qint64 total) { return done < total / 2; })
        .map([](const QList<TableSummary> &) {});
}

//! What PostgreSQL has under the name of our schema.
QStringList schemaOf(const DatabaseUrl &url)
{
    SqlConnection sql(SqlBackend::of(url));
    if (!sql.open(Database::Mode::MustExist, newestSchema))
        qFatal("The server does not answer.");
    QStringList found;
    const auto rows = sql.askRows(QStringLiteral(
        "SELECT 'schema' FROM pg_namespace WHERE nspname = 'recoupe' UNION ALL "
        "SELECT 'relation ' || relname FROM pg_class WHERE relnamespace::regnamespace::text = "
        "'recoupe' UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE "
        "pronamespace::regnamespace::text = 'recoupe' ORDER BY 1"));
    for (const QVariantList &row : rows.value())
        found << row.first().toString();
    return found;
}

} // namespace

class MoveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }
    void init();
    void filledTargetIsLeftAsItIs_data() { m_kinds.addRows(); }
    void filledTargetIsLeftAsItIs();
    void targetIsTestedForWhatItHolds_data() { m_kinds.addRows(); }
    void targetIsTestedForWhatItHolds();
    void targetThatWasNotThereIsGoneAgain_data() { m_kinds.addRows(); }
    void targetThatWasNotThereIsGoneAgain();
    void emptyBaseThatWasThereStays_data() { m_kinds.addRows(); }
    void emptyBaseThatWasThereStays();
    void emptyFileStaysEmpty();
    void schemaOfTheAdministratorStays();
    void whatOthersWroteMeanwhileIsKept();

private:
    [[nodiscard]] MaintenanceService maintenance() const { return m_office->maintenance(); }
    [[nodiscard]] QString path(const QString &name) const { return m_target->filePath(name); }
    [[nodiscard]] DatabaseUrl target(const QString &backend)
    {
        if (backend != u"sqlite")
            return m_kinds.newBase(backend);
        DatabaseUrl url;
        url.path = path(QStringLiteral("base.recoupe"));
        return url;
    }
    [[nodiscard]] QString said(const DatabaseUrl &url) const;
    [[nodiscard]] QStringList traceOfFolder() const
    {
        return QDir(m_target->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    //! Everything that can be seen of the target without Recoupe.
    [[nodiscard]] QStringList traceOf(const DatabaseUrl &url) const;
    void moveWhole(const DatabaseUrl &url) const;
    //! As an administrator would.
    static void run(const DatabaseUrl &url, const QStringList &statements);

    test::BaseKinds m_kinds;
    QTemporaryDir m_folder;
    std::unique_ptr<BackOffice> m_office; //!< on the base that is moved
    std::unique_ptr<QTemporaryDir> m_target;
};

void MoveTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
    m_office = std::make_unique<BackOffice>(QStringLiteral("sqlite:") +
                                                m_folder.filePath(QStringLiteral("origine")),
                                            QStringLiteral("Odile"), Clock{BackOffice::demoDay()});
    QVERIFY(m_office->open());
    QVERIFY(m_office->loadDemo());
}

void MoveTest::init()
{
    m_target = std::make_unique<QTemporaryDir>();
}

QString MoveTest::said(const DatabaseUrl &url) const
{
    const Result<QList<SightSentence>> sentences = testDatabase(url);
    if (!sentences)
        return sentences.error().message;
    QString text;
    for (const SightSentence &sentence : *sentences)
        text += sentence.text + u'\n';
    return text;
}

QStringList MoveTest::traceOf(const DatabaseUrl &url) const
{
    if (url.backend == DatabaseUrl::Backend::PostgreSql)
        return schemaOf(url);
    QStringList entries = traceOfFolder();
    if (Database::open(url, Database::Mode::MustExist))
        entries << schemaText;
    return entries;
}

void MoveTest::moveWhole(const DatabaseUrl &url) const
{
    const auto moved = maintenance().moveTo(url);
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
}

void MoveTest::run(const DatabaseUrl &url, const QStringList &statements)
{
    SqlConnection sql(SqlBackend::of(url));
    QVERIFY(sql.open(Database::Mode::CreateIfMissing, newestSchema));
    for (const QString &statement : statements) {
        const Result<> done = sql.run(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
}

void MoveTest::filledTargetIsLeftAsItIs()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = target(backend);
    moveWhole(url);
    const bool isFile = url.backend == DatabaseUrl::Backend::Sqlite;
    // To open one of an earlier version is to bring it up to date.
    if (!isFile)
        run(url, {QStringLiteral("DELETE FROM schema_version WHERE recoupe_schema > 8")});
    const auto state = [&] {
        if (isFile)
            return digestOf(url.path).value();
        SqlConnection sql(SqlBackend::of(url));
        return sql.open(Database::Mode::MustExist, newestSchema)
                   ? sql.ask(QStringLiteral("SELECT max(recoupe_schema) FROM schema_version"))
                         ->toByteArray()
                   : QByteArray();
    };
    const QByteArray before = state();
    const QStringList entries = traceOfFolder();

    bool wasBegun = false;
    const auto moved = maintenance().moveTo(url, [&](qint64, qint64) { return wasBegun = true; });
    QCOMPARE(moved.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(moved.error().message.contains(QStringLiteral("n'est pas vide")),
             qPrintable(moved.error().message));
    QVERIFY(!wasBegun);
    QCOMPARE(traceOfFolder(), entries);
    QCOMPARE(state(), before);
    QVERIFY(!before.isEmpty());
}

void MoveTest::targetIsTestedForWhatItHolds()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = target(backend);
    const QString filled = QStringLiteral("contient déjà des données");
    const QString empty = QStringLiteral("ne contient encore aucune donnée");
    const QStringList before = traceOf(url);
    QVERIFY2(!said(url).contains(filled) && !said(url).contains(empty), qPrintable(said(url)));
    QCOMPARE(traceOf(url), before);
    QVERIFY(openDatabase(url));
    QVERIFY2(said(url).contains(empty), qPrintable(said(url)));
    moveWhole(url);
    QVERIFY2(said(url).contains(filled), qPrintable(said(url)));
}

void MoveTest::targetThatWasNotThereIsGoneAgain()
{
    QFETCH(const QString, backend);
    DatabaseUrl url = target(backend);
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        url.path = path(QStringLiteral("dossier/autre/base.recoupe"));
    QCOMPARE(traceOf(url), QStringList());
    const Result<> moved = stopHalfWay(maintenance(), url);
    QCOMPARE(moved.error().code, ErrorCode::Cancelled);
    QCOMPARE(traceOf(url), QStringList());
    moveWhole(url);
    QVERIFY(!traceOf(url).isEmpty());
}

void MoveTest::emptyBaseThatWasThereStays()
{
    QFETCH(const QString, backend);
    const DatabaseUrl url = target(backend);
    QVERIFY(openDatabase(url));
    const QStringList before = traceOf(url);
    QVERIFY(!before.isEmpty());
    QCOMPARE(stopHalfWay(maintenance(), url).error().code, ErrorCode::Cancelled);
    QCOMPARE(traceOf(url), before);
    moveWhole(url);
}

void MoveTest::emptyFileStaysEmpty()
{
    const DatabaseUrl url = target(QStringLiteral("sqlite"));
    QVERIFY(QFile(url.path).open(QIODevice::WriteOnly));
    QCOMPARE(stopHalfWay(maintenance(), url).error().code, ErrorCode::Cancelled);
    const QList<QFileInfo> left = QDir(m_target->path()).entryInfoList(QDir::Files | QDir::Hidden);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().size(), 0);
}

void MoveTest::schemaOfTheAdministratorStays()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = target(QStringLiteral("postgresql"));
    run(url, {QStringLiteral("CREATE SCHEMA recoupe"),
              QStringLiteral("CREATE FUNCTION recoupe.theirs() RETURNS integer AS 'SELECT 1' "
                             "LANGUAGE sql")});
    QCOMPARE(stopHalfWay(maintenance(), url).error().code, ErrorCode::Cancelled);
    QCOMPARE(schemaOf(url),
             (QStringList{QStringLiteral("function theirs"), QStringLiteral("schema")}));
    moveWhole(url);
}

void MoveTest::whatOthersWroteMeanwhileIsKept()
{
    if (!m_kinds.server())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const DatabaseUrl url = target(QStringLiteral("postgresql"));
    const Result<MoveTarget> seen = MoveTarget::at(url);
    QVERIFY(seen && seen->expectEmpty());
    BackOffice colleague(url.display(), QStringLiteral("Paul"), Clock{});
    QVERIFY(colleague.open());
    const Prescriber one{{}, {}, QStringLiteral("cap@example.org")};
    QVERIFY(colleague.distribution().add(one));
    QCOMPARE(seen->putBack().error().code, ErrorCode::Refused);
    QCOMPARE(colleague.distribution().prescribers().value(), QList{one});
}

QTEST_GUILESS_MAIN(MoveTest)
#include "tst_move.moc"
