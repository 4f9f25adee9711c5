// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/sesar/sesarreader.h"
#include "support/generator/defects.h"
#include "support/generator/generator.h"
#include "support/generator/truth.h"

#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

//! Counts what a feed holds, and keeps what was not taken.
class CountingSink final : public LheoSink
{
public:
    Result<> accept(SubmittedAction) override { return {}; }
    Result<> accept(SubmittedSession session) override
    {
        keys.insert(session.session.key.toString());
        return {};
    }
    void reject(Rejection rejection) override { complaints << rejection.record; }
    void warn(const QString &sentence) override { complaints << sentence; }
    bool progress(qint64, qint64) override { return true; }

    QSet<QString> keys;
    QStringList complaints;
};

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class GeneratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void randomNumbersAreThoseOfSplitMix64();
    void sameSeedGivesSameBytes();
    void otherSeedGivesOtherBytes();
    void unknownDefectIsRefused();
    void feedsAreValidLheo_data();
    void feedsAreValidLheo();
    void readersTakeEverything();
    void plantsAsManyAsAsked();
    void plantsEveryDefect();
    void cleanSessionsHaveNoRule();
    void wrongNumbersAreNobodys_data();
    void wrongNumbersAreNobodys();
    void siretsPassTheLuhnCheck();

private:
    GeneratedFiles made(const QString &name, quint64 seed) const;

    QTemporaryDir m_folder;
    GeneratedFiles m_files;
    Truth m_truth;
};

constexpr qint64 sessionCount = 1500;
constexpr double defectRate = 0.4;

GeneratedFiles GeneratorTest::made(const QString &name, quint64 seed) const
{
    GeneratorOptions options{.seed = seed,
                             .sessions = sessionCount,
                             .defectRate = defectRate,
                             .withNextDay = true,
                             .folder = m_folder.filePath(name)};
    QDir().mkpath(options.folder);
    const Result<GeneratedFiles> files = generate(options);
    if (!files)
        qFatal("%s", qPrintable(files.error().message));
    return *files;
}

void GeneratorTest::initTestCase()
{
    m_files = made(QStringLiteral("first"), 7);
    const Result<Truth> truth = readTruth(m_files.truth);
    QVERIFY(truth.has_value());
    m_truth = *truth;
}

void GeneratorTest::randomNumbersAreThoseOfSplitMix64()
{
    Random random(1234567);
    QCOMPARE(random.next(), Q_UINT64_C(6457827717110365317));
    QCOMPARE(random.next(), Q_UINT64_C(3203168211198807973));
    QCOMPARE(random.next(), Q_UINT64_C(9817491932198370423));
}

void GeneratorTest::sameSeedGivesSameBytes()
{
    const GeneratedFiles again = made(QStringLiteral("again"), 7);
    QCOMPARE(bytesOf(again.feed), bytesOf(m_files.feed));
    QCOMPARE(bytesOf(again.nextDayFeed), bytesOf(m_files.nextDayFeed));
    QCOMPARE(bytesOf(again.awards), bytesOf(m_files.awards));
    QCOMPARE(bytesOf(again.sesar), bytesOf(m_files.sesar));
    QCOMPARE(bytesOf(again.truth), bytesOf(m_files.truth));
}

void GeneratorTest::otherSeedGivesOtherBytes()
{
    QVERIFY(bytesOf(made(QStringLiteral("other"), 8).feed) != bytesOf(m_files.feed));
}

void GeneratorTest::unknownDefectIsRefused()
{
    const Result<GeneratedFiles> files =
        generate({.defects = {QStringLiteral("no-such-defect")}, .folder = m_folder.path()});
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().code, ErrorCode::InvalidArgument);
}

void GeneratorTest::feedsAreValidLheo_data()
{
    QTest::addColumn<QString>("feed");
    QTest::newRow("first day") << m_files.feed;
    QTest::newRow("next day") << m_files.nextDayFeed;
}

