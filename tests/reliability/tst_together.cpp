// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes decide and import on one file at once, and files and folders go away under the
// program. The long run, so many rounds of four processes:
//     QTEST_FUNCTION_TIMEOUT=7200000 RECOUPE_ROUNDS=500
//     build/ci/tests/reliability/tst_reliability-together
#include "reliability/basereader.h"
#include "reliability/longrun.h"
#include "reliability/workload.h"
#include "services/backoffice.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace recoupe;
using namespace recoupe::test;

class TogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noneIsLostAndNoneDoubled();
    void windowOpenTwiceKeepsItsLocks();
    void whatIsNotWritableIsSaid_data();
    void whatIsNotWritableIsSaid();
    void baseThatIsGoneIsSaid_data();
    void baseThatIsGoneIsSaid();

private:
    [[nodiscard]] QString basePath() const
    {
        return m_folder->filePath(QStringLiteral("bases/base.recoupe"));
    }
    [[nodiscard]] DatabaseUrl url() const
    {
        DatabaseUrl url;
        url.path = basePath();
        return url;
    }

    [[nodiscard]] std::array<Run, 4> allAtOnce(const QList<Job> &jobs) const;
    //! What a run says that it did.
    void note(const Job &job, const Run &run);
    void expectAll() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProgramRun> m_program;
    QMap<qint64, QString> m_acknowledged; //!< decisions: their sessions
    QStringList m_marks;                  //!< of imports
};

void TogetherTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("bases")));
    m_program =
        std::make_unique<ProgramRun>(QStringLiteral("sqlite:") + basePath(), m_folder->path());
}

std::array<Run, 4> TogetherTest::allAtOnce(const QList<Job> &jobs) const
{
    std::array<Run, 4> runs;
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        threads.emplace_back(QThread::create(
            [&, i] { runs.at(i) = (*m_program)(jobs.at(qsizetype(i)).arguments); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return runs;
}

void TogetherTest::note(const Job &job, const Run &run)
{
    QVERIFY2(run.status == 0, qPrintable(QStringLiteral("RECOUPE_SEED=%1: %2\n%3")
                                             .arg(seed())
                                             .arg(job.arguments.join(u' '), run.err)));
    const QJsonArray applied = run.object().value(QLatin1String("applied")).toArray();
    for (const QJsonValue value : applied) {
        const QJsonObject decision = value.toObject();
        const qint64 event = decision.value(QLatin1String("event")).toInteger();
        QVERIFY(!m_acknowledged.contains(event));
        m_acknowledged.insert(event, decision.value(QLatin1String("id")).toString());
    }
    if (!job.mark.isEmpty())
        m_marks << job.mark;
}

//! Each acknowledged decision once, each import once and whole.
void TogetherTest::expectAll() const
{
    QCOMPARE((*m_program)("verify").status, 0);
    const BaseReader base(url());
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it)
        QCOMPARE(
            base.column(
                QStringLiteral("SELECT session_numero FROM decisions WHERE id = %1").arg(it.key())),
            QStringList{it.value()});
    const int ofDemonstration = 1; // notifications-agefiph.xlsx
    QCOMPARE(base.value(QStringLiteral("SELECT count(*) FROM imports WHERE file_name LIKE '%-%'"))
                 .toInt(),
             m_marks.size() + ofDemonstration);
    for (const QString &mark : m_marks)
        QCOMPARE(
            base.value(QStringLiteral("SELECT (SELECT count(*) FROM awards WHERE market_number "
                                      "LIKE '%1%') + (SELECT count(*) FROM sessions WHERE "
                                      "session_numero LIKE '%1%')")
                           .arg(mark))
                .toInt(),
            12);
}

void TogetherTest::noneIsLostAndNoneDoubled()
{
    WorkLoad load(*m_program, seed());
    QVERIFY2(load.fault().isEmpty(), qPrintable(load.fault()));
    const int rounds = roundsOf("RECOUPE_ROUNDS", 4);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        QList<Job> jobs;
        for (const Work work : {Work::Decide, Work::ImportAwards, Work::Decide, Work::ImportFeed})
            jobs << load.make(work, BaseReader(url()));
        const std::array<Run, 4> runs = allAtOnce(jobs);
        for (std::size_t i = 0; i < runs.size(); ++i)
            note(jobs.at(qsizetype(i)), runs.at(i));
    }
    expectAll();
    if (QTest::currentTestFailed())
        return;
    qInfo("%d rounds of 4 processes, %lld decisions and %lld imports acknowledged, lost = 0, "
          "doubled = 0",
          rounds, qint64(m_acknowledged.size()), qint64(m_marks.size()));
}

// On Unix a process that closes a file loses all its locks on it: SQLite's, which keep another
// process from ending the write-ahead log under it.
void TogetherTest::windowOpenTwiceKeepsItsLocks()
{
    QCOMPARE((*m_program)("demo").status, 0);
    BackOffice window(m_program->url(), QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)});
    QVERIFY(window.open());
    const WorkspacePtr workspace = window.workspace().value();
    const auto job = window.another(); // as for work off the window's thread
    QVERIFY(job->open());
    QCOMPARE((*m_program)("activate --conforming").status, 0);
    QVERIFY(QFile::exists(basePath() + QStringLiteral("-wal")));
    const auto decided = window.decisions().setRecruitment(
        {workspace->sessions.first().key()}, RecruitmentState::Suspended, QStringLiteral("Essai"));
    QVERIFY(decided && decided->applied.size() == 1);
    const QJsonArray history = (*m_program)("history --json").array();
    QCOMPARE(history.last()[QLatin1String("reason")].toString(), QStringLiteral("Essai"));
    QCOMPARE((*m_program)("verify").status, 0);
}

