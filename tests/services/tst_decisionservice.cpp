// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editioncomposer.h"
#include "services/officefixture.h"

#include <QTest>

using namespace recoupe;

class DecisionServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void activationActivatesTheActionToo();
    void blockedSessionIsRefusedWithoutReason();
    void reasonOverridesABlockingFinding();
    void conformingOnesAreActivatedTogetherAndUndoneTogether();
    void triedDecisionTellsWhatItWouldDoAndDoesNothing();
    void sameDecisionTwiceWritesNothing();
    void inactiveActionHidesItsSessions();
    void recruitmentIsDecidedAndUndone();
    void undoGoesBackBatchByBatch();
    void verifyingAgainEndsTheReview();
    void unknownSessionIsRefused();
    void bulkLeavesAloneWhatWasTakenBack();
    void undoLeavesAloneWhatThePortalChangedSince();
    void undoneDecisionIsBroughtBack();
    void undoAndRedoWalkTheWholeTrail();
    void newDecisionEndsTheRedo();
    void redoVerifiesOnlyWhatWasVerified();
    void anyBatchIsTakenBack();
    void batchLeavesAloneWhatWasDecidedSince();
    void batchLeavesTheActionToSessionsActivatedSince();
    void changedActionIsReviewedBeforeItIsPublished();
    void fillerIsNoReason();
    void activeSessionIsNotRefusedAgain();
    void sessionSetAsideIsNowhereUntilItIsTakenUp();
    void sessionSetAsideIsNotActivatedWithOthers();
    void settingAsideIsUndoneWithTheDeactivation();
    void otherReasonWantsWords();
    void notificationOfSessionsSetAsideWaitsForOthers();

private:
    SessionKey key(const char *numero)
    {
        return m_fixture->session(QString::fromLatin1(numero)).key();
    }
    bool isActive(const char *numero)
    {
        return m_fixture->session(QString::fromLatin1(numero)).stored.active;
    }
    DecisionService decisions() { return m_fixture->office().decisions(); }

    std::unique_ptr<OfficeFixture> m_fixture;
};

//! SE_1 and SE_2 conform; SE_3's notification is missing.
void DecisionServiceTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    ImportService imports = m_fixture->office().imports();
    QVERIFY(imports.importLheo(m_fixture->write(
        QStringLiteral("f.xml"),
        feedOf({{},
                {.numero = QStringLiteral("SE_2")},
                {.numero = QStringLiteral("SE_3"), .market = QStringLiteral("P9999999")}}))));
    QVERIFY(imports.importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
}

void DecisionServiceTest::activationActivatesTheActionToo()
{
    const auto outcome = decisions().activate({key("SE_1")});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->applied.size(), 2);
    QCOMPARE(outcome->applied.first().subject, DecisionSubject::Action);
    QCOMPARE(outcome->applied.last().subject, DecisionSubject::Session);
    QCOMPARE(outcome->applied.first().batch, outcome->applied.last().batch);
    QCOMPARE(outcome->applied.last().operatorName, QStringLiteral("Odile"));
    QVERIFY(m_fixture->session(QStringLiteral("SE_1")).audience.table);
    QVERIFY(!m_fixture->session(QStringLiteral("SE_2")).audience.table);
}

void DecisionServiceTest::blockedSessionIsRefusedWithoutReason()
{
    const auto outcome = decisions().activate({key("SE_1"), key("SE_3")});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->refused.size(), 1);
    QCOMPARE(outcome->refused.first().key.session, QStringLiteral("SE_3"));
    QVERIFY(outcome->refused.first().sentence.contains(u"P9999999"));
    QVERIFY(isActive("SE_1"));
    QVERIFY(!isActive("SE_3"));
    const auto blank = decisions().activate({key("SE_3")}, QStringLiteral("  "));
    QCOMPARE(blank->refused.size(), 1);
}

void DecisionServiceTest::reasonOverridesABlockingFinding()
{
    const QString reason = QStringLiteral("Notification reçue par téléphone");
    const auto outcome = decisions().activate({key("SE_3")}, reason);
    QVERIFY(outcome.has_value());
    QVERIFY(outcome->refused.isEmpty());
    QVERIFY(isActive("SE_3"));
    const auto history = m_fixture->office().history(key("SE_3"));
    QVERIFY(history.has_value());
    QCOMPARE(history->last().reason, reason);
    QCOMPARE(history->last().before, QStringLiteral("inactive"));
    QCOMPARE(history->last().after, QStringLiteral("active"));
}

