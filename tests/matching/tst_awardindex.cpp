// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/awardindex.h"

#include <QTest>

using namespace recoupe;
using Outcome = AwardMatch::Outcome;

namespace {

AwardNotification award(Funder funder, const QString &market, const QString &lot = {},
                        const QString &siret = {})
{
    AwardNotification made;
    made.funder = funder;
    made.market = MarketNumber(market);
    made.lot = lot;
    if (!siret.isEmpty())
        made.awardeeSirets = {siret};
    return made;
}

const QString siretA = QStringLiteral("99990010300014");
const QString siretA2 = QStringLiteral("99990010300022");
const QString siretB = QStringLiteral("99990024400016");

} // namespace

class AwardIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesByFunderAndNumber_data();
    void matchesByFunderAndNumber();
    void replacedNotificationLeadsToTheOneInForce();
    void earlierNotificationReplacesNoLaterOne();
    void twoThatNameEachOtherDoNotLoop();
    void numberInsideADecpIdentifierMatches();
    void operatorDecides();
    void decisionFollowsTheReplacement();
    void findsTheDeclarationsOfTheSessionFirst();
    void comparesAwardees_data();
    void comparesAwardees();

private:
    const QList<AwardNotification> m_awards{
        award(Funder::Region, QStringLiteral("M1451401"), {}, siretA),
        award(Funder::PoleEmploi, QStringLiteral("M1451401"), {}, siretB),
        award(Funder::Region, QStringLiteral("M2600001"), QStringLiteral("1"), siretA),
        award(Funder::Region, QStringLiteral("M2600001"), QStringLiteral("2"), siretB),
        award(Funder::Region, QStringLiteral("M2600002"), QStringLiteral("1"), siretA),
        award(Funder::Region, QStringLiteral("M2600002"), QStringLiteral("2"), siretA),
    };
};

void AwardIndexTest::matchesByFunderAndNumber_data()
{
    QTest::addColumn<int>("funderCode");
    QTest::addColumn<QString>("market");
    QTest::addColumn<QString>("lot");
    QTest::addColumn<QString>("siret");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<qsizetype>("award");
    const QString none;
    QTest::newRow("equal") << 2 << QStringLiteral("M1451401") << none << siretA << Outcome::Exact
                           << qsizetype(0);
    QTest::newRow("written otherwise")
        << 2 << QStringLiteral("m 145-1401") << none << siretA << Outcome::Exact << qsizetype(0);
    QTest::newRow("another funder's")
        << 4 << QStringLiteral("M1451401") << none << siretA << Outcome::Exact << qsizetype(1);
    QTest::newRow("nobody's") << 7 << QStringLiteral("M1451401") << none << siretA << Outcome::None
                              << qsizetype(-1);
    QTest::newRow("no number") << 2 << QStringLiteral(".") << none << siretA << Outcome::None
                               << qsizetype(-1);
    QTest::newRow("lot named") << 2 << QStringLiteral("M2600001") << QStringLiteral("2") << siretA
                               << Outcome::Exact << qsizetype(3);
    QTest::newRow("lot by its awardee")
        << 2 << QStringLiteral("M2600001") << none << siretA2 << Outcome::Exact << qsizetype(2);
    QTest::newRow("two lots of one awardee")
        << 2 << QStringLiteral("M2600002") << none << siretA << Outcome::Ambiguous << qsizetype(-1);
    QTest::newRow("two lots of others")
        << 2 << QStringLiteral("M2600002") << none << siretB << Outcome::Ambiguous << qsizetype(-1);
    QTest::newRow("other funder") << 10 << QStringLiteral("M1451401") << none << siretA
                                  << Outcome::OutOfScope << qsizetype(-1);
}

void AwardIndexTest::matchesByFunderAndNumber()
{
    QFETCH(const int, funderCode);
    QFETCH(const QString, market);
    QFETCH(const QString, lot);
    QFETCH(const QString, siret);
    QFETCH(const Outcome, outcome);
    QFETCH(const qsizetype, award);
    TrainingAction action;
    action.mandataire.siret = siret;
    TrainingSession session;
    session.fundings = {Funding{funderCode, market, lot, QStringLiteral("AFC"), 0, {}}};
    const AwardMatch match = AwardIndex(m_awards).match(action, session);
    QCOMPARE(match.outcome, outcome);
    QCOMPARE(match.award, award);
    QCOMPARE(match.candidates.isEmpty(), outcome != Outcome::Ambiguous);
}

namespace {

AwardNotification award(const char *number, const char *lot = "")
{
    AwardNotification made;
    made.funder = Funder::Region;
    made.market = MarketNumber(QString::fromLatin1(number));
    made.lot = QString::fromLatin1(lot);
    made.notifiedOn = QDate(2026, 9, 1);
    return made;
}

AwardNotification replacing(const char *number, const char *replaced)
{
    AwardNotification made = award(number);
    made.replaces = QString::fromLatin1(replaced);
    return made;
}

TrainingSession sessionOf(const char *number)
{
    TrainingSession session;
    session.fundings = {Funding{2, QString::fromLatin1(number), {}, QStringLiteral("AFC"), 0, {}}};
    return session;
}

} // namespace

void AwardIndexTest::replacedNotificationLeadsToTheOneInForce()
{
    const QList<AwardNotification> awards{award("M1451401"), replacing("M1451402", "M 1451401"),
                                          replacing("M1451403", "M1451402")};
    const AwardIndex index(awards);
    const AwardMatch match = index.match({}, sessionOf("M1451401"));
    QCOMPARE(match.outcome, Outcome::Exact);
    QCOMPARE(match.award, 2);
    QCOMPARE(match.replaced, 0);
    QVERIFY(index.isReplaced(0));
    QVERIFY(index.isReplaced(1));
    QVERIFY(!index.isReplaced(2));
    QCOMPARE(index.match({}, sessionOf("M1451403")).replaced, -1);
}

