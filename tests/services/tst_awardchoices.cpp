// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator says about the notification of a session holds, whatever comes in later.
#include "services/officefixture.h"

#include <QTest>

using namespace recoupe;

using Outcome = AwardMatch::Outcome;

class AwardChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongNumberHasCandidatesAndNothingIsAssumed();
    void associationMatchesAndIsUndone();
    void associationSurvivesImportsOfBothSides();
    void associationFollowsAnnuleEtRemplace();
    void refusingTheReplacementForgetsTheAssociation();
    void associationReplacesTheOneBefore();
    void dissociationLetsTheNumberDecideAgain();
    void refusedNotificationIsProposedNoMore();
    void refusedNotificationDoesNotMatchUnderItsNumber();
    void associationTakesARefusalBack();
    void unknownAndForeignNotificationsAreRefused();
    void choiceIsInTheTrail();

private:
    static AwardKey awardOf(const char *market)
    {
        return {Funder::PoleEmploi, QString::fromLatin1(market), {}};
    }
    CheckedSession session() { return m_fixture->session(QStringLiteral("SE_1")); }
    QString matched()
    {
        const WorkspacePtr workspace = m_fixture->workspace();
        const AwardNotification *award = workspace->awardOf(workspace->sessions.first());
        return award ? award->market.text() : QString();
    }
    QStringList candidates()
    {
        const WorkspacePtr workspace = m_fixture->workspace();
        QStringList numbers;
        for (const AwardCandidate &candidate : workspace->sessions.first().candidates)
            numbers << workspace->awards[candidate.award].market.text();
        return numbers;
    }
    DecisionService decisions() { return m_fixture->office().decisions(); }
    void import(const FeedSession &session)
    {
        const QString file = m_fixture->write(QStringLiteral("f.xml"), feedOf({session}));
        QVERIFY(m_fixture->office().imports().importLheo(file));
    }
    void importAwards(const QByteArray &content)
    {
        const QString file = m_fixture->write(QStringLiteral("n.csv"), content);
        const auto summary = m_fixture->office().imports().importAwards(file, {});
        QVERIFY(summary && summary->rejections.isEmpty());
    }
    void apply(const Result<DecisionOutcome> &outcome, qsizetype events)
    {
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
        QVERIFY(outcome->refused.isEmpty());
        QCOMPARE(outcome->applied.size(), events);
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

//! SE_1 bears a number with two signs swapped; both notifications are its mandataire's.
void AwardChoicesTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    import({.market = QStringLiteral("P2651410")});
    importAwards(awardsOf({QStringLiteral("P2651401"), QStringLiteral("P2777777")}));
}

void AwardChoicesTest::wrongNumberHasCandidatesAndNothingIsAssumed()
{
    QCOMPARE(session().match.outcome, Outcome::None);
    QCOMPARE(session().control, Control::NoAward);
    QCOMPARE(candidates().value(0), QStringLiteral("P2651401"));
}

void AwardChoicesTest::associationMatchesAndIsUndone()
{
    apply(decisions().associate({session().key()}, awardOf("P2651401")), 1);
    QCOMPARE(session().match.outcome, Outcome::Chosen);
    QCOMPARE(matched(), QStringLiteral("P2651401"));
    QVERIFY(!session().isBlocked());
    apply(decisions().undo(), 1);
    QCOMPARE(session().match.outcome, Outcome::None);
}

void AwardChoicesTest::associationSurvivesImportsOfBothSides()
{
    apply(decisions().associate({session().key()}, awardOf("P2777777")), 1);
    import({.end = QStringLiteral("20270715"), .market = QStringLiteral("P2651401")});
    QCOMPARE(matched(), QStringLiteral("P2777777")); // though the number is now another's
    importAwards(awardsOf({QStringLiteral("P2777777")}).replace("Soudeur", "Soudeuse"));
    QCOMPARE(matched(), QStringLiteral("P2777777"));
}

void AwardChoicesTest::associationFollowsAnnuleEtRemplace()
{
    apply(decisions().associate({session().key()}, awardOf("P2651401")), 1);
    importAwards("financeur;numero_marche;intitule;date_notification;remplace\n"
                 "PE;P2888888;Soudeur;20/11/2026;P2651401\n");
    QCOMPARE(matched(), QStringLiteral("P2888888"));
    QCOMPARE(session().match.outcome, Outcome::Chosen);
    const auto says = [](const Finding &finding) { return finding.rule == u"award-superseded"; };
    QVERIFY(std::ranges::any_of(session().findings, says));
}

