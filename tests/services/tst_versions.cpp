// SPDX-License-Identifier: GPL-3.0-or-later
// A session as the portal changes it: what was verified stays, and nothing is ever lost.
#include "rules/versionchanges.h"
#include "services/officefixture.h"

#include <QTest>

using namespace recoupe;

class VersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changedFieldGoesBackToTheQueueAndTheVerifiedOneStaysPublished();
    void recruitmentAloneTakesEffectAtOnce();
    void newAwardOverAnActiveSessionKeepsBoth();
    void newAwardOverASessionNeverVerifiedKeepsBoth();
    void slipThatIsSetRightOverwritesNothing();
    void operatorEndsAnOverwriting();
    void vanishedSessionIsKeptFlaggedAndPublished();
    void vanishedSessionComesBackClean();
    void rejectedSessionHasNotVanished();
    void changedSessionThatWasSetAsideIsToBeReviewed();
    void changedSessionIsSetAsideAgainForTheSameReason();
    void changedActionBringsItsSessionsSetAsideBack();
    void recruitmentAloneLeavesASessionSetAside();

private:
    CheckedSession session(const char *numero = "SE_1")
    {
        return m_fixture->session(QString::fromLatin1(numero));
    }
    bool fires(const char *rule, const char *numero = "SE_1")
    {
        const QList<Finding> findings = session(numero).findings;
        return std::ranges::any_of(findings, [rule](const Finding &finding) {
            return finding.rule == QLatin1String(rule);
        });
    }
    Result<ImportSummary> import(const QList<FeedSession> &sessions)
    {
        const QString file = m_fixture->write(QStringLiteral("f.xml"), feedOf(sessions));
        return m_fixture->office().imports().importLheo(file);
    }
    void activate(const QString &reason = {})
    {
        const auto outcome = m_fixture->office().decisions().activate({session().key()}, reason);
        QVERIFY(outcome && outcome->refused.isEmpty());
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

const FeedSession first{};
const FeedSession second{.numero = QStringLiteral("SE_2")};

void VersionsTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    QVERIFY(import({first, second}));
    QVERIFY(m_fixture->office().imports().importAwards(
        m_fixture->write(QStringLiteral("n.csv"),
                         awardsOf({QStringLiteral("P2651401"), QStringLiteral("P2651402")})),
        {}));
}

void VersionsTest::changedFieldGoesBackToTheQueueAndTheVerifiedOneStaysPublished()
{
    activate();
    QVERIFY(import({{.end = QStringLiteral("20270715")}, second}));
    QCOMPARE(session().control, Control::ToReview);
    QCOMPARE(session().stored.published().end.toLheo(), QStringLiteral("20270630"));
    QVERIFY(session().audience.table);
    const QList<FieldChange> changes =
        changesBetween(*session().stored.verified, session().session());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().label, QStringLiteral("Dates"));
}

void VersionsTest::recruitmentAloneTakesEffectAtOnce()
{
    activate();
    QVERIFY(import({{.recruitment = QStringLiteral("2")}, second}));
    QCOMPARE(session().control, Control::Conforming);
    QCOMPARE(session().stored.recruitment, RecruitmentState::Closed);
    QVERIFY(!session().audience.table);
    QVERIFY(session().audience.partners);
}

void VersionsTest::newAwardOverAnActiveSessionKeepsBoth()
{
    activate();
    QVERIFY(import({{.start = QStringLiteral("20270901"),
                     .end = QStringLiteral("20271130"),
                     .market = QStringLiteral("P2651402")},
                    second}));
    QVERIFY(fires("session-overwritten"));
    QVERIFY(session().isBlocked());
    QCOMPARE(session().overwritten->marketNumber().text(), QStringLiteral("P2651401"));
    QCOMPARE(session().stored.published().marketNumber().text(), QStringLiteral("P2651401"));
    QCOMPARE(session().session().marketNumber().text(), QStringLiteral("P2651402"));
}

void VersionsTest::newAwardOverASessionNeverVerifiedKeepsBoth()
{
    QVERIFY(import({{.market = QStringLiteral("P2651402")}, second}));
    QVERIFY(fires("session-overwritten"));
    QCOMPARE(session().overwritten->marketNumber().text(), QStringLiteral("P2651401"));
    QVERIFY(import(
        {{.end = QStringLiteral("20270715"), .market = QStringLiteral("P2651402")}, second}));
    QCOMPARE(session().overwritten->marketNumber().text(), QStringLiteral("P2651401"));
}

