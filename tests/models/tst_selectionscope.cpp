// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionscope.h"
#include "models/workspacefixture.h"

#include <QTest>

using namespace recoupe;

class SelectionScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatFitsTheSession_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<bool>("active");
        QTest::addColumn<bool>("blocked");
        QTest::addColumn<bool>("other");
        QTest::addColumn<QString>("offered"); // v(alidate) a(ctivate) o(verride) d(eactivate)
        const auto row = [](const char *name, Control control, bool active, bool blocked,
                            bool other, const char *offered) {
            QTest::newRow(name) << int(control) << active << blocked << other
                                << QString::fromLatin1(offered);
        };
        row("conforming", Control::Conforming, false, false, false, "va");
        row("conforming and active", Control::Conforming, true, false, false, "d");
        row("with a warning", Control::Discrepancy, false, false, false, "a");
        row("blocked", Control::Discrepancy, false, true, false, "o");
        row("changed since activated", Control::ToReview, true, false, false, "ad");
        row("changed and blocked", Control::ToReview, true, true, false, "od");
        row("of another funder", Control::Incomplete, false, false, true, "");
    }
    void offersWhatFitsTheSession()
    {
        QFETCH(int, control);
        QFETCH(bool, active);
        QFETCH(bool, blocked);
        QFETCH(bool, other);
        SampleSession sample{.numero = QStringLiteral("S1"),
                             .control = Control(control),
                             .funder = other ? Funder::Other : Funder::Region,
                             .active = active};
        if (blocked)
            sample.findings << findingOf(Severity::Blocking, QStringLiteral("non"));
        const auto workspace = workspaceOf({sample});
        const SelectionScope scope = scopeOf({&workspace->sessions.first()});
        QString offered;
        offered += scope.whyNotValidate.isEmpty() ? QStringLiteral("v") : QString();
        offered += scope.whyNotActivate.isEmpty() ? QStringLiteral("a") : QString();
        offered += scope.whyNotOverride.isEmpty() ? QStringLiteral("o") : QString();
        offered += scope.whyNotDeactivate.isEmpty() ? QStringLiteral("d") : QString();
        QTEST(offered, "offered");
    }

    void correctionIsOfferedWhereTheOrganisationCanMend_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("theirs") << QStringLiteral("dates-reversed") << true;
        QTest::newRow("the funder's") << QStringLiteral("sesar-missing") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void correctionIsOfferedWhereTheOrganisationCanMend()
    {
        QFETCH(const QString, rule);
        SampleSession sample{.numero = QStringLiteral("S1")};
        if (!rule.isEmpty()) {
            sample.findings << findingOf(Severity::Warning, QStringLiteral("non"));
            sample.findings.first().rule = rule;
        }
        const auto workspace = workspaceOf({sample});
        QTEST(scopeOf({&workspace->sessions.first()}).whyNotCorrect.isEmpty(), "isOffered");
    }

    void nothingSelectedOffersNothingAndSaysWhy()
    {
        const SelectionScope scope = scopeOf({});
        for (const QString &reason :
             {scope.whyNotValidate, scope.whyNotActivate, scope.whyNotOverride,
              scope.whyNotDeactivate, scope.whyNotRecruitment, scope.whyNotAssociate,
              scope.whyNotAssociateOther, scope.whyNotDissociate, scope.whyNotRefuse})
            QVERIFY(!reason.isEmpty());
    }

    void tooManyOfferNothingAndSayWhy()
    {
        const SelectionScope scope = scopeOfTooMany();
        QVERIFY(scope.keys.isEmpty());
        for (const QString &reason : {scope.whyNotValidate, scope.whyNotActivate,
                                      scope.whyNotDeactivate, scope.whyNotRecruitment})
            QVERIFY(reason.contains(QString::number(mostSelected)));
    }

    void offersWhatFitsItsNotification_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("hasCandidate");
        QTest::addColumn<QString>("offered"); // a(ssociate) o(ther) d(issociate) r(efuse)
        const auto row = [](const char *name, AwardMatch::Outcome outcome, bool hasCandidate,
                            const char *offered) {
            QTest::newRow(name) << int(outcome) << hasCandidate << QString::fromLatin1(offered);
        };
        row("none, with candidates", AwardMatch::Outcome::None, true, "aor");
        row("none, nothing like it", AwardMatch::Outcome::None, false, "o");
        row("ambiguous", AwardMatch::Outcome::Ambiguous, true, "aor");
        row("its number", AwardMatch::Outcome::Exact, false, "or");
        row("chosen by an operator", AwardMatch::Outcome::Chosen, false, "odr");
        row("of another funder", AwardMatch::Outcome::OutOfScope, false, "");
    }
    void offersWhatFitsItsNotification()
    {
        QFETCH(int, outcome);
        QFETCH(bool, hasCandidate);
        const auto of = AwardMatch::Outcome(outcome);
        const auto workspace = workspaceOf(
            {{.numero = QStringLiteral("S1"),
              .funder = of == AwardMatch::Outcome::OutOfScope ? Funder::Other : Funder::Region}});
        CheckedSession &session = workspace->sessions.first();
        session.match.outcome = of;
        if (hasCandidate)
            session.candidates.emplaceBack();
        if (of == AwardMatch::Outcome::Chosen)
            session.stored.choice.accepted = AwardKey{Funder::Region, QStringLiteral("M1"), {}};
        const SelectionScope scope = scopeOf({&session});
        QString offered;
        offered += scope.whyNotAssociate.isEmpty() ? QStringLiteral("a") : QString();
        offered += scope.whyNotAssociateOther.isEmpty() ? QStringLiteral("o") : QString();
        offered += scope.whyNotDissociate.isEmpty() ? QStringLiteral("d") : QString();
        offered += scope.whyNotRefuse.isEmpty() ? QStringLiteral("r") : QString();
        QTEST(offered, "offered");
    }

    void severalSessionsAreAssociatedOnlyWithinOneFunder()
    {
        const auto workspace =
            workspaceOf({{.numero = QStringLiteral("S1"), .funder = Funder::Region},
                         {.numero = QStringLiteral("S2"), .funder = Funder::Region},
                         {.numero = QStringLiteral("S3"), .funder = Funder::Agefiph}});
        const auto &sessions = workspace->sessions;
        QVERIFY(scopeOf({&sessions[0], &sessions[1]}).whyNotAssociateOther.isEmpty());
        QVERIFY(!scopeOf({&sessions[0], &sessions[2]}).whyNotAssociateOther.isEmpty());
        QVERIFY(!scopeOf({&sessions[0], &sessions[1]}).whyNotAssociate.isEmpty());
    }

    void bulkTakesOnlyConformingInactiveSessions()
    {
        const auto workspace =
            workspaceOf({{.numero = QStringLiteral("S1")},
                         {.numero = QStringLiteral("S2"), .active = true},
                         {.numero = QStringLiteral("S3"), .control = Control::Incomplete}});
        const QList<SessionKey> keys = conformingInactive(*workspace);
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys.first().session, QStringLiteral("S1"));
    }
};

QTEST_APPLESS_MAIN(SelectionScopeTest)
#include "tst_selectionscope.moc"