void DecisionServiceTest::conformingOnesAreActivatedTogetherAndUndoneTogether()
{
    QVERIFY(decisions().activateConforming().has_value());
    QVERIFY(isActive("SE_1") && isActive("SE_2"));
    QVERIFY(!isActive("SE_3"));
    const auto undone = decisions().undo();
    QVERIFY(undone.has_value());
    QCOMPARE(undone->applied.size(), 3);
    QVERIFY(!isActive("SE_1") && !isActive("SE_2"));
    QVERIFY(!m_fixture->workspace()->actions.first().active);
    const auto again = decisions().undo();
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void DecisionServiceTest::triedDecisionTellsWhatItWouldDoAndDoesNothing()
{
    const QList<SessionKey> keys{key("SE_1"), key("SE_2"), key("SE_3")};
    const auto activate = [keys](DecisionService service) { return service.activate(keys); };
    const auto tried = m_fixture->office().tryDecision(activate);
    QVERIFY(tried.has_value());
    QVERIFY(!isActive("SE_1") && !isActive("SE_2"));
    QVERIFY(m_fixture->office().history()->isEmpty());
    const auto done = activate(decisions());
    QCOMPARE(tried->applied.size(), done->applied.size());
    QCOMPARE(tried->refused.size(), done->refused.size());
    QVERIFY(isActive("SE_1"));
    QVERIFY(!m_fixture->office().tryDecision(
        [](DecisionService service) { return service.undoBatch(QStringLiteral("absent")); }));
}

void DecisionServiceTest::sameDecisionTwiceWritesNothing()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    const auto events = m_fixture->office().history()->size();
    const auto again = decisions().activate({key("SE_1")});
    QVERIFY(again.has_value());
    QCOMPARE(again->unchanged, 1);
    QCOMPARE(again->applied.size(), 0);
    QCOMPARE(m_fixture->office().history()->size(), events);
}

void DecisionServiceTest::inactiveActionHidesItsSessions()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(
        decisions().setActionsActive({QStringLiteral("AF_1")}, false, QStringLiteral("retrait")));
    QVERIFY(isActive("SE_1"));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).audience, Audience());
    QVERIFY(decisions().undo());
    QVERIFY(m_fixture->session(QStringLiteral("SE_1")).audience.table);
    const auto unknown = decisions().setActionsActive({QStringLiteral("AF_9")}, true);
    QCOMPARE(unknown->refused.size(), 1);
}

void DecisionServiceTest::recruitmentIsDecidedAndUndone()
{
    QVERIFY(decisions().setRecruitment({key("SE_1")}, RecruitmentState::Suspended));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Suspended);
    QVERIFY(decisions().undo());
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment, RecruitmentState::Open);
}

void DecisionServiceTest::undoGoesBackBatchByBatch()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().activate({key("SE_2")}));
    QVERIFY(decisions().undo());
    QVERIFY(isActive("SE_1"));
    QVERIFY(!isActive("SE_2"));
    QVERIFY(decisions().undo());
    QVERIFY(!isActive("SE_1"));
    QCOMPARE(m_fixture->office().history()->size(), 6); // nothing was deleted
}

void DecisionServiceTest::verifyingAgainEndsTheReview()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("g.xml"), feedOf({{.end = QStringLiteral("20270715")}}))));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).control, Control::ToReview);
    const auto outcome = decisions().activate({key("SE_1")});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->applied.size(), 1);
    CheckedSession session = m_fixture->session(QStringLiteral("SE_1"));
    QCOMPARE(session.control, Control::Conforming);
    QCOMPARE(session.stored.published().end.toLheo(), QStringLiteral("20270715"));
    QVERIFY(decisions().undo());
    session = m_fixture->session(QStringLiteral("SE_1"));
    QCOMPARE(session.control, Control::ToReview);
    QCOMPARE(session.stored.published().end.toLheo(), QStringLiteral("20270630"));
}

void DecisionServiceTest::unknownSessionIsRefused()
{
    const auto outcome = decisions().activate({{QStringLiteral("x"), {}, QStringLiteral("y")}});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->refused.size(), 1);
    QVERIFY(m_fixture->office().history()->isEmpty());
}

void DecisionServiceTest::bulkLeavesAloneWhatWasTakenBack()
{
    QVERIFY(decisions().activateConforming());
    QVERIFY(decisions().deactivate({key("SE_1")}, QStringLiteral("Offre annulée")));
    QVERIFY(decisions().activateConforming());
    QVERIFY(!isActive("SE_1"));
    QVERIFY(decisions().setActionsActive({QStringLiteral("AF_1")}, false));
    QVERIFY(decisions().activateConforming());
    QVERIFY(!m_fixture->workspace()->actions.first().active);
    QVERIFY(decisions().activate({key("SE_1")})); // by name it may be
    QVERIFY(m_fixture->session(QStringLiteral("SE_1")).audience.table);
}