void GeneratorTest::feedsAreValidLheo()
{
    QFETCH(const QString, feed);
    const QString schema = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/lheo-2.3.xsd");
    if (!QFile::exists(schema))
        QSKIP("The LHEO 2.3 schema beside the project is not here: nothing to validate against.");
    QProcess xmllint;
    xmllint.start(QStringLiteral("xmllint"),
                  {QStringLiteral("--noout"), QStringLiteral("--schema"), schema, feed});
    QVERIFY2(xmllint.waitForFinished(), "xmllint is missing: install libxml2-utils.");
    QVERIFY2(xmllint.exitCode() == 0, xmllint.readAllStandardError().left(2000).constData());
}

void GeneratorTest::readersTakeEverything()
{
    CountingSink sink;
    QVERIFY(readLheo(m_files.feed, sink).has_value());
    QCOMPARE(sink.complaints, QStringList());
    QSet<QString> expected;
    for (const SessionTruth &session : m_truth.sessions)
        expected.insert(session.key.toString());
    QCOMPARE(sink.keys, expected);

    const Result<AwardFile> awards = readAwards(m_files.awards, {});
    QVERIFY(awards.has_value());
    QCOMPARE(awards->rejections.size(), 0);
    QCOMPARE(awards->rows.size(), m_truth.awards.size());
    for (qsizetype i = 0; i < awards->rows.size(); ++i)
        QCOMPARE(awards->rows[i].award.key(), m_truth.awards[i].key);

    const Result<SesarFile> sesar = readSesar(m_files.sesar);
    QVERIFY(sesar.has_value());
    QCOMPARE(sesar->rejections.size(), 0);
    QVERIFY(!sesar->rows.isEmpty());
}

void GeneratorTest::plantsAsManyAsAsked()
{
    QCOMPARE(m_truth.sessions.size(), sessionCount);
    const auto isPlanted = [](const auto &subject) { return !subject.defect.isEmpty(); };
    const auto planted = std::ranges::count_if(m_truth.sessions, isPlanted) +
                         std::ranges::count_if(m_truth.awards, isPlanted) +
                         std::ranges::count_if(m_truth.sessions, [](const SessionTruth &session) {
                             return !session.nextDayDefect.isEmpty();
                         });
    QVERIFY2(qAbs(double(planted) / double(sessionCount) - defectRate) < 0.02,
             qPrintable(QString::number(planted)));
}

void GeneratorTest::plantsEveryDefect()
{
    QSet<QString> planted;
    for (const SessionTruth &session : m_truth.sessions)
        planted << session.defect << session.nextDayDefect;
    for (const AwardTruth &award : m_truth.awards)
        planted << award.defect;
    for (const Defect &defect : allDefects())
        QVERIFY2(planted.contains(QString::fromLatin1(defect.id)), defect.id);
}

void GeneratorTest::cleanSessionsHaveNoRule()
{
    for (const SessionTruth &session : m_truth.sessions) {
        if (!session.defect.isEmpty())
            continue;
        QCOMPARE(session.rules, QStringList());
        QCOMPARE(session.borne, session.award);
    }
}

void GeneratorTest::wrongNumbersAreNobodys_data()
{
    QTest::addColumn<int>("index");
    // The first thousands are digits, what follows holds letters.
    QTest::newRow("digits") << 120;
    QTest::newRow("letters") << 12000;
}

void GeneratorTest::wrongNumbersAreNobodys()
{
    QFETCH(const int, index);
    Numbers numbers;
    Random random(1);
    QString number;
    for (int i = 0; i < index; ++i)
        number = numbers.market(Funder::Region, 2026);
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(number.size(), 8);
        QVERIFY(isWellFormedMarket(number));
        QVERIFY(!isWellFormedMarket(withOneSignWrong(number, random)));
        QVERIFY(!isWellFormedMarket(withSignsSwapped(number, random)));
        number = numbers.market(Funder::Region, 2026);
    }
}

void GeneratorTest::siretsPassTheLuhnCheck()
{
    QCOMPARE(siretOf(QStringLiteral("732829320"), 7), QStringLiteral("73282932000074"));
    QSet<QString> sirens;
    for (int rank = 9990; rank < 10020; ++rank)
        sirens.insert(sirenOfRank(rank));
    QCOMPARE(sirens.size(), 30);
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "tst_generator.moc"
