// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchwords.h"
#include "models/workspacefixture.h"

#include <QTest>

using namespace recoupe;

namespace {

AwardNotification awardOf(const QString &market, const QString &lot = {})
{
    AwardNotification award;
    award.funder = Funder::PoleEmploi;
    award.market = MarketNumber(market);
    award.lot = lot;
    return award;
}

//! One session under P2651400, with two notifications.
std::shared_ptr<Workspace> sampleWorkspace(const AwardMatch &match)
{
    auto workspace = workspaceOf({{.numero = QStringLiteral("S1")}});
    workspace->awards = {awardOf(QStringLiteral("P2651400")),
                         awardOf(QStringLiteral("P2651499"), QStringLiteral("2"))};
    workspace->sessions.first().match = match;
    return workspace;
}

QString wordsOf(const Workspace &workspace)
{
    return matchInWords(workspace, workspace.sessions.first());
}

} // namespace

class MatchWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchedSessionSaysByWhat()
    {
        QVERIFY(wordsOf(*sampleWorkspace({AwardMatch::Outcome::Exact, 0}))
                    .contains(QStringLiteral("P2651400")));
        const QString chosen = wordsOf(*sampleWorkspace({AwardMatch::Outcome::Chosen, 1}));
        QVERIFY(chosen.contains(QStringLiteral("par un opérateur")));
        QVERIFY(chosen.contains(QStringLiteral("P2651499, lot 2")));
    }

    void replacementIsNamed()
    {
        const QString words = wordsOf(*sampleWorkspace({AwardMatch::Outcome::Exact, 1, 0}));
        QVERIFY(words.contains(QStringLiteral("annule et remplace P2651400")));
    }

    void unmatchedSessionSaysWhyAndTheNextStep()
    {
        const auto workspace = sampleWorkspace({AwardMatch::Outcome::None});
        QVERIFY(wordsOf(*workspace).contains(QStringLiteral("P2651400")));
        QVERIFY(wordsOf(*workspace).contains(QStringLiteral("importer la notification")));
        CheckedSession &session = workspace->sessions.first();
        session.candidates.emplaceBack();
        QVERIFY(wordsOf(*workspace).contains(QStringLiteral("Les plus proches")));
        session.stored.choice.refused = {workspace->awards.first().key()};
        QVERIFY(wordsOf(*workspace).contains(QStringLiteral("a été écartée")));
        session.stored.submitted.fundings.first().marketNumber.clear();
        QVERIFY(wordsOf(*workspace).contains(QStringLiteral("ne porte pas de numéro")));
    }

    void otherFundersHaveNoNotification()
    {
        QVERIFY(wordsOf(*sampleWorkspace({})).contains(QStringLiteral("autre financeur")));
    }

    void refusedOnesAreListed()
    {
        AwardChoice choice;
        QVERIFY(refusedInWords(choice).isEmpty());
        choice.refused = {awardOf(QStringLiteral("M2651401")).key()};
        QVERIFY(refusedInWords(choice).contains(QStringLiteral("M2651401")));
        choice.refused << awardOf(QStringLiteral("M2651402"), QStringLiteral("1")).key();
        QVERIFY(refusedInWords(choice).contains(QStringLiteral("M2651401 ; M2651402, lot 1")));
    }

    void remarksTellTheChoiceAndTheAbsence()
    {
        const auto workspace = sampleWorkspace({AwardMatch::Outcome::Exact, 0});
        CheckedSession &session = workspace->sessions.first();
        QVERIFY(remarksOn(session).isEmpty());
        session.match.outcome = AwardMatch::Outcome::Chosen;
        session.stored.vanishedAt = QDateTime(QDate(2026, 11, 12), QTime(8, 0));
        const QStringList remarks = remarksOn(session);
        QCOMPARE(remarks.size(), 2);
        QVERIFY(remarks.first().contains(QStringLiteral("par un opérateur")));
        QVERIFY(remarks.last().contains(QStringLiteral("12/11/2026")));
    }

    void factsLeaveOutWhatIsNotKnown()
    {
        AwardNotification award = awardOf(QStringLiteral("M1"));
        QVERIFY(awardFacts(award).isEmpty());
        award.awardeeSirets = {QStringLiteral("123")};
        award.place = QStringLiteral("Thiers");
        QCOMPARE(awardFacts(award), QStringLiteral("123 · Thiers"));
    }
};

QTEST_GUILESS_MAIN(MatchWordsTest)
#include "tst_matchwords.moc"