void DecisionServiceTest::undoLeavesAloneWhatThePortalChangedSince()
{
    QVERIFY(decisions().setRecruitment({key("SE_1")}, RecruitmentState::Suspended));
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("g.xml"), feedOf({{.recruitment = QStringLiteral("2")}}))));
    const auto undone = decisions().undo();
    QVERIFY(undone.has_value());
    QCOMPARE(undone->refused.size(), 1);
    QCOMPARE(undone->applied.first().before, QStringLiteral("closed"));
    QCOMPARE(undone->applied.first().after, QStringLiteral("closed"));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Closed);
    QCOMPARE(decisions().undo().error().code, ErrorCode::NotFound);
}

void DecisionServiceTest::undoneDecisionIsBroughtBack()
{
    QCOMPARE(decisions().redo().error().code, ErrorCode::NotFound);
    QVERIFY(decisions().activate({key("SE_3")}, QStringLiteral("accord du financeur")));
    QVERIFY(decisions().undo());
    QVERIFY(!isActive("SE_3"));
    const auto redone = decisions().redo();
    QVERIFY(redone.has_value());
    QVERIFY(redone->applied.first().redo);
    QVERIFY(isActive("SE_3"));
    QVERIFY(m_fixture->session(QStringLiteral("SE_3")).stored.overridden);
    QVERIFY(m_fixture->workspace()->actions.first().active);
    QCOMPARE(decisions().redo().error().code, ErrorCode::NotFound);
    QVERIFY(decisions().undo());
    QVERIFY(!isActive("SE_3"));
}

void DecisionServiceTest::undoAndRedoWalkTheWholeTrail()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().setRecruitment({key("SE_1")}, RecruitmentState::Suspended));
    const auto recruitment = [this] {
        return m_fixture->session(QStringLiteral("SE_1")).stored.recruitment;
    };
    for (int round = 0; round < 3; ++round) {
        QVERIFY(decisions().undo());
        QCOMPARE(recruitment(), RecruitmentState::Open);
        QVERIFY(isActive("SE_1"));
        QVERIFY(decisions().undo());
        QVERIFY(!isActive("SE_1"));
        QVERIFY(decisions().redo());
        QVERIFY(isActive("SE_1"));
        QCOMPARE(recruitment(), RecruitmentState::Open);
        QVERIFY(decisions().redo());
        QCOMPARE(recruitment(), RecruitmentState::Suspended);
    }
}

void DecisionServiceTest::newDecisionEndsTheRedo()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().undo());
    QVERIFY(decisions().activate({key("SE_2")}));
    QCOMPARE(decisions().redo().error().code, ErrorCode::NotFound);
    QVERIFY(!isActive("SE_1"));
}

void DecisionServiceTest::redoVerifiesOnlyWhatWasVerified()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().undo());
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("g.xml"), feedOf({{.end = QStringLiteral("20270715")}}))));
    QVERIFY(decisions().redo());
    const CheckedSession session = m_fixture->session(QStringLiteral("SE_1"));
    QVERIFY(session.stored.active);
    QCOMPARE(session.control, Control::ToReview);
    QCOMPARE(session.stored.published().end.toLheo(), QStringLiteral("20270630"));
}

void DecisionServiceTest::anyBatchIsTakenBack()
{
    const auto first = decisions().setRecruitment({key("SE_1")}, RecruitmentState::Suspended);
    QVERIFY(first.has_value());
    QVERIFY(decisions().setRecruitment({key("SE_2")}, RecruitmentState::Closed));
    const QString batch = first->applied.first().batch;
    QVERIFY(decisions().undoBatch(batch));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment, RecruitmentState::Open);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_2")).stored.recruitment,
             RecruitmentState::Closed);
    QCOMPARE(decisions().undoBatch(batch).error().code, ErrorCode::NotFound);
    QCOMPARE(decisions().undoBatch(QStringLiteral("autre")).error().code, ErrorCode::NotFound);
    QVERIFY(decisions().redo());
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Suspended);
}

void DecisionServiceTest::batchLeavesAloneWhatWasDecidedSince()
{
    const auto first =
        decisions().setRecruitment({key("SE_1"), key("SE_2")}, RecruitmentState::Suspended);
    QVERIFY(first.has_value());
    QVERIFY(decisions().setRecruitment({key("SE_1")}, RecruitmentState::Closed));
    const auto undone = decisions().undoBatch(first->applied.first().batch);
    QVERIFY(undone.has_value());
    QCOMPARE(undone->applied.size(), 2);
    QCOMPARE(undone->refused.size(), 1);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Closed);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_2")).stored.recruitment, RecruitmentState::Open);
}