void AwardIndexTest::earlierNotificationReplacesNoLaterOne()
{
    QList<AwardNotification> awards{award("M1451401"), replacing("M1451402", "M1451401")};
    awards[1].notifiedOn = QDate(2026, 8, 31);
    QVERIFY(!AwardIndex(awards).isReplaced(0));
}

void AwardIndexTest::twoThatNameEachOtherDoNotLoop()
{
    const QList<AwardNotification> awards{replacing("M1451401", "M1451402"),
                                          replacing("M1451402", "M1451401")};
    QCOMPARE(AwardIndex(awards).match({}, sessionOf("M1451401")).outcome, Outcome::Exact);
}

void AwardIndexTest::numberInsideADecpIdentifierMatches()
{
    const QList<AwardNotification> awards{award("2014M145140100"), award("2014M145140101")};
    const AwardMatch match = AwardIndex(awards).match({}, sessionOf("M1451401"));
    QCOMPARE(match.outcome, Outcome::Exact);
    QCOMPARE(match.award, 1);
}

void AwardIndexTest::operatorDecides()
{
    const QList<AwardNotification> awards{award("M1451401", "1"), award("M1451401", "2"),
                                          award("M9900001")};
    const AwardIndex index(awards);
    const TrainingSession session = sessionOf("M1451401");
    QCOMPARE(index.match({}, session).outcome, Outcome::Ambiguous);
    const AwardMatch chosen = index.match({}, session, {awards[2].key(), {}});
    QCOMPARE(chosen.outcome, Outcome::Chosen);
    QCOMPARE(chosen.award, 2);
    const AwardMatch left = index.match({}, session, {{}, {awards[0].key()}});
    QCOMPARE(left.outcome, Outcome::Exact);
    QCOMPARE(left.award, 1);
    const AwardMatch none = index.match({}, session, {{}, {awards[0].key(), awards[1].key()}});
    QCOMPARE(none.outcome, Outcome::None);
    const AwardMatch unknown =
        index.match({}, session, {AwardKey{Funder::Region, QStringLiteral("GONE"), {}}, {}});
    QCOMPARE(unknown.outcome, Outcome::Ambiguous);
}

void AwardIndexTest::decisionFollowsTheReplacement()
{
    const QList<AwardNotification> awards{award("M1451401"), replacing("M1451402", "M1451401")};
    const AwardIndex index(awards);
    const AwardMatch chosen = index.match({}, sessionOf("."), {awards[0].key(), {}});
    QCOMPARE(chosen.award, 1);
    QCOMPARE(chosen.replaced, 0);
    QCOMPARE(index.match({}, sessionOf("M1451401"), {{}, {awards[0].key()}}).outcome,
             Outcome::None);
}

void AwardIndexTest::findsTheDeclarationsOfTheSessionFirst()
{
    SesarDeclaration general;
    general.market = MarketNumber(QStringLiteral("M1451401"));
    SesarDeclaration named = general;
    named.sessionNumero = QStringLiteral("SE_1");
    SesarDeclaration elsewhere = general;
    elsewhere.market = MarketNumber(QStringLiteral("M9"));
    const QList<SesarDeclaration> declarations{general, named, elsewhere};
    const SesarIndex index(declarations);

    TrainingSession session;
    session.fundings = {Funding{2, QStringLiteral("M1451401"), {}, {}, 0, {}}};
    session.key.session = QStringLiteral("SE_1");
    QCOMPARE(index.declarationsFor(session), QList<qsizetype>{1});
    session.key.session = QStringLiteral("SE_2");
    QCOMPARE(index.declarationsFor(session), QList<qsizetype>{0});
    session.fundings.clear();
    QCOMPARE(index.declarationsFor(session), QList<qsizetype>());
}

void AwardIndexTest::comparesAwardees_data()
{
    QTest::addColumn<QStringList>("awardees");
    QTest::addColumn<QString>("siret");
    QTest::addColumn<AwardeeLikeness>("likeness");
    QTest::newRow("same") << QStringList{siretA} << siretA << AwardeeLikeness::SameEstablishment;
    QTest::newRow("spaced") << QStringList{siretA} << QStringLiteral("999 900 103 00014")
                            << AwardeeLikeness::SameEstablishment;
    QTest::newRow("other NIC") << QStringList{siretA} << siretA2 << AwardeeLikeness::SameEnterprise;
    QTest::newRow("member of a group")
        << QStringList{siretB, siretA} << siretA << AwardeeLikeness::SameEstablishment;
    QTest::newRow("other") << QStringList{siretB} << siretA << AwardeeLikeness::Different;
    QTest::newRow("none submitted") << QStringList{siretB} << QString() << AwardeeLikeness::Unknown;
    QTest::newRow("unreadable") << QStringList{QStringLiteral("9999001030001")} << siretB
                                << AwardeeLikeness::Unknown;
    QTest::newRow("one of two unreadable")
        << QStringList{siretB, QStringLiteral("0")} << siretA << AwardeeLikeness::Unknown;
    QTest::newRow("none notified") << QStringList() << siretA << AwardeeLikeness::Unknown;
}

void AwardIndexTest::comparesAwardees()
{
    QFETCH(const QStringList, awardees);
    QFETCH(const QString, siret);
    QFETCH(const AwardeeLikeness, likeness);
    AwardNotification notification;
    notification.awardeeSirets = awardees;
    QCOMPARE(compareAwardee(notification, siret), likeness);
}

QTEST_APPLESS_MAIN(AwardIndexTest)
#include "tst_awardindex.moc"
