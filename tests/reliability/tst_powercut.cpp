// SPDX-License-Identifier: GPL-3.0-or-later
// The power fails: every call that the program's SQLite makes to its files is recorded, then the
// files are made again as a disk may hold them that lost its power among these calls: all calls up
// to one, the last one torn; or of what was not synced any sectors. What was acknowledged before
// must be there, whole, and the base sound. The long run, so many cuts of each kind of work:
//     QTEST_FUNCTION_TIMEOUT=7200000 RECOUPE_CUTS=2500
//     build/ci/tests/reliability/tst_reliability-powercut
// A failure names the seed that repeats it.
#include "reliability/basereader.h"
#include "reliability/longrun.h"
#include "reliability/oldbase.h"
#include "reliability/workload.h"
#include "reliability/writelog.h"
#include "services/maintenanceservice.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

//! What a base holds, as far as it must survive.
struct Holding
{
    QMap<qint64, QString> decisions;
    QMap<QString, qint64> batches; //!< how many decisions each has
    QMap<qint64, qint64> imports;  //!< how many records each brought
};

Holding holdingOf(const DatabaseUrl &url)
{
    Holding holding;
    const BaseReader base(url);
    for (const QVariantList &row :
         base.rows(QStringLiteral("SELECT id, batch, kind, formation_numero, session_numero, "
                                  "value_after FROM decisions"))) {
        QStringList words;
        for (const QVariant &value : row)
            words << value.toString();
        holding.decisions.insert(row[0].toLongLong(), words.join(u' '));
        ++holding.batches[row[1].toString()];
    }
    for (const QVariantList &row : base.rows(QStringLiteral(
             "SELECT id, (SELECT count(*) FROM session_submissions WHERE import_id = imports.id) + "
             "(SELECT count(*) FROM awards WHERE import_id = imports.id) FROM imports")))
        holding.imports.insert(row[0].toLongLong(), row[1].toLongLong());
    return holding;
}

//! What had been answered for after so many calls.
struct Acknowledged
{
    qsizetype calls = 0;
    Holding holding;
};

//! Of a recorded work load.
using Recording = QList<Acknowledged>; // from that of no call

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstStart();
    void work();
    void workBesideAnOpenWindow();
    void migration();

private:
    [[nodiscard]] QString log() const { return m_folder->filePath(QStringLiteral("calls")); }
    [[nodiscard]] QString start() const { return m_folder->filePath(QStringLiteral("start")); }
    [[nodiscard]] QString live() const { return m_folder->filePath(QStringLiteral("live")); }
    [[nodiscard]] ProgramRun watched(const ProgramRun &program) const;
    void keepStart() const;
    //! Decisions and imports of every kind; each is acknowledged.
    void recordWork(const ProgramRun &program, WorkLoad &load, Recording &recording);
    void run(const ProgramRun &program, const QStringList &arguments, Recording &recording);
    //! Cuts the power again and again.
    void cut(Recording &recording);
    [[nodiscard]] static QStringList faultsOf(const QString &folder, const Holding &acknowledged,
                                              const Holding &last);

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseUrl m_url;
};

void PowerCutTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(live()) && QDir().mkpath(start()));
    m_url.path = QDir(live()).filePath(QStringLiteral("base.recoupe"));
    const ProgramRun program = watched({m_url.display(), live()});
    if (program("--version").status != 0)
        QSKIP("The program cannot be watched here: a sanitizer wants to be loaded first.");
}

//! The program with its calls recorded.
ProgramRun PowerCutTest::watched(const ProgramRun &program) const
{
    ProgramRun watched = program;
    watched.environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(RECOUPE_FILEWATCH));
    watched.environment.insert(QStringLiteral("RECOUPE_WATCH"), live());
    watched.environment.insert(QStringLiteral("RECOUPE_WATCH_LOG"), log());
    return watched;
}

// By another process: to close a file frees the locks that SQLite holds on it in this one.
void PowerCutTest::keepStart() const
{
    QStringList files;
    for (const QString &name : QDir(live()).entryList(QDir::Files)) {
        if (!name.endsWith(u"-shm"))
            files << QDir(live()).filePath(name);
    }
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), files << start()), 0);
}

void PowerCutTest::run(const ProgramRun &program, const QStringList &arguments,
                       Recording &recording)
{
    const Run run = program(arguments);
    QVERIFY2(run.status == 0, qPrintable(arguments.join(u' ') + u'\n' + run.err));
    const WriteLog soFar(log(), live(), start());
    recording.append(Acknowledged{soFar.size(), holdingOf(m_url)});
}

void PowerCutTest::recordWork(const ProgramRun &program, WorkLoad &load, Recording &recording)
{
    recording.append(Acknowledged{0, holdingOf(m_url)});
    for (const Work work : {Work::Decide, Work::ImportFeed, Work::Decide, Work::ImportAwards,
                            Work::Undo, Work::Decide, Work::ImportAwards, Work::Decide}) {
        const Job job = load.make(work, BaseReader(m_url)); // which is closed before the run
        run(program, job.arguments, recording);
    }
}