void TogetherTest::whatIsNotWritableIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("file") << QStringLiteral("bases/base.recoupe");
    QTest::newRow("folder") << QStringLiteral("bases");
}

// Root may write everywhere: the program then runs as somebody else.
void TogetherTest::whatIsNotWritableIsSaid()
{
    QFETCH(const QString, path);
    QCOMPARE((*m_program)("demo").status, 0);
    const QByteArray before = bytesOf(basePath());
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755));
    QVERIFY(QProcess::execute(QStringLiteral("chmod"),
                              {QStringLiteral("a-w,a+rX"), m_folder->filePath(path)}) == 0);
    QProcess process;
    process.setProcessEnvironment(m_program->environment);
    const QStringList command{QStringLiteral(RECOUPE_PROGRAM), QStringLiteral("--database"),
                              m_program->url(), QStringLiteral("activate"),
                              QStringLiteral("--conforming")};
    process.start(QStringLiteral("setpriv"),
                  QStringList{QStringLiteral("--reuid=65534"), QStringLiteral("--clear-groups")} +
                      command);
    if (!process.waitForFinished() || process.exitCode() == 127)
        QSKIP("setpriv cannot make another user here: only root can.");
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(process.exitCode() == 4, qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("droit")), qPrintable(said));
    QCOMPARE(bytesOf(basePath()), before);
    QCOMPARE(QProcess::execute(QStringLiteral("chmod"),
                               {QStringLiteral("u+w"), m_folder->filePath(path)}),
             0);
}

void TogetherTest::baseThatIsGoneIsSaid_data()
{
    QTest::addColumn<QString>("gone");
    QTest::newRow("file") << QStringLiteral("bases/base.recoupe");
    QTest::newRow("folder") << QStringLiteral("bases");
}

void TogetherTest::baseThatIsGoneIsSaid()
{
    QFETCH(const QString, gone);
    QCOMPARE((*m_program)("demo").status, 0);
    QVERIFY(QFile::rename(m_folder->filePath(gone), m_folder->filePath(QStringLiteral("parti"))));
    for (const char *command : {"activate --conforming", "sessions", "verify", "sync"}) {
        const Run run = (*m_program)(command);
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.contains(QStringLiteral("n'existe pas")), qPrintable(run.err));
    }
    QVERIFY(!QFile::exists(basePath())); // an empty one would hide that it is gone
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("parti")), m_folder->filePath(gone)));
    QCOMPARE((*m_program)("verify").status, 0);
}

QTEST_GUILESS_MAIN(TogetherTest)
#include "tst_together.moc"
