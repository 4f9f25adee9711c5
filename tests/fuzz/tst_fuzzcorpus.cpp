// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztargets.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace recoupe::test;

//! Replays the kept corpus: what once broke a reader, and the seeds the fuzzers start from.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAFolderForEachTarget();
    void bringsNothingDown_data();
    void bringsNothingDown();
};

namespace {

const QDir &corpus()
{
    static const QDir folder(QStringLiteral(RECOUPE_SOURCE_DIR "tests/fuzz/corpus"));
    return folder;
}

} // namespace

void TestFuzzCorpus::hasAFolderForEachTarget()
{
    QStringList targets;
    for (const FuzzTarget &target : fuzzTargets())
        targets << QString::fromLatin1(target.name);
    targets.sort();
    QCOMPARE(corpus().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), targets);
}

void TestFuzzCorpus::bringsNothingDown_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("file");
    for (int i = 0; i < int(fuzzTargets().size()); ++i) {
        const QDir folder(
            corpus().filePath(QString::fromLatin1(fuzzTargets()[std::size_t(i)].name)));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            QTest::addRow("%s/%s", fuzzTargets()[std::size_t(i)].name, qPrintable(name))
                << i << folder.filePath(name);
        }
    }
}

// A target aborts where something is wrong.
void TestFuzzCorpus::bringsNothingDown()
{
    QFETCH(int, target);
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    fuzzTargets()[std::size_t(target)].run(input.readAll());
}

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