void PowerCutTest::firstStart()
{
    Recording recording;
    const ProgramRun program = watched({m_url.display(), live()});
    recording.append(Acknowledged());
    for (const char *command : {"demo", "activate --conforming"})
        run(program, words(command), recording);
    cut(recording);
}

void PowerCutTest::work()
{
    const ProgramRun program(m_url.display(), live());
    WorkLoad load(program, seed());
    QVERIFY2(load.fault().isEmpty(), qPrintable(load.fault()));
    keepStart();
    Recording recording;
    recordWork(watched(program), load, recording);
    cut(recording);
}

//! Another connection keeps the write-ahead log alive: nothing is written into the base itself.
void PowerCutTest::workBesideAnOpenWindow()
{
    const ProgramRun program(m_url.display(), live());
    WorkLoad load(program, seed() + 1);
    QVERIFY2(load.fault().isEmpty(), qPrintable(load.fault()));
    const BaseReader window(m_url);
    QVERIFY(window.value(QStringLiteral("SELECT count(*) FROM decisions")).toInt() > 0);
    keepStart();
    Recording recording;
    recordWork(watched(program), load, recording);
    cut(recording);
}

void PowerCutTest::migration()
{
    makeOldBase(m_url);
    keepStart();
    Recording recording;
    recording.append(Acknowledged{0, holdingOf(m_url)});
    QCOMPARE(recording.first().holding.decisions.size(), oldDecisions);
    run(watched({m_url.display(), live()}), words("history"), recording);
    cut(recording);
}

void PowerCutTest::cut(Recording &recording)
{
    if (QTest::currentTestFailed())
        return;
    const WriteLog calls(log(), live(), start());
    const int cuts = roundsOf("RECOUPE_CUTS", 60);
    qsizetype decisions = 0;
    for (int i = 0; i < cuts; ++i) {
        QRandomGenerator chance(seed() + quint32(i));
        const auto at = qsizetype(chance.bounded(int(calls.size()) + 1));
        const Loss loss = chance.bounded(2) == 0 ? Loss::Nothing : Loss::Unsynced;
        const qsizetype done = loss == Loss::Nothing ? at - 1 : at; // before the one that is torn
        const auto later = std::ranges::find_if(recording, [done](const auto &known) {
            return known.calls > std::max<qsizetype>(done, 0);
        });
        const Holding &acknowledged = std::prev(later)->holding;
        QTemporaryDir disk;
        calls.rebuild(at, loss, chance, disk.path());
        disk.setAutoRemove(false); // to look at, where it fails
        const QStringList faults = faultsOf(disk.path(), acknowledged, recording.last().holding);
        QVERIFY2(faults.isEmpty(),
                 qPrintable(QStringLiteral("RECOUPE_CUTS=1 RECOUPE_SEED=%1: cut at "
                                           "call %2 of %3, %4, disk %5\n%6")
                                .arg(seed() + quint32(i))
                                .arg(at)
                                .arg(calls.size())
                                .arg(loss == Loss::Nothing ? QStringLiteral("torn")
                                                           : QStringLiteral("unsynced lost"),
                                     disk.path(), faults.join(u'\n'))));
        disk.setAutoRemove(true);
        decisions += acknowledged.decisions.size();
    }
    qInfo("%d cuts among %lld calls, %lld acknowledged decisions looked for, lost = 0", cuts,
          qint64(calls.size()), qint64(decisions));
}

//! What is wrong with the base after the cut, opened as the program opens it.
QStringList PowerCutTest::faultsOf(const QString &folder, const Holding &acknowledged,
                                   const Holding &last)
{
    DatabaseUrl url;
    url.path = QDir(folder).filePath(QStringLiteral("base.recoupe"));
    {
        const Result<std::unique_ptr<Database>> opened = Database::open(url);
        if (!opened)
            return {opened.error().message + u' ' + opened.error().detail};
    }
    const Result<BaseReport> report = MaintenanceService(url.display()).verify();
    if (!report)
        return {report.error().message};
    QStringList faults = report->faults;
    const Holding found = holdingOf(url);
    for (auto it = acknowledged.decisions.cbegin(); it != acknowledged.decisions.cend(); ++it) {
        if (found.decisions.value(it.key()) != it.value())
            faults << QStringLiteral("lost: %1").arg(it.value());
    }
    for (auto it = acknowledged.imports.cbegin(); it != acknowledged.imports.cend(); ++it) {
        if (!found.imports.contains(it.key()))
            faults << QStringLiteral("lost: import %1").arg(it.key());
    }
    for (auto it = found.batches.cbegin(); it != found.batches.cend(); ++it) {
        if (last.batches.value(it.key()) != it.value())
            faults << QStringLiteral("not whole: batch %1").arg(it.key());
    }
    for (auto it = found.imports.cbegin(); it != found.imports.cend(); ++it) {
        if (last.imports.value(it.key()) != it.value())
            faults << QStringLiteral("not whole: import %1").arg(it.key());
    }
    return faults;
}

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