void DecisionServiceTest::batchLeavesTheActionToSessionsActivatedSince()
{
    const auto first = decisions().activate({key("SE_1")});
    QVERIFY(first.has_value());
    QVERIFY(decisions().activate({key("SE_2")}));
    QVERIFY(decisions().undoBatch(first->applied.first().batch));
    QVERIFY(!isActive("SE_1"));
    QVERIFY(m_fixture->session(QStringLiteral("SE_2")).audience.table);
}

void DecisionServiceTest::changedActionIsReviewedBeforeItIsPublished()
{
    const auto printed = [this] {
        return publishedSessions(*m_fixture->workspace()).first().action.title;
    };
    QVERIFY(decisions().activate({key("SE_1")}));
    const QByteArray changed =
        feedOf({{}, {.numero = QStringLiteral("SE_2")}}, QStringLiteral("Soudeur à l'arc"));
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("g.xml"), changed)));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).control, Control::ToReview);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_2")).control, Control::Conforming);
    QCOMPARE(printed(), QStringLiteral("Soudeur"));
    QVERIFY(decisions().activate({key("SE_1")}));
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).control, Control::Conforming);
    QCOMPARE(printed(), QStringLiteral("Soudeur à l'arc"));
    QVERIFY(decisions().undo());
    QCOMPARE(printed(), QStringLiteral("Soudeur"));
}

void DecisionServiceTest::fillerIsNoReason()
{
    const auto outcome = decisions().activate({key("SE_3")}, QStringLiteral("."));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->refused.size(), 1);
}

void DecisionServiceTest::activeSessionIsNotRefusedAgain()
{
    QVERIFY(decisions().activate({key("SE_3"), key("SE_3")}, QStringLiteral("accord écrit")));
    QCOMPARE(m_fixture->office().history(key("SE_3"))->size(), 2); // the action and the session
    const auto again = decisions().activate({key("SE_3")});
    QVERIFY(again.has_value());
    QVERIFY(again->refused.isEmpty());
    QCOMPARE(again->unchanged, 1);
}

void DecisionServiceTest::sessionSetAsideIsNowhereUntilItIsTakenUp()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().setAside({key("SE_1")}, ReturnReason::Cancelled));
    const CheckedSession aside = m_fixture->session(QStringLiteral("SE_1"));
    QCOMPARE(aside.control, Control::SetAside);
    QCOMPARE(aside.stored.aside->reason, ReturnReason::Cancelled);
    QVERIFY(!aside.stored.active);
    QCOMPARE(aside.audience, Audience());

    QVERIFY(decisions().takeUp({key("SE_1")}));
    const CheckedSession back = m_fixture->session(QStringLiteral("SE_1"));
    QCOMPARE(back.control, Control::Conforming);
    QVERIFY(!back.stored.active); // an operator decides about that

    QVERIFY(decisions().undo());
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).control, Control::SetAside);
}

void DecisionServiceTest::sessionSetAsideIsNotActivatedWithOthers()
{
    QVERIFY(decisions().setAside({key("SE_1")}, ReturnReason::Duplicate));
    const auto outcome = decisions().activate({key("SE_1"), key("SE_2")});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->refused.size(), 1);
    QVERIFY(outcome->refused.first().sentence.contains(QStringLiteral("écartée")));
    QVERIFY(!isActive("SE_1"));
    QVERIFY(isActive("SE_2"));
    QVERIFY(decisions().activateConforming());
    QVERIFY(!isActive("SE_1"));
}

void DecisionServiceTest::settingAsideIsUndoneWithTheDeactivation()
{
    QVERIFY(decisions().activate({key("SE_1")}));
    QVERIFY(decisions().setAside({key("SE_1")}, ReturnReason::Dates, QStringLiteral("été")));
    QVERIFY(decisions().undo());
    QVERIFY(isActive("SE_1"));
    QVERIFY(!m_fixture->session(QStringLiteral("SE_1")).stored.aside);
    QVERIFY(decisions().redo());
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).control, Control::SetAside);
}

void DecisionServiceTest::otherReasonWantsWords()
{
    const auto refused = decisions().setAside({key("SE_1")}, ReturnReason::Other);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(decisions().setAside({key("SE_1")}, ReturnReason::Other, QStringLiteral("essai")));
}

void DecisionServiceTest::notificationOfSessionsSetAsideWaitsForOthers()
{
    QCOMPARE(m_fixture->workspace()->checkedAwards.first().sessions.size(), 2);
    QVERIFY(decisions().setAside({key("SE_1"), key("SE_2")}, ReturnReason::Cancelled));
    QVERIFY(m_fixture->workspace()->checkedAwards.first().sessions.isEmpty());
    QVERIFY(decisions().undo());
    QCOMPARE(m_fixture->workspace()->checkedAwards.first().sessions.size(), 2);
}

QTEST_GUILESS_MAIN(DecisionServiceTest)
#include "tst_decisionservice.moc"
