// SPDX-License-Identifier: GPL-3.0-or-later
// A generated world of which everything is known: every rule finds what was planted and nothing
// else, and the true notification leads the candidates where a number is wrong or missing.
#include "services/officefixture.h"
#include "support/generator/generator.h"
#include "support/generator/truth.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace recoupe;

namespace {

constexpr qint64 sessionCount = 2000;

//! A back office into which a generated world came, and the truth about it.
struct CheckedWorld
{
    OfficeFixture fixture;
    GeneratedFiles files;
    Truth truth;

    explicit CheckedWorld(GeneratorOptions options)
    {
        options.folder = fixture.path({});
        const Result<GeneratedFiles> made = generate(options);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        files = *made;
        truth = readTruth(files.truth).value();
        take(fixture.office().imports().importAwards(files.awards, {}));
        take(fixture.office().imports().importSesar(files.sesar));
        take(fixture.office().imports().importLheo(files.feed));
    }

    static void take(const Result<ImportSummary> &summary)
    {
        if (!summary)
            qFatal("%s", qPrintable(summary.error().message));
        if (!summary->rejections.isEmpty())
            qFatal("%s", qPrintable(describe(summary->rejections.first())));
    }
};

//! Findings of one rule by the session or notification they are on, as a message of each.
using Found = QMultiMap<QString, QString>;

Found findingsOf(const Workspace &workspace, const QString &rule)
{
    Found found;
    const auto note = [&](const QString &subject, const QList<Finding> &findings) {
        for (const Finding &finding : findings) {
            if (finding.rule == rule)
                found.insert(subject, finding.message);
        }
    };
    for (const CheckedSession &session : workspace.sessions)
        note(session.key().toString(), session.findings);
    for (qsizetype i = 0; i < workspace.awards.size(); ++i)
        note(workspace.awards[i].key().toToken(), workspace.checkedAwards[i].findings);
    return found;
}

//! The same as the truth has it, with the planted defect of each.
Found expectedOf(const Truth &truth, const QString &rule, bool onNextDay)
{
    Found expected;
    const auto note = [&](const QString &subject, const QString &defect, const QStringList &rules) {
        for (qsizetype i = 0; i < rules.count(rule); ++i)
            expected.insert(subject, defect.isEmpty() ? QStringLiteral("consequence") : defect);
    };
    for (const SessionTruth &session : truth.sessions) {
        note(session.key.toString(), session.defect, session.rules);
        if (onNextDay)
            note(session.key.toString(), session.nextDayDefect, session.nextDayRules);
    }
    for (const AwardTruth &award : truth.awards)
        note(award.key.toToken(), award.defect, award.rules);
    return expected;
}

//! What \a all holds and \a known does not: how many, and the first few.
QString surplus(Found all, const Found &known, const QString &what)
{
    for (auto it = known.keyBegin(); it != known.keyEnd(); ++it) {
        if (const auto same = all.find(*it); same != all.end())
            all.erase(same);
    }
    if (all.isEmpty())
        return {};
    constexpr int shown = 4;
    QStringList lines{QStringLiteral("%1 %2:").arg(all.size()).arg(what)};
    for (auto it = all.cbegin(); it != all.cend() && lines.size() <= shown; ++it)
        lines << QStringLiteral("  %1: %2").arg(it.key(), it.value());
    return lines.join(u'\n') + u'\n';
}

//! Where the true notifications stand among the candidates of the sessions that were spoilt.
struct Ranking
{
    static constexpr qsizetype nowhere = 999;

    int asked = 0;
    int first = 0;
    int withinThree = 0;
    QStringList missed;

    void note(const SessionTruth &truth, qsizetype rank)
    {
        ++asked;
        first += rank == 0;
        withinThree += rank < 3;
        if (rank > 0)
            missed << QStringLiteral("%1 (%2): rank %3")
                          .arg(truth.key.toString(), truth.defect)
                          .arg(rank + 1);
    }

    [[nodiscard]] QString report() const
    {
        constexpr qsizetype shown = 10;
        return QStringLiteral("%1 of %2 first, %3 within three\n%4")
            .arg(first)
            .arg(asked)
            .arg(withinThree)
            .arg(missed.first(std::min(shown, missed.size())).join(u'\n'));
    }
};

Ranking ranked(const Workspace &workspace, const Truth &world)
{
    Ranking ranking;
    for (const SessionTruth &truth : world.sessions) {
        if (truth.defect.isEmpty())
            continue;
        const auto isTrue = [&](const AwardCandidate &candidate) {
            return workspace.awards[candidate.award].key() == truth.award;
        };
        const QList<AwardCandidate> &candidates =
            workspace.sessions[workspace.indexOf(truth.key)].candidates;
        const auto found = std::ranges::find_if(candidates, isTrue);
        ranking.note(truth,
                     found == candidates.end() ? Ranking::nowhere : found - candidates.begin());
    }
    return ranking;
}

} // namespace

class GroundTruthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRuleIsPlanted();
    void rulesFindWhatWasPlantedAndNothingElse_data();
    void rulesFindWhatWasPlantedAndNothingElse();
    void exactMatchesAreTrue();
    void trueAwardLeadsTheCandidates_data();
    void trueAwardLeadsTheCandidates();

private:
    std::unique_ptr<CheckedWorld> m_world;
    WorkspacePtr m_firstDay;
    WorkspacePtr m_nextDay;
};

void GroundTruthTest::initTestCase()
{
    m_world = std::make_unique<CheckedWorld>(GeneratorOptions{
        .seed = 20261123, .sessions = sessionCount, .defectRate = 0.4, .withNextDay = true});
    m_firstDay = m_world->fixture.workspace();
    CheckedWorld::take(m_world->fixture.office().imports().importLheo(m_world->files.nextDayFeed));
    m_nextDay = m_world->fixture.workspace();
    QCOMPARE(m_firstDay->sessions.size(), sessionCount);
    QCOMPARE(m_nextDay->sessions.size(), sessionCount);
}

void GroundTruthTest::everyRuleIsPlanted()
{
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        QVERIFY2(!expectedOf(m_world->truth, id, true).isEmpty(), rule.id);
    }
}

void GroundTruthTest::rulesFindWhatWasPlantedAndNothingElse_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("onNextDay");
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        QTest::newRow(rule.id) << id << false;
        QTest::addRow("%s, next day", rule.id) << id << true;
    }
}

void GroundTruthTest::rulesFindWhatWasPlantedAndNothingElse()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, onNextDay);
    const Found found = findingsOf(onNextDay ? *m_nextDay : *m_firstDay, rule);
    const Found expected = expectedOf(m_world->truth, rule, onNextDay);
    const QString wrong = surplus(expected, found, QStringLiteral("missed")) +
                          surplus(found, expected, QStringLiteral("found without cause"));
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong));
}

void GroundTruthTest::exactMatchesAreTrue()
{
    for (const SessionTruth &truth : m_world->truth.sessions) {
        const CheckedSession &session = m_firstDay->sessions[m_firstDay->indexOf(truth.key)];
        if (session.match.outcome != AwardMatch::Outcome::Exact)
            continue;
        const AwardKey matched = m_firstDay->awards[session.match.award].key();
        if (truth.award == matched)
            continue;
        // The number is that of another contract: then the rules have to complain.
        QCOMPARE(truth.borne, std::optional(matched));
        QVERIFY2(session.control == Control::Discrepancy, qPrintable(truth.key.toString()));
    }
}

void GroundTruthTest::trueAwardLeadsTheCandidates_data()
{
    QTest::addColumn<QStringList>("defects");
    QTest::addColumn<double>("first");
    const QStringList missing{QStringLiteral("number-missing"),
                              QStringLiteral("number-placeholder")};
    const QStringList wrong{QStringLiteral("number-internal"), QStringLiteral("number-too-short"),
                            QStringLiteral("number-one-sign-wrong"),
                            QStringLiteral("number-signs-swapped"),
                            QStringLiteral("number-letter-for-zero")};
    QTest::newRow("number wrong or missing") << missing + wrong << 0.97;
    QTest::newRow("number wrong") << wrong << 0.97;
    // Contracts of one mandataire for the same training in the same town at the same time: without
    // a number nothing tells them apart.
    QTest::newRow("number missing") << missing << 0.95;
    QTest::newRow("number missing, more wrong")
        << QStringList{QStringLiteral("number-missing-among-others")} << 0.97;
}

void GroundTruthTest::trueAwardLeadsTheCandidates()
{
    QFETCH(const QStringList, defects);
    QFETCH(const double, first);
    CheckedWorld world(
        {.seed = 2, .sessions = sessionCount, .defectRate = 0.35, .defects = defects});
    const Ranking ranking = ranked(*world.fixture.workspace(), world.truth);
    QVERIFY2(ranking.asked > 500, qPrintable(ranking.report()));
    QVERIFY2(ranking.first >= first * ranking.asked, qPrintable(ranking.report()));
    QVERIFY2(ranking.withinThree >= 0.995 * ranking.asked, qPrintable(ranking.report()));
}

QTEST_GUILESS_MAIN(GroundTruthTest)
#include "tst_groundtruth.moc"