void AwardChoicesTest::refusingTheReplacementForgetsTheAssociation()
{
    apply(decisions().associate({session().key()}, awardOf("P2651401")), 1);
    importAwards("financeur;numero_marche;intitule;date_notification;remplace\n"
                 "PE;P2888888;Soudeur;20/11/2026;P2651401\n");
    apply(decisions().refuseAward({session().key()}, awardOf("P2888888")), 2);
    QCOMPARE(session().match.outcome, Outcome::None);
    apply(decisions().undo(), 2);
    QCOMPARE(matched(), QStringLiteral("P2888888"));
}

void AwardChoicesTest::associationReplacesTheOneBefore()
{
    apply(decisions().associate({session().key()}, awardOf("P2651401")), 1);
    apply(decisions().associate({session().key()}, awardOf("P2777777")), 1);
    QCOMPARE(matched(), QStringLiteral("P2777777"));
    apply(decisions().undo(), 1);
    QCOMPARE(matched(), QStringLiteral("P2651401"));
}

void AwardChoicesTest::dissociationLetsTheNumberDecideAgain()
{
    apply(decisions().associate({session().key()}, awardOf("P2777777")), 1);
    import({.market = QStringLiteral("P2651401")});
    apply(decisions().dissociate({session().key()}), 1);
    QCOMPARE(session().match.outcome, Outcome::Exact);
    QCOMPARE(matched(), QStringLiteral("P2651401"));
}

void AwardChoicesTest::refusedNotificationIsProposedNoMore()
{
    apply(decisions().refuseAward({session().key()}, awardOf("P2651401")), 1);
    QVERIFY(!candidates().contains(QStringLiteral("P2651401")));
    import({.end = QStringLiteral("20270715"), .market = QStringLiteral("P2651410")});
    QVERIFY(!candidates().contains(QStringLiteral("P2651401")));
    apply(decisions().undo(), 1);
    QCOMPARE(candidates().value(0), QStringLiteral("P2651401"));
}

void AwardChoicesTest::refusedNotificationDoesNotMatchUnderItsNumber()
{
    import({.market = QStringLiteral("P2651401")});
    QCOMPARE(session().match.outcome, Outcome::Exact);
    apply(decisions().refuseAward({session().key()}, awardOf("P2651401")), 1);
    QCOMPARE(session().match.outcome, Outcome::None);
}

void AwardChoicesTest::associationTakesARefusalBack()
{
    apply(decisions().refuseAward({session().key()}, awardOf("P2651401")), 1);
    apply(decisions().associate({session().key()}, awardOf("P2651401")), 2);
    QCOMPARE(matched(), QStringLiteral("P2651401"));
    QVERIFY(session().stored.choice.refused.isEmpty());
    apply(decisions().undo(), 2);
    QCOMPARE(session().stored.choice.refused.size(), 1);
    QVERIFY(!session().stored.choice.accepted);
}

void AwardChoicesTest::unknownAndForeignNotificationsAreRefused()
{
    const auto unknown = decisions().associate({session().key()}, awardOf("P0000000"));
    QCOMPARE(unknown->refused.size(), 1);
    QVERIFY(unknown->refused.first().sentence.contains(u"P0000000"));
    importAwards("financeur;numero_marche;intitule;date_notification\n"
                 "CR;M2651401;Soudeur;20/11/2026\n");
    const auto foreign = decisions().associate(
        {session().key()}, AwardKey{Funder::Region, QStringLiteral("M2651401"), {}});
    QCOMPARE(foreign->refused.size(), 1);
    QVERIFY(foreign->applied.isEmpty());
}

void AwardChoicesTest::choiceIsInTheTrail()
{
    apply(decisions().associate({session().key()}, awardOf("P2651401"),
                                QStringLiteral("Confirmé par téléphone")),
          1);
    const auto history = m_fixture->office().history(session().key());
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().kind, DecisionKind::Association);
    QCOMPARE(history->first().after, QStringLiteral("pole-emploi/P2651401"));
    QCOMPARE(history->first().reason, QStringLiteral("Confirmé par téléphone"));
}

QTEST_GUILESS_MAIN(AwardChoicesTest)
#include "tst_awardchoices.moc"
