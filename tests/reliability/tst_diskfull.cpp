// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fills up under the program: from each call on that needs space, of every kind of work,
// there is none. The work is then done whole or not at all, and is done once there is space again.
// The long run tries every single call:
//     export QTEST_FUNCTION_TIMEOUT=7200000 RECOUPE_FULL_POINTS=100000
//     build/ci/tests/reliability/tst_reliability-diskfull
#include "reliability/longrun.h"
#include "reliability/oldbase.h"
#include "reliability/programrun.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void workIsDoneWholeOrNotAtAll_data();
    void workIsDoneWholeOrNotAtAll();
    void baseIsMadeOrBroughtUpToDate_data();
    void baseIsMadeOrBroughtUpToDate();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] ProgramRun program() const
    {
        return {QStringLiteral("sqlite:") + path("disque/base.recoupe"), path("disque")};
    }
    //! The program where the disk is full from the call \a fullAt on.
    [[nodiscard]] ProgramRun onFullDisk(int fullAt) const;
    //! The disk as it is before the work.
    void beginAgain() const;
    //! What the base and the folder hold, as far as the work changes it.
    [[nodiscard]] QByteArray state() const;
    [[nodiscard]] int callsOf(const QStringList &work) const;
    void expectExplained(const Run &run, const QByteArray &said) const;
    void fillUp(const QStringList &work, int fullAt, const QByteArray &before,
                const QByteArray &after);

    QTemporaryDir m_folder;
};

void DiskFullTest::initTestCase()
{
    QVERIFY(QDir().mkpath(path("modele")) && QDir().mkpath(path("disque")));
    if (onFullDisk(0)("--version").status != 0)
        QSKIP("The program cannot be watched here: a sanitizer wants to be loaded first.");
    for (const char *command :
         {"demo", "activate --conforming", "backup sauvegarde.recoupe", "deactivate SE_0000060143"})
        QCOMPARE(program()(command).status, 0);
    QByteArray feed = bytesOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml"));
    QFile file(path("disque/portail.xml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(feed.replace("SE_00000601", "SE_90000001")) > 0);
    file.close();
    QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                               {QStringLiteral("-a"), path("disque/."), path("modele")}),
             0);
}

ProgramRun DiskFullTest::onFullDisk(int fullAt) const
{
    ProgramRun run = program();
    run.environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(RECOUPE_FILEWATCH));
    run.environment.insert(QStringLiteral("RECOUPE_WATCH"), path("disque"));
    run.environment.insert(QStringLiteral("RECOUPE_WATCH_FULL_AT"), QString::number(fullAt));
    return run;
}

void DiskFullTest::beginAgain() const
{
    QVERIFY(QDir(path("disque")).removeRecursively());
    QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                               {QStringLiteral("-a"), path("modele"), path("disque")}),
             0);
}

QByteArray DiskFullTest::state() const
{
    QByteArray state;
    for (const char *command : {"sessions --json", "editions --json"}) {
        const Run run = program()(command);
        state += run.status == 0 ? run.out : run.err.toUtf8();
    }
    const QRegularExpression times(QStringLiteral("\"issuedAt\": \"[^\"]*\""));
    state = QString::fromUtf8(state).remove(times).toUtf8();
    // Not what a partner gets: a file can be with it before the base could note that.
    for (const char *name : {"tableau.csv", "copie.recoupe"})
        state += QFile::exists(path("disque/") + QLatin1String(name)) ? '1' : '0';
    return state;
}

//! At least as many as need space.
int DiskFullTest::callsOf(const QStringList &work) const
{
    ProgramRun run = onFullDisk(0);
    const QString log = path("appels");
    QFile::remove(log);
    run.environment.insert(QStringLiteral("RECOUPE_WATCH_LOG"), log);
    const Run done = run(work);
    if (done.status != 0)
        qFatal("%s", qPrintable(done.err));
    return int(bytesOf(log).count(path("disque").toUtf8()));
}

void DiskFullTest::workIsDoneWholeOrNotAtAll_data()
{
    QTest::addColumn<QString>("work");
    QTest::newRow("import") << QStringLiteral("import lheo portail.xml");
    QTest::newRow("decide") << QStringLiteral(
        "deactivate SE_0000060854 SE_0000060544 SE_0000060661");
    QTest::newRow("issue") << QStringLiteral(
        "table --issue --date 2026-11-23 --output tableau.csv");
    QTest::newRow("backup") << QStringLiteral("backup copie.recoupe");
    QTest::newRow("restore") << QStringLiteral("restore sauvegarde.recoupe");
    QTest::newRow("export") << QStringLiteral("export aude --output aude");
}

