// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at any moment of imports, decisions, editions, exports and backups, on both
// kinds of base; on a server, its connection is cut or the whole server falls over instead. The
// long run, a thousand kills each:
//     QTEST_FUNCTION_TIMEOUT=7200000 RECOUPE_KILLS=1000
//     build/ci/tests/reliability/tst_reliability-kills
// RECOUPE_SEED gives another order of the work.
#include "reliability/basereader.h"
#include "reliability/ledger.h"
#include "reliability/longrun.h"
#include "support/postgresserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int killsOfOneBase = 250; // then a fresh one, or it grows beyond what a run is about

} // namespace

class KillsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost_data();
    void nothingIsLost();

private:
    [[nodiscard]] DatabaseUrl newBase(const QTemporaryDir &folder);
    //! Kills the program that many times on a base of its own.
    void killOnOneBase(int kills, quint32 seedOfBase);
    [[nodiscard]] StruckRun killIn(const Job &job, const ProgramRun &program,
                                   QRandomGenerator &chance);
    void strike();
    void expectNobodyIsOn(const DatabaseUrl &url);
    //! Has the day's copy be made again now and then.
    static void forgetDailyBackup(const DatabaseUrl &url);

    std::unique_ptr<PostgresServer> m_server;
    DatabaseUrl m_url;
    std::array<int, workCount> m_typicalMs{};
    int m_killed = 0;
    qsizetype m_acknowledged = 0;
    qsizetype m_editions = 0;
};

void KillsTest::nothingIsLost_data()
{
    QTest::addColumn<bool>("onServer");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

void KillsTest::nothingIsLost()
{
    QFETCH(const bool, onServer);
    if (onServer && PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    m_server.reset();
    if (onServer) {
        auto server = PostgresServer::start();
        QVERIFY2(server.has_value(), server ? "" : qPrintable(server.error().message));
        m_server = *std::move(server);
    }
    m_typicalMs.fill(150);
    m_killed = 0;
    m_acknowledged = 0;
    m_editions = 0;
    const int kills = roundsOf("RECOUPE_KILLS", 15);
    for (quint32 base = 0; m_killed < kills; ++base) {
        killOnOneBase(std::min(kills - m_killed, killsOfOneBase), seed() + base);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d kills, %lld decisions and %lld editions acknowledged, lost = 0", m_killed,
          qint64(m_acknowledged), qint64(m_editions));
}

DatabaseUrl KillsTest::newBase(const QTemporaryDir &folder)
{
    if (m_server)
        return m_server->newDatabase().value();
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("é base.recoupe"));
    return url;
}

void KillsTest::killOnOneBase(int kills, quint32 seedOfBase)
{
    const QTemporaryDir folder;
    m_url = newBase(folder);
    ProgramRun program(m_url.display(), folder.path());
    // What a base on a server keeps on this machine goes there too.
    program.environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
    WorkLoad load(program, seedOfBase);
    QVERIFY2(load.fault().isEmpty(), qPrintable(load.fault()));
    Ledger ledger(m_url, program);
    const int last = m_killed + kills;
    while (m_killed < last && !QTest::currentTestFailed()) {
        const Job job = load.next(BaseReader(m_url));
        if (m_server && job.work == Work::Backup)
            continue; // by the server's own tools
        if (load.chance().bounded(8) == 0)
            forgetDailyBackup(m_url);
        const StruckRun struck = killIn(job, program, load.chance());
        expectNobodyIsOn(m_url);
        const QStringList faults = ledger.enter(job, struck.run);
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("RECOUPE_SEED=%1, kill %2 after %3 ms "
                                                             "(status %4) of %5\n%6\n%7")
                                                  .arg(seedOfBase)
                                                  .arg(m_killed)
                                                  .arg(struck.milliseconds)
                                                  .arg(struck.run.status)
                                                  .arg(job.arguments.join(u' '), faults.join(u'\n'),
                                                       struck.run.err)));
        QVERIFY2(struck.wasStruck || struck.run.status == 0 || job.work == Work::Undo,
                 qPrintable(job.arguments.join(u' ') + u'\n' + struck.run.err));
    }
    m_acknowledged += ledger.acknowledged();
    m_editions += ledger.editions();
}

StruckRun KillsTest::killIn(const Job &job, const ProgramRun &program, QRandomGenerator &chance)
{
    int &typicalMs = m_typicalMs.at(std::size_t(job.work));
    const int afterMs = chance.bounded(typicalMs * 7 / 4 + 1);
    const bool strikesServer = m_server && chance.bounded(3) == 0;
    StruckRun struck = program.struck(
        job.arguments, afterMs, strikesServer ? std::function([this] { strike(); }) : nullptr);
    m_killed += struck.wasStruck;
    // What is killed every time was given too little time, on a machine that has got busy.
    if (struck.wasStruck)
        typicalMs += typicalMs / 20 + 1;
    else if (struck.run.status == 0)
        typicalMs = int(struck.milliseconds);
    return struck;
}

//! Cuts the program's connection, or has the whole server fall over.
void KillsTest::strike()
{
    if (m_killed % 2 == 0) {
        (void)BaseReader(m_url).rows(QStringLiteral(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND datname = current_database()"));
    } else if (const Result<> crashed = m_server->crash(); !crashed) {
        qFatal("%s", qPrintable(crashed.error().message));
    }
}

//! What a killed program had asked its server for is done or not before anybody looks.
void KillsTest::expectNobodyIsOn(const DatabaseUrl &url)
{
    if (!m_server)
        return;
    const BaseReader base(url);
    QTRY_COMPARE_WITH_TIMEOUT(
        base.value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE pid <> "
                                  "pg_backend_pid() AND datname = current_database() AND "
                                  "backend_type = 'client backend'"))
            .toInt(),
        0, 30'000);
}

void KillsTest::forgetDailyBackup(const DatabaseUrl &url)
{
    QDir(url.path + QStringLiteral(".sauvegardes")).removeRecursively();
}

QTEST_GUILESS_MAIN(KillsTest)
#include "tst_kills.moc"