void VersionsTest::slipThatIsSetRightOverwritesNothing()
{
    QVERIFY(
        import({first, {.numero = QStringLiteral("SE_2"), .market = QStringLiteral("P26514O1")}}));
    QVERIFY(fires("session-overwritten", "SE_2")); // a contract's number gave way
    QVERIFY(import({first,
                    {.numero = QStringLiteral("SE_2")},
                    {.numero = QStringLiteral("SE_3"), .market = QStringLiteral("P2651O01")}}));
    QVERIFY(!fires("session-overwritten", "SE_2"));
    QVERIFY(import({first, second, {.numero = QStringLiteral("SE_3")}}));
    QVERIFY(!fires("session-overwritten", "SE_3"));
}

void VersionsTest::operatorEndsAnOverwriting()
{
    activate();
    QVERIFY(import({{.market = QStringLiteral("P2651402")}, second}));
    activate(QStringLiteral("Numéro corrigé, confirmé par le financeur"));
    QVERIFY(!fires("session-overwritten"));
    QCOMPARE(session().stored.published().marketNumber().text(), QStringLiteral("P2651402"));
}

void VersionsTest::vanishedSessionIsKeptFlaggedAndPublished()
{
    activate();
    const auto summary = import({second});
    QVERIFY(summary.has_value());
    QCOMPARE(summary->record.vanished, 1);
    QVERIFY(fires("record-vanished"));
    QVERIFY(!fires("record-vanished", "SE_2"));
    QVERIFY(session().stored.active);
    QVERIFY(session().audience.table);
}

void VersionsTest::vanishedSessionComesBackClean()
{
    QVERIFY(import({second}));
    const auto summary = import({first, second});
    QCOMPARE(summary->returned, 1);
    QVERIFY(!fires("record-vanished"));
    QVERIFY(!import({first, second})->changedAnything());
}

void VersionsTest::rejectedSessionHasNotVanished()
{
    const auto summary = import({{.start = QStringLiteral("demain")}, second});
    QCOMPARE(summary->rejections.size(), 1);
    QCOMPARE(summary->record.vanished, 0);
    QVERIFY(!fires("record-vanished"));
}

void VersionsTest::changedSessionThatWasSetAsideIsToBeReviewed()
{
    DecisionService decisions = m_fixture->office().decisions();
    QVERIFY(decisions.setAside({session().key()}, ReturnReason::Dates));
    QVERIFY(import({{.end = QStringLiteral("20270715")}, second}));
    QCOMPARE(session().control, Control::ToReview);
    QVERIFY(!m_fixture->workspace()->isReadyToActivate(session()));
    QCOMPARE(changesBetween(session().stored.aside->submission, session().session()).size(), 1);
    activate(QStringLiteral("dates corrigées"));
    QVERIFY(session().stored.active);
    QVERIFY(!session().stored.aside);
}

void VersionsTest::changedSessionIsSetAsideAgainForTheSameReason()
{
    DecisionService decisions = m_fixture->office().decisions();
    QVERIFY(decisions.setAside({session().key()}, ReturnReason::Dates));
    QVERIFY(import({{.end = QStringLiteral("20270715")}, second}));
    QCOMPARE(session().control, Control::ToReview);
    QVERIFY(decisions.setAside({session().key()}, ReturnReason::Dates));
    QCOMPARE(session().control, Control::SetAside);
    QVERIFY(decisions.undo());
    QCOMPARE(session().control, Control::ToReview);
}

void VersionsTest::changedActionBringsItsSessionsSetAsideBack()
{
    QVERIFY(m_fixture->office().decisions().setAside({session().key()}, ReturnReason::Other,
                                                     QStringLiteral("titre à revoir")));
    QTest::qWait(2); // the base keeps milliseconds
    const QString file = m_fixture->write(QStringLiteral("f.xml"),
                                          feedOf({first, second}, QStringLiteral("Soudeur TIG")));
    QVERIFY(m_fixture->office().imports().importLheo(file));
    QCOMPARE(session().control, Control::ToReview);
}

void VersionsTest::recruitmentAloneLeavesASessionSetAside()
{
    QVERIFY(m_fixture->office().decisions().setAside({session().key()}, ReturnReason::Cancelled));
    QVERIFY(import({{.recruitment = QStringLiteral("3")}, second}));
    QCOMPARE(session().stored.recruitment, RecruitmentState::Suspended);
    QCOMPARE(session().control, Control::SetAside);
}

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
