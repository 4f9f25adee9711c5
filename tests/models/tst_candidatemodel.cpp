// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/candidatemodel.h"
#include "models/workspacefixture.h"
#include "rules/candidatewording.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

AwardNotification awardOf(const QString &market, const QString &title)
{
    AwardNotification award;
    award.funder = Funder::Region;
    award.market = MarketNumber(market);
    award.title = title;
    award.awardeeName = QStringLiteral("GRETA du Velay");
    award.start = QDate(2026, 10, 1);
    award.end = QDate(2027, 6, 30);
    award.place = QStringLiteral("Le Puy-en-Velay");
    award.postalCode = QStringLiteral("43000");
    return award;
}

AwardCandidate candidateOf(qsizetype award, double score)
{
    AwardCandidate candidate;
    candidate.award = award;
    candidate.score = score;
    candidate.evidence[size_t(Criterion::Title)] = {Grade::Agrees, 1, 0.3};
    candidate.evidence[size_t(Criterion::Market)] = {Grade::Near, 0.8, 0.2};
    candidate.evidence[size_t(Criterion::Place)] = {Grade::Differs, 0, 0};
    candidate.place = PlaceNearness::Elsewhere;
    return candidate;
}

std::shared_ptr<Workspace> sampleWorkspace()
{
    auto workspace = workspaceOf({{.numero = QStringLiteral("S1"), .funder = Funder::Region}});
    workspace->awards = {awardOf(QStringLiteral("M2651401"), QStringLiteral("Soudeur")),
                         awardOf(QStringLiteral("M2651402"), QStringLiteral("Maçon"))};
    CheckedSession &session = workspace->sessions.first();
    session.match.outcome = AwardMatch::Outcome::None;
    session.candidates = {candidateOf(1, 0.87), candidateOf(0, 0.4)};
    return workspace;
}

CardLines linesAt(const CandidateModel &model, int row)
{
    return model.index(row).data(CardLinesRole).value<CardLines>();
}

} // namespace

class CandidateModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void candidatesComeInTheirRank()
    {
        const auto workspace = sampleWorkspace();
        CandidateModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(*workspace, workspace->sessions.first());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.award(0), workspace->awards.at(1).key());
        QCOMPARE(model.rowOf(workspace->awards.at(0).key()), 1);
        QCOMPARE(model.rowOf({Funder::Region, QStringLiteral("M9999999"), {}}), -1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("M2651402"));
        const CardLine head = linesAt(model, 0).first();
        QVERIFY(head.strong.startsWith(QStringLiteral("1. M2651402")));
        QVERIFY(head.strong.contains(QStringLiteral("87")));
        QCOMPARE(head.text, QStringLiteral("Maçon"));
    }

    void everyCriterionIsSaidInWordsBesideItsSign()
    {
        const auto workspace = sampleWorkspace();
        CandidateModel model;
        model.setSession(*workspace, workspace->sessions.first());
        const CardLines lines = linesAt(model, 0);
        const QList<std::pair<Criterion, QString>> expected{
            {Criterion::Market, QStringLiteral("evidence/near")},
            {Criterion::Awardee, QStringLiteral("evidence/none")},
            {Criterion::Title, QStringLiteral("evidence/agree")},
            {Criterion::Period, QStringLiteral("evidence/none")},
            {Criterion::Place, QStringLiteral("evidence/differ")}};
        const QString said = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const auto &[criterion, badge] : expected) {
            const auto line = std::ranges::find_if(lines, [&](const CardLine &candidate) {
                return candidate.strong.startsWith(criterionName(criterion));
            });
            QVERIFY(line != lines.end());
            QCOMPARE(line->badge, badge);
            QVERIFY(!line->text.isEmpty());
            QVERIFY(said.contains(line->text));
        }
        QVERIFY(lines.at(1).text.contains(QStringLiteral("GRETA du Velay")));
        QVERIFY(lines.at(1).text.contains(QStringLiteral("du 01/10/2026 au 30/06/2027")));
        QVERIFY(!lines.last().text.isEmpty()); // why it is not sure
    }

    void ofAMatchedSessionItsNotificationIsShownAlone()
    {
        const auto workspace = sampleWorkspace();
        CheckedSession &session = workspace->sessions.first();
        session.match = {AwardMatch::Outcome::Exact, 0};
        session.candidates.clear();
        CandidateModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(*workspace, session);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.award(0), workspace->awards.first().key());
        QCOMPARE(linesAt(model, 0).first().badge, QStringLiteral("award/matched"));
        session.match = {AwardMatch::Outcome::None};
        model.setSession(*workspace, session);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(CandidateModelTest)
#include "tst_candidatemodel.moc"