void DiskFullTest::workIsDoneWholeOrNotAtAll()
{
    QFETCH(const QString, work);
    const QStringList arguments = work.split(u' ');
    beginAgain();
    const QByteArray before = state();
    beginAgain();
    const int calls = callsOf(arguments);
    const QByteArray after = state();
    const int points = roundsOf("RECOUPE_FULL_POINTS", 4);
    const int step = std::max(1, calls / points);
    int tried = 0;
    for (int fullAt = 1; fullAt <= calls && !QTest::currentTestFailed(); fullAt += step, ++tried)
        fillUp(arguments, fullAt, before, after);
    if (QTest::currentTestFailed())
        return;
    qInfo("%s: full at %d of %d calls, lost = 0, half done = 0", qPrintable(work), tried, calls);
}

void DiskFullTest::fillUp(const QStringList &work, int fullAt, const QByteArray &before,
                          const QByteArray &after)
{
    beginAgain();
    const Run run = onFullDisk(fullAt)(work);
    const QByteArray said = QStringLiteral("full at call %1, status %2: %3%4")
                                .arg(fullAt)
                                .arg(run.status)
                                .arg(run.err, QString::fromUtf8(run.out))
                                .toUtf8();
    QVERIFY2(run.status >= 0, said);
    expectExplained(run, said);
    QVERIFY2(state() == (run.status == 0 ? after : before), said);
    QVERIFY2(program()("verify").status == 0, said);
    if (run.status != 0) { // there is space again
        const Run again = program()(work);
        QVERIFY2(again.status == 0, said + again.err.toUtf8());
        QVERIFY2(state() == after, said);
        QCOMPARE(work.contains(u"export"), QFile::exists(path("disque/aude/manifest-aude.json")));
    }
    const QStringList left =
        QDir(path("disque"))
            .entryList({QStringLiteral("*.????????.*")}, QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), said + left.join(u' ').toUtf8());
}

//! That the disk is full, in the first place.
void DiskFullTest::expectExplained(const Run &run, const QByteArray &said) const
{
    const bool isExplained = run.err.contains(QStringLiteral("disque")) ||
                             run.out.contains(QStringLiteral("disque").toUtf8());
    QVERIFY2(run.status == 0 || isExplained, said);
}

void DiskFullTest::baseIsMadeOrBroughtUpToDate_data()
{
    QTest::addColumn<bool>("isOld");
    QTest::addColumn<QString>("work");
    QTest::newRow("first start") << false << QStringLiteral("demo");
    QTest::newRow("migration") << true << QStringLiteral("history --json");
}

void DiskFullTest::baseIsMadeOrBroughtUpToDate()
{
    QFETCH(const bool, isOld);
    QFETCH(const QString, work);
    const QStringList arguments = work.split(u' ');
    DatabaseUrl url;
    url.path = path("disque/base.recoupe");
    const auto begin = [&] {
        QVERIFY(QDir(path("disque")).removeRecursively() && QDir().mkpath(path("disque")));
        if (isOld)
            makeOldBase(url);
    };
    begin();
    const int calls = callsOf(arguments);
    const int step = std::max(1, calls / roundsOf("RECOUPE_FULL_POINTS", 4));
    int tried = 0;
    for (int fullAt = 1; fullAt <= calls; fullAt += step, ++tried) {
        begin();
        const Run run = onFullDisk(fullAt)(arguments);
        const QByteArray said =
            QStringLiteral("full at call %1: %2").arg(fullAt).arg(run.err).toUtf8();
        expectExplained(run, said);
        const Run again = program()(arguments);
        QVERIFY2(again.status == 0, said + again.err.toUtf8());
        QCOMPARE(program()("history --json").array().size(), isOld ? oldDecisions : 0);
        QCOMPARE(program()("sessions --json").array().isEmpty(), isOld);
        QVERIFY2(program()("verify").status == 0, said);
    }
    qInfo("%s: full at %d of %d calls, lost = 0", qPrintable(work), tried, calls);
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "tst_diskfull.moc"
